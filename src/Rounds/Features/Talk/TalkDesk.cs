using System.Security.Claims;
using Microsoft.EntityFrameworkCore;
using Rounds.Data;
using Rounds.Features.Posts;
using Rounds.Platform.Web;

namespace Rounds.Features.Talk;

/// <summary>How writing a comment ended; <see cref="Problem"/> is a sentence for its author, or null when all is well.</summary>
public sealed record CommentOutcome(Comment? Comment, string? Problem);

/// <summary>What readers do: comment, answer, thank, report.</summary>
public sealed class TalkDesk(RoundsDb db, PostTally tally, TimeProvider clock)
{
    private const string NothingToAnswer =
        "The comment you are answering is no longer shown. If your words still fit, send them as a comment of their own.";

    public async Task<CommentOutcome> CommentAsync(Post post, ClaimsPrincipal user, CommentForm form, bool mayAddInsight, CancellationToken cancel)
    {
        var author = await db.Users.AsNoTracking().SingleAsync(u => u.Id == user.Id(), cancel);
        var isInsight = form.IsInsight && mayAddInsight && form.Answers is null;
        return await SendAsync(Comment.ByPerson(post, author, form.Body!, isInsight, clock.GetUtcNow()), form.Answers, cancel);
    }

    public Task<CommentOutcome> CommentAsGuestAsync(Post post, CommentForm form, CancellationToken cancel) =>
        SendAsync(Comment.ByGuest(post, form.Name!, form.Body!, clock.GetUtcNow()), form.Answers, cancel);

    public Task ThankAsync(Post post, string giver, CancellationToken cancel) =>
        tally.ThanksAsync(post.TopicId, new Thanks(post.Id, giver, clock.GetUtcNow()), cancel);

    public async Task ReportAsync(Post post, Comment? comment, ReportReason reason, string? detail, ClaimsPrincipal user, CancellationToken cancel)
    {
        db.Reports.Add(Report.Of(post, comment, reason, detail, user.IsSignedIn() ? user.Id() : null, clock.GetUtcNow()));
        await db.SaveChangesAsync(cancel);
    }

    private async Task<CommentOutcome> SendAsync(Comment comment, long? answers, CancellationToken cancel)
    {
        if (answers is { } parentId)
        {
            var parent = await db.Comments.AsNoTracking().FirstOrDefaultAsync(
                c => c.Id == parentId && c.PostId == comment.PostId && c.State == CommentState.Shown && !c.IsInsight, cancel);
            if (parent is null)
            {
                return new CommentOutcome(null, NothingToAnswer);
            }

            comment.Answer(parent);
        }

        db.Comments.Add(comment);
        await tally.CommentsAsync(comment.TopicId, comment.PostId, () => db.SaveChangesAsync(cancel), cancel);
        return new CommentOutcome(comment, null);
    }
}
