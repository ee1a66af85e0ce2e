using System.Collections.Concurrent;
using Rounds.Platform.Web;

namespace Rounds.Features.Topics;

/// <summary>
/// What was read about a topic, kept until a row that its pages show is saved, and ten seconds at most: another process on
/// the same database may have written. What is remembered is shared by all requests and must not be changed.
/// </summary>
public sealed class TopicMemory(GuestPages pages, TimeProvider clock)
{
    // A topic's first pages are what is asked for; robots that walk the archive must not fill the memory.
    private const int MostEntries = 500;
    private static readonly TimeSpan Lifetime = TimeSpan.FromSeconds(10);

    private readonly ConcurrentDictionary<(long TopicId, object What), Entry> _entries = new();

    /// <param name="topicId">The topic.</param>
    /// <param name="what">Tells the things apart that are remembered of one topic; compared by value.</param>
    /// <param name="read">Reads it anew.</param>
    public async ValueTask<T> RecallAsync<T>(long topicId, object what, Func<Task<T>> read) where T : class
    {
        var tag = TopicPageCopies.Tag(topicId);
        if (_entries.TryGetValue((topicId, what), out var known)
            && clock.GetElapsedTime(known.ReadAt) < Lifetime
            && !pages.HasChangedSince(tag, known.Moment))
        {
            return (T)known.Value;
        }

        // The moment is noted before reading: what changes meanwhile makes the entry stale at once.
        var moment = pages.Moment;
        var value = await read();
        if (_entries.Count >= MostEntries)
        {
            _entries.Clear();
        }

        _entries[(topicId, what)] = new Entry(value, moment, clock.GetTimestamp());
        return value;
    }

    private sealed record Entry(object Value, long Moment, long ReadAt);
}
