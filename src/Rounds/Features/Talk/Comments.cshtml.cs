using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Rounds.Features.Topics;
using Rounds.Platform.Web;

namespace Rounds.Features.Talk;

/// <summary>A signed-in person's comment, answer or insight: shown at once.</summary>
[Authorize]
public sealed class CommentsModel(TopicAccess access, TalkQueries talk, TalkDesk desk) : TalkPage(access, talk)
{
    [BindProperty]
    public CommentForm Input { get; set; } = new();

    public CommentFormView Form { get; private set; } = null!;

    public async Task<IActionResult> OnGetAsync(CancellationToken cancel)
    {
        if (!await OpenAsync(cancel))
        {
            return NotFound();
        }

        await ShowFormAsync(cancel);
        return Page();
    }

    public async Task<IActionResult> OnPostAsync(CancellationToken cancel)
    {
        if (!await OpenAsync(cancel))
        {
            return NotFound();
        }

        await ShowFormAsync(cancel);
        if (!ModelState.IsValid)
        {
            return Page();
        }

        var outcome = await desk.CommentAsync(Post, User, Input, Form.MayAddInsight, cancel);
        if (outcome.Problem is { } problem)
        {
            ModelState.Remove("Input.Answers");
            ModelState.AddModelError("Input.Body", problem);
            Input.Answers = null;
            return Page();
        }

        TempData["Notice"] = "Thank you. What you wrote is on the page.";
        return LocalRedirect($"{PostPath}#comment-{outcome.Comment!.Id}");
    }

    private async Task ShowFormAsync(CancellationToken cancel) => Form = new CommentFormView(
        TopicSlug, PostId, true, await Talk.MayAddInsightAsync(Post, User, cancel), Input, GuestFormFields.None);
}
