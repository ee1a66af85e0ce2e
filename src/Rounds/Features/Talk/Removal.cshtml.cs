using System.ComponentModel.DataAnnotations;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Rounds.Features.Topics;
using Rounds.Platform.Web;

namespace Rounds.Features.Talk;

/// <summary>What a removal form is about: <c>comments</c> or <c>reports</c> and the number.</summary>
public sealed record RemovalTarget(string Kind, long Id, string Verb);

public sealed class RemovalForm
{
    [Required(ErrorMessage = "Choose a reason. The log keeps it, and whoever asks later finds it there.")]
    public RemovalReason? Reason { get; set; }

    [StringLength(1000, ErrorMessage = "Please say it in 1,000 characters at most.")]
    public string? Words { get; set; }

    /// <summary>Reason and words as the log keeps them. A method, as model binding would read a property of a half-filled form.</summary>
    public string ForLog() => ReasonWords.Of(Reason!.Value) + (string.IsNullOrWhiteSpace(Words) ? "" : $": {Words.Trim()}");
}

/// <summary>Takes down a comment, or what a report is about, with a reason for the log.</summary>
[Authorize]
public sealed class RemovalModel(ModerationDesk desk, ModerationAccess access) : PageModel
{
    private Comment? _comment;
    private Report? _report;

    [FromRoute(Name = "kind")]
    public string Kind { get; set; } = "";

    [FromRoute(Name = "id")]
    public long Id { get; set; }

    [BindProperty]
    public RemovalForm Input { get; set; } = new();

    public TopicDoor Door { get; private set; } = null!;

    /// <summary>The words to be taken down, as they were written or reported.</summary>
    public string Words => _comment?.Body ?? _report!.Snapshot;

    public bool IsPost => _comment is null;

    public async Task<IActionResult> OnGetAsync(CancellationToken cancel) => await OpenAsync(cancel) ? Page() : NotFound();

    public async Task<IActionResult> OnPostAsync(CancellationToken cancel)
    {
        if (!await OpenAsync(cancel))
        {
            return NotFound();
        }

        if (!ModelState.IsValid)
        {
            return Page();
        }

        if (_comment is not null)
        {
            await desk.RemoveAsync(_comment, Input.ForLog(), User.Id(), cancel);
        }
        else
        {
            await desk.RemovePostAsync(_report!, Input.ForLog(), User.Id(), cancel);
        }

        TempData["Notice"] = IsPost
            ? "The post is off the page. Its curators keep it as a draft, and the log says why."
            : "The comment is off the page. The log keeps it with your reason, and it can be put back from there.";
        return LocalRedirect("/moderation");
    }

    private async Task<bool> OpenAsync(CancellationToken cancel)
    {
        if (Kind == "reports")
        {
            _report = await desk.ReportAsync(Id, cancel);
            _comment = _report?.CommentId is { } commentId ? await desk.CommentAsync(commentId, cancel) : null;
        }
        else
        {
            _comment = await desk.CommentAsync(Id, cancel);
        }

        if ((_comment?.TopicId ?? _report?.TopicId) is not { } topicId || await access.ToAsync(topicId, User, cancel) is not { } door)
        {
            return false;
        }

        Door = door;
        return true;
    }
}
