using Rounds.Features.Posts;

namespace Rounds.Features.Import;

/// <summary>What a file says, before anything of it is in the database: the same shape whatever the format.</summary>
public sealed class ImportedTopic(string format)
{
    /// <summary>The format in one word, as the report names it: <c>scoopit-text</c>, <c>csv</c>, <c>rss20</c> …</summary>
    public string Format { get; } = format;
    public string? Title { get; set; }
    public string? Slug { get; set; }
    public string Description { get; set; } = "";
    public IReadOnlyList<string> Audiences { get; set; } = [];
    public string? Language { get; set; }
    public bool IsPrivate { get; set; }

    /// <summary>Who keeps the topic, by name.</summary>
    public string? Curator { get; set; }

    /// <summary>All views so far, as counted where the topic was.</summary>
    public long? Views { get; set; }

    /// <summary>True where somebody chose the order of the posts: it then wins over their dates.</summary>
    public bool KeepsOrder { get; set; }

    /// <summary>First is on top of the page.</summary>
    public List<ImportedPost> Posts { get; } = [];
    public List<Rejection> Rejected { get; } = [];
    public List<string> Notes { get; } = [];

    public int Read => Posts.Count + Rejected.Count;
}

/// <summary>One post of a file.</summary>
public sealed record ImportedPost
{
    /// <summary>Where it stands: the line in files of lines, the number of the item in JSON and feeds.</summary>
    public required int Line { get; init; }

    /// <summary>Stays the same each time the file is read, so that importing again finds the post.</summary>
    public required string ExternalId { get; init; }
    public required string Title { get; init; }
    public PostKind Kind { get; init; } = PostKind.Link;
    public string? Url { get; init; }
    public string? SiteName { get; init; }

    /// <summary>Who wrote the source.</summary>
    public string? Author { get; init; }
    public DateTimeOffset? SourceDate { get; init; }

    /// <summary>Who put it on the topic; null for whoever imports.</summary>
    public string? Curator { get; init; }

    /// <summary>When it was put on the topic.</summary>
    public DateTimeOffset? PublishedAt { get; init; }
    public string Excerpt { get; init; } = "";

    /// <summary>Markdown.</summary>
    public string Insight { get; init; } = "";
    public IReadOnlyList<string> Tags { get; init; } = [];
    public string? Language { get; init; }
    public string? ImageUrl { get; init; }
    public string? SuggestedBy { get; init; }
    public long Views { get; init; }
    public int Thanks { get; init; }
    public bool IsPinned { get; init; }
    public IReadOnlyList<ImportedTalk> Talk { get; init; } = [];
}

/// <summary>A comment under an imported post, or an insight by another curator. The body may be empty: some pages lost it.</summary>
public sealed record ImportedTalk(string Author, bool IsInsight, string Body, DateTimeOffset? WrittenAt);

/// <summary>Something in the file that did not become a post, and why.</summary>
public sealed record Rejection(int Line, string Reason);
