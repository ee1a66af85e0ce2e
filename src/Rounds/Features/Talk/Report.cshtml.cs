using System.ComponentModel.DataAnnotations;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.RateLimiting;
using Rounds.Features.Topics;
using Rounds.Platform.Web;

namespace Rounds.Features.Talk;

public sealed class ReportForm
{
    [Required(ErrorMessage = "Choose what is wrong; that decides how soon it is read.")]
    public ReportReason? Reason { get; set; }

    [StringLength(2000, ErrorMessage = "Please say it in 2,000 characters at most.")]
    public string? Detail { get; set; }
}

/// <summary>Tells the moderators about a post or a comment. They see what was reported and why, never by whom.</summary>
[AllowAnonymous, GuestForm, IgnoreAntiforgeryToken, EnableRateLimiting(Doors.GuestFormRate)]
public sealed class ReportModel(TopicAccess access, TalkQueries talk, TalkDesk desk, GuestFormCheck check) : TalkPage(access, talk)
{
    [FromRoute(Name = "comment")]
    public long? CommentId { get; set; }

    [BindProperty]
    public ReportForm Input { get; set; } = new();

    /// <summary>True on the page after sending.</summary>
    [BindProperty(SupportsGet = true, Name = "sent")]
    public bool WasSent { get; set; }

    public Comment? Comment { get; private set; }
    public GuestFormFields Guard { get; private set; } = GuestFormFields.None;

    public async Task<IActionResult> OnGetAsync(CancellationToken cancel)
    {
        if (!await OpenWithCommentAsync(cancel))
        {
            return NotFound();
        }

        Guard = check.Open();
        return Page();
    }

    public async Task<IActionResult> OnPostAsync(CancellationToken cancel)
    {
        if (!await OpenWithCommentAsync(cancel))
        {
            return NotFound();
        }

        WasSent = false;
        Guard = GuestFormFields.Of(Request.Form);
        if (!ModelState.IsValid)
        {
            return Page();
        }

        if (!User.IsSignedIn() && check.Doubt(Request.Form, $"report {PostId} {CommentId}", Input.Detail) is { } fields)
        {
            Guard = fields;
            return Page();
        }

        await desk.ReportAsync(Post, Comment, Input.Reason!.Value, Input.Detail, User, cancel);
        return LocalRedirect($"{Request.Path.ToUriComponent()}?sent=true");
    }

    /// <summary>The page after sending stays, even when a moderator was so quick that the comment is gone.</summary>
    private async Task<bool> OpenWithCommentAsync(CancellationToken cancel)
    {
        if (!await OpenAsync(cancel))
        {
            return false;
        }

        Comment = CommentId is { } id ? await Talk.ShownAsync(PostId, id, cancel) : null;
        return CommentId is null || Comment is not null || WasSent;
    }
}
