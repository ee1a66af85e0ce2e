using Rounds.Data;
using Rounds.Platform.Web;

namespace Rounds.Features.Topics;

/// <summary>Drops guests' copies of a topic's pages whenever a row that they show was saved.</summary>
public sealed class TopicPageCopies(SaveNotices notices, GuestPages pages) : IHostedService
{
    /// <summary>What lists topics: the first page and the site map.</summary>
    public const string AllTopics = "topics";

    public static string Tag(long topicId) => $"topic:{topicId}";

    public Task StartAsync(CancellationToken cancellationToken)
    {
        notices.Saved += Drop;
        return Task.CompletedTask;
    }

    public Task StopAsync(CancellationToken cancellationToken)
    {
        notices.Saved -= Drop;
        return Task.CompletedTask;
    }

    private void Drop(IReadOnlyList<object> written)
    {
        var topics = written.Select(e => e is Topic topic ? topic.Id : (e as ITopicOwned)?.TopicId).OfType<long>().Distinct().ToList();
        foreach (var topic in topics)
        {
            pages.Drop(Tag(topic));
        }

        if (written.Any(e => e is Topic))
        {
            // Its title stands in the credits of other topics' pages too, or must not stand there any more.
            pages.DropAll();
        }
        else if (topics.Count > 0)
        {
            pages.Drop(AllTopics);
        }
    }
}
