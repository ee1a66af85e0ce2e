using Microsoft.EntityFrameworkCore;
using Rounds.Data;
using Rounds.Features.Topics;
using Rounds.Platform.Web;

namespace Rounds.Features.Talk;

/// <summary>Keeps the two figures on a post's card right while people comment and thank at the same time.</summary>
public sealed class PostTally(RoundsDb db, GuestPages pages)
{
    /// <summary>Makes a change to a post's comments and counts those that are shown. An insight is not a comment.</summary>
    public Task CommentsAsync(long topicId, long postId, Func<Task> change, CancellationToken cancel) =>
        OneAtATimeAsync(topicId, postId, async () =>
        {
            await change();
            await db.Posts.Where(p => p.Id == postId).ExecuteUpdateAsync(s => s.SetProperty(
                p => p.CommentCount,
                p => db.Comments.Count(c => c.PostId == p.Id && c.State == CommentState.Shown && !c.IsInsight)), cancel);
        }, cancel);

    /// <summary>Adds one reader's thanks, once. Counted up, not counted: thanks that came with an import have no givers.</summary>
    public Task ThanksAsync(long topicId, Thanks thanks, CancellationToken cancel) =>
        OneAtATimeAsync(topicId, thanks.PostId, async () =>
        {
            if (await db.Thanks.AnyAsync(t => t.PostId == thanks.PostId && t.Giver == thanks.Giver, cancel))
            {
                return;
            }

            db.Thanks.Add(thanks);
            await db.SaveChangesAsync(cancel);
            await db.Posts.Where(p => p.Id == thanks.PostId)
                .ExecuteUpdateAsync(s => s.SetProperty(p => p.ThanksCount, p => p.ThanksCount + 1), cancel);
        }, cancel);

    private async Task OneAtATimeAsync(long topicId, long postId, Func<Task> change, CancellationToken cancel)
    {
        await using var transaction = await db.Database.BeginTransactionAsync(cancel);

        // An update that changes nothing locks the post's row until the end, so that what comes after it sees all earlier changes.
        await db.Posts.Where(p => p.Id == postId).ExecuteUpdateAsync(s => s.SetProperty(p => p.CommentCount, p => p.CommentCount), cancel);
        await change();
        await transaction.CommitAsync(cancel);

        // Counted by the database itself, which gives no notice of what it wrote.
        pages.Drop(TopicPageCopies.Tag(topicId));
    }
}
