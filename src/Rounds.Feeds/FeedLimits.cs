namespace Rounds.Feeds;

/// <summary>How much of a feed is read. What lies beyond is left out and named in <see cref="Feed.Fault"/>.</summary>
public sealed record FeedLimits
{
    public static readonly FeedLimits Default = new();

    /// <summary>Bytes (or characters, of a text) looked at.</summary>
    public int Size { get; init; } = 50 * 1024 * 1024;

    public int Items { get; init; } = 100_000;
}
