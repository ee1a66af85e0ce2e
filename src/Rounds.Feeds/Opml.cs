namespace Rounds.Feeds;

/// <summary>A list of feeds, with folders, as readers exchange it (OPML 2.0).</summary>
public sealed record Opml
{
    public string? Title { get; init; }

    public string? Owner { get; init; }

    /// <summary>In UTC.</summary>
    public DateTimeOffset? Created { get; init; }

    public IReadOnlyList<Outline> Outlines { get; init; } = [];

    /// <summary>In plain words, the first thing that was wrong; null for a sound list. What could be read is there all the same.</summary>
    public string? Fault { get; init; }

    /// <summary>Every feed in the list and its folders, in order.</summary>
    public IEnumerable<Outline> Feeds() => Outlines.SelectMany(o => o.WithDescendants()).Where(o => o.XmlUrl is not null);
}

/// <summary>A feed (it has an <paramref name="XmlUrl"/>) or a folder.</summary>
/// <param name="Title">Its name; empty when the list gives none.</param>
/// <param name="XmlUrl">The feed's address.</param>
/// <param name="HtmlUrl">The address of the page it belongs to.</param>
/// <param name="Children">What is in the folder.</param>
public sealed record Outline(string Title, string? XmlUrl, string? HtmlUrl, IReadOnlyList<Outline> Children)
{
    public string? Description { get; init; }

    public string? Language { get; init; }

    /// <summary>Tags, without the slashes OPML puts before them.</summary>
    public IReadOnlyList<string> Categories { get; init; } = [];

    internal IEnumerable<Outline> WithDescendants() => Children.SelectMany(c => c.WithDescendants()).Prepend(this);
}
