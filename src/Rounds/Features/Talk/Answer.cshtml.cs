using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Rounds.Features.Topics;
using Rounds.Platform.Web;

namespace Rounds.Features.Talk;

/// <summary>Shows a comment with the form to answer it; the form goes where comments go.</summary>
[AllowAnonymous]
public sealed class AnswerModel(TopicAccess access, TalkQueries talk, GuestFormCheck check) : TalkPage(access, talk)
{
    public Comment Comment { get; private set; } = null!;
    public CommentFormView Form { get; private set; } = null!;

    public async Task<IActionResult> OnGetAsync([FromRoute(Name = "comment")] long commentId, CancellationToken cancel)
    {
        if (!await OpenAsync(cancel) || await Talk.ShownAsync(PostId, commentId, cancel) is not { IsInsight: false } comment)
        {
            return NotFound();
        }

        Comment = comment;
        Form = new CommentFormView(TopicSlug, PostId, User.IsSignedIn(), false, new CommentForm { Answers = comment.Id }, check.Open());
        return Page();
    }
}
