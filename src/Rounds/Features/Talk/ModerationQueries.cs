using System.Security.Claims;
using Microsoft.EntityFrameworkCore;
using Rounds.Data;
using Rounds.Features.Accounts;
using Rounds.Features.Topics;
using Rounds.Platform.Web;

namespace Rounds.Features.Talk;

public sealed record HeldComment(
    long Id, string TopicSlug, string TopicTitle, long PostId, string PostSlug, string PostTitle, string AuthorName, bool IsGuest, string BodyHtml, DateTimeOffset WrittenAt);

public sealed record ReportLine(ReportReason Reason, string Detail, DateTimeOffset ReportedAt);

/// <summary>One thing that was reported, however often. It shows the words as they stood then, and nowhere who reported.</summary>
public sealed record ReportedItem(
    long ReportId, string TopicSlug, string TopicTitle, long PostId, string PostSlug, string PostTitle, long? CommentId, string? AuthorName,
    CommentState? CommentState, string Snapshot, IReadOnlyList<ReportLine> Reports)
{
    public bool IsUrgent => Reports.Any(r => ReasonWords.IsUrgent(r.Reason));
}

/// <summary>What waits for a moderator: urgent reports, other reports, held comments, each oldest first.</summary>
public sealed record ModerationQueue(IReadOnlyList<ReportedItem> Urgent, IReadOnlyList<ReportedItem> Reported, IReadOnlyList<HeldComment> Held, int HeldCount)
{
    public bool IsEmpty => Urgent.Count + Reported.Count + HeldCount == 0;
}

public sealed record LogLine(ModerationEntry Entry, string Moderator, string? AuthorName, string? Words, CommentState? CommentState);

/// <summary>Reads what a person may moderate: owners everything, moderators every public topic, curators their own topics.</summary>
public sealed class ModerationQueries(RoundsDb db)
{
    private const int MostShown = 100;
    public const int LogPage = 50;

    public async Task<bool> MayModerateAsync(ClaimsPrincipal user, CancellationToken cancel) =>
        user.IsInRole(SiteRoles.Owner) || user.IsInRole(SiteRoles.Moderator) || await Topics(user).AnyAsync(cancel);

    /// <summary>How many things wait, for the number beside a link.</summary>
    public async Task<int> WaitingAsync(ClaimsPrincipal user, CancellationToken cancel) =>
        await OpenReports(user).Select(r => new { r.PostId, r.CommentId }).Distinct().CountAsync(cancel) + await Held(user).CountAsync(cancel);

    public async Task<ModerationQueue> QueueAsync(ClaimsPrincipal user, CancellationToken cancel)
    {
        var reported = await ReportedAsync(user, cancel);
        var held = await HeldAsync(user, cancel);
        return new ModerationQueue(
            [.. reported.Where(r => r.IsUrgent)],
            [.. reported.Where(r => !r.IsUrgent)],
            held,
            held.Count < MostShown ? held.Count : await Held(user).CountAsync(cancel));
    }

    /// <summary>Decisions on a topic, newest first, at most <see cref="LogPage"/> from <paramref name="page"/> (the first is 1).</summary>
    public async Task<IReadOnlyList<LogLine>> LogAsync(long topicId, int page, CancellationToken cancel) =>
        await (from e in db.ModerationEntries.AsNoTracking()
               where e.TopicId == topicId
               orderby e.DecidedAt descending, e.Id descending
               let comment = db.Comments.FirstOrDefault(c => c.Id == e.CommentId)
               let report = db.Reports.FirstOrDefault(r => r.Id == e.ReportId)
               select new LogLine(
                   e,
                   db.Users.Where(u => u.Id == e.ModeratorId).Select(u => u.DisplayName).FirstOrDefault() ?? "",
                   comment == null ? null : comment.AuthorName,
                   comment != null ? comment.Body : report != null ? report.Snapshot : null,
                   comment == null ? null : comment.State))
            .Skip((page - 1) * LogPage).Take(LogPage)
            .ToListAsync(cancel);

    private async Task<IReadOnlyList<ReportedItem>> ReportedAsync(ClaimsPrincipal user, CancellationToken cancel)
    {
        // Urgent ones first here too, so that a flood of others cannot push them out of what is read.
        var rows = await (from r in OpenReports(user)
                          join t in db.Topics on r.TopicId equals t.Id
                          join p in db.Posts on r.PostId equals p.Id
                          orderby r.Reason == ReportReason.Privacy || r.Reason == ReportReason.Harm ? 0 : 1, r.ReportedAt, r.Id
                          select new
                          {
                              Report = r,
                              TopicSlug = t.Slug,
                              TopicTitle = t.Title,
                              PostSlug = p.Slug,
                              PostTitle = p.Title,
                              Comment = db.Comments.Where(c => c.Id == r.CommentId).Select(c => new { c.AuthorName, c.State }).FirstOrDefault(),
                          })
            .Take(MostShown * 5)
            .ToListAsync(cancel);
        return [.. rows.GroupBy(r => (r.Report.PostId, r.Report.CommentId)).Select(g =>
        {
            var first = g.First();
            return new ReportedItem(
                first.Report.Id, first.TopicSlug, first.TopicTitle, g.Key.PostId, first.PostSlug, first.PostTitle, g.Key.CommentId,
                first.Comment?.AuthorName, first.Comment?.State, first.Report.Snapshot,
                [.. g.Select(r => new ReportLine(r.Report.Reason, r.Report.Detail, r.Report.ReportedAt))]);
        })];
    }

    private async Task<IReadOnlyList<HeldComment>> HeldAsync(ClaimsPrincipal user, CancellationToken cancel) =>
        await (from c in Held(user)
               join t in db.Topics on c.TopicId equals t.Id
               join p in db.Posts on c.PostId equals p.Id
               orderby c.WrittenAt, c.Id
               select new HeldComment(c.Id, t.Slug, t.Title, p.Id, p.Slug, p.Title, c.AuthorName, c.AuthorId == null, c.BodyHtml, c.WrittenAt))
            .Take(MostShown)
            .ToListAsync(cancel);

    private IQueryable<Report> OpenReports(ClaimsPrincipal user)
    {
        var topics = Topics(user).Select(t => t.Id);
        return db.Reports.AsNoTracking().Where(r => r.State == ReportState.Open && topics.Contains(r.TopicId));
    }

    /// <summary>Held comments, but for those among the reported: nothing stands in the queue twice.</summary>
    private IQueryable<Comment> Held(ClaimsPrincipal user)
    {
        var topics = Topics(user).Select(t => t.Id);
        return db.Comments.AsNoTracking().Where(c => c.State == CommentState.Held && topics.Contains(c.TopicId)
            && !db.Reports.Any(r => r.TopicId == c.TopicId && r.CommentId == c.Id && r.State == ReportState.Open));
    }

    private IQueryable<Topic> Topics(ClaimsPrincipal user)
    {
        if (user.IsInRole(SiteRoles.Owner))
        {
            return db.Topics;
        }

        // The same rule as TopicAccess.ModerateAsync: moderators judge wherever they may read.
        var id = user.Id();
        var isModerator = user.IsInRole(SiteRoles.Moderator);
        return db.Topics.Where(t => (isModerator && !t.IsPrivate)
            || db.TopicMembers.Any(m => m.TopicId == t.Id && m.UserId == id && (isModerator || m.Role == TopicRole.Curator)));
    }
}
