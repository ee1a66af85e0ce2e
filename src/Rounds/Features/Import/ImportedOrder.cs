namespace Rounds.Features.Import;

/// <summary>When each post of a file counts as published, and its place in the topic.</summary>
internal sealed class ImportedOrder
{
    private static readonly TimeSpan Step = TimeSpan.FromSeconds(1);
    private readonly DateTimeOffset[] _dates;
    private readonly long[] _places;

    public ImportedOrder(ImportedTopic topic, DateTimeOffset now)
    {
        _dates = Dates(topic, now);
        _places = Places(_dates, topic.KeepsOrder);
    }

    public DateTimeOffset Date(int post) => _dates[post];

    /// <summary>Highest first, no two the same.</summary>
    public long Place(int post) => _places[post];

    /// <summary>A post without a date follows the one above it by a second; without any, the first is dated now. Nothing is dated ahead.</summary>
    private static DateTimeOffset[] Dates(ImportedTopic topic, DateTimeOffset now)
    {
        var dates = new DateTimeOffset[topic.Posts.Count];
        for (var i = 0; i < dates.Length; i++)
        {
            var known = topic.Posts[i].PublishedAt;
            dates[i] = known is { } date ? (date < now ? date : now)
                : topic.KeepsOrder && i > 0 ? dates[i - 1] - Step
                : now - i * Step;
        }

        return dates;
    }

    /// <summary>
    /// The dates as places: handed out from top to bottom where the file's order counts, each to its own post where it does not.
    /// </summary>
    private static long[] Places(DateTimeOffset[] dates, bool keepsOrder)
    {
        var byDate = Enumerable.Range(0, dates.Length).OrderByDescending(i => dates[i]).ToArray();
        var places = new long[dates.Length];
        var last = long.MaxValue;
        for (var i = 0; i < byDate.Length; i++)
        {
            last = Math.Min(dates[byDate[i]].ToUnixTimeMilliseconds(), last - 1);
            places[keepsOrder ? i : byDate[i]] = last;
        }

        return places;
    }
}
