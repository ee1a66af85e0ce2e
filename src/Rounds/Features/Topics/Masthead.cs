using Rounds.Features.Posts;
using Rounds.Platform.Images;

namespace Rounds.Features.Topics;

/// <summary>The head and foot of a topic's pages.</summary>
public sealed record MastheadView(
    Topic Topic, StoredImage? Cover, IReadOnlyList<Member> Members, IReadOnlyList<TagCount> Tags, IReadOnlyList<MonthCount> Months, long ViewsToday)
{
    public IEnumerable<Member> Curators => Members.Where(m => m.Role == TopicRole.Curator);

    public IEnumerable<Member> Contributors => Members.Where(m => m.Role == TopicRole.Contributor);

    public string Url => $"/t/{Topic.Slug}";
}

/// <summary>Gathers what stands above and beside a topic's posts.</summary>
public sealed class Masthead(TopicQueries topics, PostQueries posts, TopicMemory memory, TimeProvider clock)
{
    public async Task<MastheadView> OfAsync(Topic topic, CancellationToken cancel)
    {
        // The topic itself was read for this request already; the rest seldom changes.
        var around = await memory.RecallAsync(topic.Id, nameof(Masthead), async () => new Around(
            topic.CoverImageId is null ? null : await topics.CoverAsync(topic, cancel),
            await topics.MembersAsync(topic.Id, cancel),
            await posts.TagsAsync(topic.Id, cancel),
            await posts.MonthsAsync(topic.Id, cancel)));
        var today = DateOnly.FromDateTime(clock.GetUtcNow().UtcDateTime);
        return new MastheadView(topic, around.Cover, around.Members, around.Tags, around.Months, topic.ViewsOn(today));
    }

    private sealed record Around(StoredImage? Cover, IReadOnlyList<Member> Members, IReadOnlyList<TagCount> Tags, IReadOnlyList<MonthCount> Months);
}
