using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.RateLimiting;
using Rounds.Features.Topics;
using Rounds.Platform.Web;

namespace Rounds.Features.Talk;

/// <summary>A guest's comment or answer: held until a moderator has read it, and the page after it says so.</summary>
[AllowAnonymous, GuestForm, IgnoreAntiforgeryToken, EnableRateLimiting(Doors.GuestFormRate)]
public sealed class GuestCommentsModel(TopicAccess access, TalkQueries talk, TalkDesk desk, GuestFormCheck check) : TalkPage(access, talk)
{
    [BindProperty]
    public CommentForm Input { get; set; } = new();

    /// <summary>True on the page after sending.</summary>
    [BindProperty(SupportsGet = true, Name = "sent")]
    public bool WasSent { get; set; }

    public CommentFormView Form { get; private set; } = null!;

    public async Task<IActionResult> OnGetAsync(CancellationToken cancel)
    {
        if (!await OpenAsync(cancel))
        {
            return NotFound();
        }

        Show(check.Open());
        return Page();
    }

    public async Task<IActionResult> OnPostAsync(CancellationToken cancel)
    {
        if (!await OpenAsync(cancel))
        {
            return NotFound();
        }

        WasSent = false;
        Show(GuestFormFields.Of(Request.Form));
        if (string.IsNullOrWhiteSpace(Input.Name))
        {
            ModelState.AddModelError("Input.Name", "Write your name, or the one you go by.");
        }

        if (!ModelState.IsValid)
        {
            return Page();
        }

        if (check.Doubt(Request.Form, $"comment {PostId}", Input.Name, Input.Body) is { } fields)
        {
            Show(fields);
            return Page();
        }

        var outcome = await desk.CommentAsGuestAsync(Post, Input, cancel);
        if (outcome.Problem is { } problem)
        {
            ModelState.Remove("Input.Answers");
            ModelState.AddModelError("Input.Body", problem);
            Input.Answers = null;
            return Page();
        }

        return LocalRedirect(TalkPaths.Under(TopicSlug, PostId, "guest-comments?sent=true"));
    }

    private void Show(GuestFormFields guard) => Form = new CommentFormView(TopicSlug, PostId, false, false, Input, guard);
}
