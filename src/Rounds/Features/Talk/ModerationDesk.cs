using Microsoft.EntityFrameworkCore;
using Rounds.Data;
using Rounds.Features.Posts;

namespace Rounds.Features.Talk;

/// <summary>
/// What moderators decide. Every decision leaves a line in the log, and nothing is deleted: a comment that was taken
/// down can be read again in the log and put back.
/// </summary>
public sealed class ModerationDesk(RoundsDb db, PostTally tally, TimeProvider clock)
{
    public Task<Comment?> CommentAsync(long id, CancellationToken cancel) => db.Comments.FirstOrDefaultAsync(c => c.Id == id, cancel);

    public Task<Report?> ReportAsync(long id, CancellationToken cancel) => db.Reports.FirstOrDefaultAsync(r => r.Id == id, cancel);

    public async Task<Post> PostOfAsync(Report report, CancellationToken cancel) => await db.Posts.SingleAsync(p => p.Id == report.PostId, cancel);

    public Task ApproveAsync(Comment comment, long moderatorId, CancellationToken cancel) =>
        DecideAsync(comment, comment.Show, "approved", "", report => report.Dismiss(), moderatorId, cancel);

    /// <summary>Takes a comment from the page until somebody has looked again.</summary>
    public Task HoldAsync(Comment comment, long moderatorId, CancellationToken cancel) =>
        DecideAsync(comment, comment.Hold, "held", "", null, moderatorId, cancel);

    public Task RemoveAsync(Comment comment, string reason, long moderatorId, CancellationToken cancel) =>
        DecideAsync(comment, comment.Remove, "removed", reason, report => report.Uphold(), moderatorId, cancel);

    /// <summary>Takes the reported post off the page. It stays with the topic's curators as a draft.</summary>
    public async Task RemovePostAsync(Report report, string reason, long moderatorId, CancellationToken cancel)
    {
        var post = await PostOfAsync(report, cancel);
        post.Unpublish(clock.GetUtcNow());
        await CloseAsync(report, "unpublished", reason, r => r.Uphold(), moderatorId, cancel);
    }

    /// <summary>Nothing is wrong with it: closes all open reports of the same thing.</summary>
    public Task DismissAsync(Report report, long moderatorId, CancellationToken cancel) =>
        CloseAsync(report, "dismissed", "", r => r.Dismiss(), moderatorId, cancel);

    private async Task DecideAsync(
        Comment comment, Action decision, string name, string reason, Action<Report>? settle, long moderatorId, CancellationToken cancel)
    {
        var before = comment.State;
        decision();
        var reports = await OpenReportsAsync(comment.PostId, comment.Id, cancel);
        if (settle is not null)
        {
            reports.ForEach(settle);
        }

        if (comment.State == before && (settle is null || reports.Count == 0))
        {
            // Somebody else was quicker; the log has their line.
            return;
        }

        Log(comment.TopicId, comment.Id, reports.FirstOrDefault()?.Id, name, reason, moderatorId);
        await tally.CommentsAsync(comment.TopicId, comment.PostId, () => db.SaveChangesAsync(cancel), cancel);
    }

    private async Task CloseAsync(
        Report report, string decision, string reason, Action<Report> settle, long moderatorId, CancellationToken cancel)
    {
        var reports = await OpenReportsAsync(report.PostId, report.CommentId, cancel);
        if (reports.Count == 0)
        {
            return;
        }

        reports.ForEach(settle);
        Log(report.TopicId, report.CommentId, report.Id, decision, reason, moderatorId);
        await tally.CommentsAsync(report.TopicId, report.PostId, () => db.SaveChangesAsync(cancel), cancel);
    }

    private Task<List<Report>> OpenReportsAsync(long postId, long? commentId, CancellationToken cancel) => db.Reports
        .Where(r => r.PostId == postId && r.CommentId == commentId && r.State == ReportState.Open)
        .OrderBy(r => r.Id)
        .ToListAsync(cancel);

    private void Log(long topicId, long? commentId, long? reportId, string decision, string reason, long moderatorId) =>
        db.ModerationEntries.Add(new ModerationEntry(topicId, commentId, reportId, decision, reason, moderatorId, clock.GetUtcNow()));
}
