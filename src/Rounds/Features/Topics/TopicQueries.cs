using Microsoft.EntityFrameworkCore;
using Rounds.Data;
using Rounds.Features.Posts;
using Rounds.Platform.Images;

namespace Rounds.Features.Topics;

/// <summary>A topic as the first page lists it.</summary>
public sealed record TopicCard(Topic Topic, int Posts, DateTimeOffset? LastPublished, StoredImage? Cover);

public sealed record Member(long UserId, string Name, string Handle, TopicRole Role);

/// <summary>What pages read about topics.</summary>
public sealed class TopicQueries(RoundsDb db)
{
    public Task<List<TopicCard>> PublicAsync(CancellationToken cancel) =>
        Cards(db.Topics.Where(t => !t.IsPrivate)).ToListAsync(cancel);

    public async Task<IReadOnlyList<TopicCard>> CardsAsync(IReadOnlyList<Topic> topics, CancellationToken cancel)
    {
        var ids = topics.Select(t => t.Id).ToList();
        return await Cards(db.Topics.Where(t => ids.Contains(t.Id))).ToListAsync(cancel);
    }

    /// <summary>Curators first, then contributors, each in the order in which they came.</summary>
    public Task<List<Member>> MembersAsync(long topicId, CancellationToken cancel) => (
        from m in db.TopicMembers
        join u in db.Users on m.UserId equals u.Id
        where m.TopicId == topicId
        orderby m.Role == TopicRole.Curator ? 0 : 1, m.Since, m.UserId
        select new Member(u.Id, u.DisplayName, u.UserName!, m.Role)).ToListAsync(cancel);

    public Task<StoredImage?> CoverAsync(Topic topic, CancellationToken cancel) =>
        db.Images.AsNoTracking().FirstOrDefaultAsync(i => i.Id == topic.CoverImageId, cancel);

    private IQueryable<TopicCard> Cards(IQueryable<Topic> topics) =>
        from t in topics.AsNoTracking()
        from i in db.Images.Where(i => i.Id == t.CoverImageId).DefaultIfEmpty()
        let last = db.Posts.Where(p => p.TopicId == t.Id && p.State == PostState.Published).Max(p => p.PublishedAt)

        // A topic without posts has no last one: PostgreSQL would sort that before every date, SQLite after.
        orderby last == null ? 1 : 0, last descending, t.Title
        select new TopicCard(t, db.Posts.Count(p => p.TopicId == t.Id && p.State == PostState.Published), last, i);
}
