namespace Rounds.Data;

/// <summary>A row that a topic's public pages may show: saving one drops the copies of those pages.</summary>
public interface ITopicOwned
{
    long TopicId { get; }
}
