namespace Rounds.Feeds;

/// <summary>One item (RSS, JSON Feed) or entry (Atom). Absent values are null, lists are empty, never null.</summary>
public sealed record FeedItem
{
    /// <summary>What the feed says stays the same for this item: a guid, an Atom id, an <c>rdf:about</c>.</summary>
    public string? Id { get; init; }

    /// <summary>Plain text: markup is taken out and entities are decoded.</summary>
    public string? Title { get; init; }

    /// <summary>The title with its markup, only where the feed has markup in it. Foreign HTML: sanitize it before it is shown.</summary>
    public string? TitleHtml { get; init; }

    public string? Link { get; init; }

    /// <summary>As the feed says it: a name, <c>name (address)</c>, or a mail address; several are parted by commas.</summary>
    public string? Author { get; init; }

    public string? Rights { get; init; }

    /// <summary>In UTC. Where the feed has only one date of unknown meaning (<c>dc:date</c>), it is both dates.</summary>
    public DateTimeOffset? Published { get; init; }

    /// <summary>In UTC.</summary>
    public DateTimeOffset? Updated { get; init; }

    /// <summary>HTML, relative links resolved, not sanitized: that is the reader's next step.</summary>
    public string? Summary { get; init; }

    /// <summary>The whole text where the feed carries it. HTML, relative links resolved, not sanitized.</summary>
    public string? Content { get; init; }

    public IReadOnlyList<FeedEnclosure> Enclosures { get; init; } = [];

    public IReadOnlyList<string> Categories { get; init; } = [];

    /// <summary>Address of the source that is credited.</summary>
    public string? Via { get; init; }

    /// <summary>Address of the item's picture.</summary>
    public string? Image { get; init; }

    /// <summary>Address of the page where the item is talked about.</summary>
    public string? Comments { get; init; }

    public int? CommentCount { get; init; }

    /// <summary>Id or address of what this item answers (Atom threading).</summary>
    public string? InReplyTo { get; init; }

    /// <summary>How long the recording is (podcasts).</summary>
    public TimeSpan? Duration { get; init; }

    /// <summary>Where it happened, in WGS 84 degrees.</summary>
    public FeedPlace? Place { get; init; }
}

/// <summary>A file that comes with an item.</summary>
/// <param name="Url">Where it is.</param>
/// <param name="Type">Its media type, as the feed says.</param>
/// <param name="Length">Its size in bytes, as the feed says; null when absent or not a number.</param>
public sealed record FeedEnclosure(string Url, string? Type, long? Length);

/// <summary>A point in WGS 84 degrees.</summary>
public sealed record FeedPlace(double Latitude, double Longitude);
