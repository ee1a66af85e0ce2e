namespace Rounds.Feeds;

/// <summary>A feed as it was read, or as it is to be written, whatever its format. Absent values are null, lists are empty, never null.
/// Links are absolute where the feed's address or its <c>xml:base</c> allows.</summary>
public sealed record Feed
{
    /// <summary>The format and its version in one word: <c>rss090 rss091n rss091u rss092 rss093 rss094 rss10 rss20 atom01 atom02 atom03 atom10
    /// json1 json11 cdf</c>, or <c>rss</c> or <c>atom</c> when the version is not said. Null when this is not a feed.</summary>
    public string? Format { get; init; }

    /// <summary>The charset the bytes were read with, in lower case as the feed or its server names it (<c>utf-8</c>, <c>windows-1251</c>).
    /// Null when the feed was given as text.</summary>
    public string? Encoding { get; init; }

    public string? Id { get; init; }

    /// <summary>Plain text: markup is taken out and entities are decoded.</summary>
    public string? Title { get; init; }

    /// <summary>The title with its markup, only where the feed has markup in it. Foreign HTML: sanitize it before it is shown.</summary>
    public string? TitleHtml { get; init; }

    /// <summary>The page this feed belongs to.</summary>
    public string? Link { get; init; }

    /// <summary>May hold HTML.</summary>
    public string? Description { get; init; }

    /// <summary>A language tag as the feed writes it (<c>en-us</c>).</summary>
    public string? Language { get; init; }

    /// <summary>As the feed says it: a name, <c>name (address)</c>, or a mail address; several are parted by commas.</summary>
    public string? Author { get; init; }

    public string? Rights { get; init; }

    /// <summary>Address of the feed's logo or cover.</summary>
    public string? Image { get; init; }

    public IReadOnlyList<string> Categories { get; init; } = [];

    /// <summary>In UTC.</summary>
    public DateTimeOffset? Published { get; init; }

    /// <summary>In UTC.</summary>
    public DateTimeOffset? Updated { get; init; }

    public IReadOnlyList<FeedItem> Items { get; init; } = [];

    /// <summary>In plain words, the first thing that was wrong: not a feed, not well-formed, cut off, too large. Null for a sound feed.
    /// What could be read is there all the same.</summary>
    public string? Fault { get; init; }

    /// <summary>The feed's own address, as it gives it.</summary>
    public string? SelfLink { get; init; }

    public string? Generator { get; init; }

    /// <summary>Where to subscribe to be told of changes (WebSub).</summary>
    public string? Hub { get; init; }
}
