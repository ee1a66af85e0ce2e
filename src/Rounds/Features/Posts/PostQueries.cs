using Microsoft.EntityFrameworkCore;
using Rounds.Data;
using Rounds.Features.Topics;

namespace Rounds.Features.Posts;

/// <summary>Which of a topic's posts a page shows.</summary>
public sealed record Shelf(string? Tag = null, int? Month = null, string? Words = null);

public sealed record TagCount(string Slug, string Label, int Posts);

public sealed record MonthCount(int Month, int Posts)
{
    public DateOnly FirstDay => new(Month / 100, Month % 100, 1);
}

/// <summary>What pages read about posts.</summary>
public sealed class PostQueries(RoundsDb db, DatabaseEngine engine)
{
    public const int PageSize = 24;

    /// <summary>
    /// A page of published posts in the topic's order, the pinned one before all others; search is newest first too, which
    /// is fast at any size.
    /// </summary>
    public async Task<List<PostCard>> CardsAsync(Topic topic, Shelf shelf, int page, CancellationToken cancel)
    {
        var posts = Published(topic.Id, shelf);
        var before = (page - 1) * PageSize;
        if (shelf != new Shelf() || await PinnedAsync(topic, cancel) is not { } pinned)
        {
            return await Cards(InOrder(posts).Skip(before).Take(PageSize)).ToListAsync(cancel);
        }

        // It takes a place on the first page, so that all others stand one further down.
        var others = InOrder(posts.Where(p => p.Id != pinned.Post.Id));
        return page == 1
            ? [pinned, .. await Cards(others.Take(PageSize - 1)).ToListAsync(cancel)]
            : await Cards(others.Skip(before - 1).Take(PageSize)).ToListAsync(cancel);
    }

    public Task<int> CountAsync(long topicId, Shelf shelf, CancellationToken cancel) => Published(topicId, shelf).CountAsync(cancel);

    /// <summary>Captures on their way, failed ones and drafts, for the topic's members.</summary>
    public Task<List<PostCard>> UnpublishedAsync(long topicId, CancellationToken cancel) =>
        Cards(db.Posts.Where(p => p.TopicId == topicId && p.State != PostState.Published)
            .OrderByDescending(p => p.CreatedAt).ThenByDescending(p => p.Id).Take(PageSize)).ToListAsync(cancel);

    public Task<PostCard?> CardAsync(long topicId, long postId, CancellationToken cancel) =>
        Cards(db.Posts.Where(p => p.TopicId == topicId && p.Id == postId)).FirstOrDefaultAsync(cancel);

    /// <summary>The published post that had an identity in the system it came from.</summary>
    public Task<PostCard?> ImportedAsync(long topicId, string externalId, CancellationToken cancel) =>
        Cards(db.Posts.Where(p => p.TopicId == topicId && p.ExternalId == externalId && p.State == PostState.Published)).FirstOrDefaultAsync(cancel);

    /// <summary>Newest published posts with a tag in common; newest others where there are too few.</summary>
    public async Task<IReadOnlyList<PostCard>> RelatedAsync(Post post, int most, CancellationToken cancel)
    {
        var slugs = post.Tags.Select(Tag.Slug).ToList();
        var others = db.Posts.Where(p => p.TopicId == post.TopicId && p.Id != post.Id && p.State == PostState.Published);
        var related = await Cards(others
            .Where(p => db.PostTags.Any(t => t.PostId == p.Id && slugs.Contains(t.Slug)))
            .OrderByDescending(p => p.Position).Take(most)).ToListAsync(cancel);
        if (related.Count < most)
        {
            var have = related.Select(r => r.Post.Id).ToList();
            related.AddRange(await Cards(others.Where(p => !have.Contains(p.Id)).OrderByDescending(p => p.Position).Take(most - related.Count)).ToListAsync(cancel));
        }

        return related;
    }

    /// <summary>Posts in public topics that took this one over with an insight of their own.</summary>
    public Task<List<ReshareCredit>> ResharesAsync(long postId, CancellationToken cancel) => (
        from p in db.Posts
        join t in db.Topics on p.TopicId equals t.Id
        join u in db.Users on p.CuratorId equals u.Id
        where p.ResharedFromId == postId && p.State == PostState.Published && !t.IsPrivate
        orderby p.Id
        select new ReshareCredit(p.Id, p.Slug, t.Slug, t.Title, u.DisplayName)).Take(50).ToListAsync(cancel);

    /// <summary>The chain of credit from a reshared post back to where it was first, nearest first.</summary>
    public async Task<IReadOnlyList<ReshareCredit>> ChainAsync(Post post, CancellationToken cancel)
    {
        var chain = new List<ReshareCredit>();
        for (var from = post.ResharedFromId; from is { } id && chain.Count < 10;)
        {
            var step = await (
                from p in db.Posts
                join t in db.Topics on p.TopicId equals t.Id
                join u in db.Users on p.CuratorId equals u.Id
                where p.Id == id && p.State == PostState.Published && !t.IsPrivate
                select new { Credit = new ReshareCredit(p.Id, p.Slug, t.Slug, t.Title, u.DisplayName), p.ResharedFromId }).FirstOrDefaultAsync(cancel);
            if (step is null)
            {
                break;
            }

            chain.Add(step.Credit);
            from = step.ResharedFromId;
        }

        return chain;
    }

    public Task<List<TagCount>> TagsAsync(long topicId, CancellationToken cancel) => db.PostTags
        .Where(t => t.TopicId == topicId && db.Posts.Any(p => p.Id == t.PostId && p.State == PostState.Published))
        .GroupBy(t => t.Slug)
        .Select(g => new { Slug = g.Key, Label = g.Min(t => t.Label)!, Posts = g.Count() })
        .OrderByDescending(t => t.Posts).ThenBy(t => t.Slug)
        .Take(60)
        .Select(t => new TagCount(t.Slug, t.Label, t.Posts))
        .ToListAsync(cancel);

    public Task<List<MonthCount>> MonthsAsync(long topicId, CancellationToken cancel) => db.Posts
        .Where(p => p.TopicId == topicId && p.State == PostState.Published && p.PublishedMonth != null)
        .GroupBy(p => p.PublishedMonth)
        .OrderByDescending(g => g.Key)
        .Select(g => new MonthCount(g.Key!.Value, g.Count()))
        .ToListAsync(cancel);

    public Task<List<PostVersion>> HistoryAsync(long postId, CancellationToken cancel) =>
        db.PostVersions.AsNoTracking().Where(v => v.PostId == postId).OrderByDescending(v => v.Number).ToListAsync(cancel);

    private async Task<PostCard?> PinnedAsync(Topic topic, CancellationToken cancel) => topic.PinnedPostId is { } id
        ? await Cards(db.Posts.Where(p => p.Id == id && p.TopicId == topic.Id && p.State == PostState.Published)).FirstOrDefaultAsync(cancel)
        : null;

    private IQueryable<Post> Published(long topicId, Shelf shelf)
    {
        var posts = shelf.Words is { } words ? engine.SearchPosts(db, words) : db.Posts;
        posts = posts.Where(p => p.TopicId == topicId && p.State == PostState.Published);
        if (shelf.Tag is { } tag)
        {
            posts = posts.Where(p => db.PostTags.Any(t => t.PostId == p.Id && t.Slug == tag));
        }

        return shelf.Month is { } month ? posts.Where(p => p.PublishedMonth == month) : posts;
    }

    private static IOrderedQueryable<Post> InOrder(IQueryable<Post> posts) =>
        posts.OrderByDescending(p => p.Position).ThenByDescending(p => p.Id);

    private IQueryable<PostCard> Cards(IQueryable<Post> posts) =>
        from p in posts.AsNoTracking()
        join t in db.Topics on p.TopicId equals t.Id
        join u in db.Users on p.CuratorId equals u.Id
        from i in db.Images.Where(i => i.Id == p.ImageId).DefaultIfEmpty()
        from o in db.Posts.Where(o => o.Id == p.ResharedFromId && o.State == PostState.Published).DefaultIfEmpty()
        from ot in db.Topics.Where(ot => o != null && ot.Id == o.TopicId && !ot.IsPrivate).DefaultIfEmpty()
        from ou in db.Users.Where(ou => o != null && ou.Id == o.CuratorId).DefaultIfEmpty()
        select new PostCard(p, t.Slug, t.Language, u.DisplayName, i,
            ot == null ? null : new ReshareCredit(o!.Id, o.Slug, ot.Slug, ot.Title, ou!.DisplayName));
}
