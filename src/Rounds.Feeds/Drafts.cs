namespace Rounds.Feeds;

/// <summary>A value that several elements may give: the one closest to its owner and most fitting wins, the first among equals.</summary>
internal struct Ranked<T>
{
    private int rank;

    public T? Value { get; private set; }

    private bool taken;

    public void Offer(T? value, int rank)
    {
        if (value is null or "" || (taken && rank >= this.rank))
            return;
        (Value, this.rank, taken) = (value, rank, true);
    }
}

/// <summary>What feed and item have in common while they are read.</summary>
internal class Draft
{
    public Ranked<string> Id, Link, Rights, Image, Summary, Content, Via;
    public Ranked<TitleText> Title;
    public Ranked<DateTimeOffset?> Published, Updated, Created, DcDate;

    private readonly List<(string Name, int Rank)> authors = [];
    private List<string>? categories;

    public IReadOnlyList<string> Categories => categories is null ? [] : categories;

    public void AddCategory(string? name)
    {
        categories ??= [];
        if (!string.IsNullOrEmpty(name) && categories.Count < 500 && !categories.Contains(name))
            categories.Add(name);
    }

    public void AddAuthor(string? name, int rank)
    {
        if (!string.IsNullOrEmpty(name) && authors.Count < 100)
            authors.Add((name, rank));
    }

    /// <summary>Those of the best kind of element: a creator's name and the same person's mail address are not two authors.</summary>
    public string? Author
    {
        get
        {
            if (authors.Count == 0)
                return null;
            if (authors.Count == 1)
                return authors[0].Name;
            var best = authors.Min(a => a.Rank);
            return string.Join(", ", authors.Where(a => a.Rank == best).Select(a => a.Name).Distinct());
        }
    }

    public DateTimeOffset? WhenPublished => Published.Value ?? Created.Value ?? DcDate.Value;

    public DateTimeOffset? WhenUpdated => Updated.Value ?? DcDate.Value;
}

/// <summary>A title as plain text, and with its markup where it has some.</summary>
internal sealed record TitleText(string? Text, string? Html);

internal sealed class FeedDraft : Draft
{
    public string? Format, Generator, SelfLink, Hub;
    public Ranked<string> Language;
    public readonly List<FeedItem> Items = [];

    public Feed Finish() => new()
    {
        Format = Format, Id = Id.Value, Title = Title.Value?.Text, TitleHtml = Title.Value?.Html, Link = Link.Value,
        Description = Summary.Value, Language = Language.Value, Author = Author, Rights = Rights.Value, Image = Image.Value,
        Categories = Categories, Published = WhenPublished, Updated = WhenUpdated, Items = Items, SelfLink = SelfLink,
        Generator = Generator, Hub = Hub,
    };
}

internal sealed class ItemDraft : Draft
{
    public string? Comments, InReplyTo, SourceAuthor;
    public Ranked<string> Permalink;
    public int? CommentCount;
    public TimeSpan? Duration;
    public FeedPlace? Place;
    public double? Latitude, Longitude;
    private List<FeedEnclosure>? enclosures;

    public void AddEnclosure(FeedEnclosure enclosure)
    {
        enclosures ??= [];
        if (enclosures.Count < 500 && !enclosures.Exists(e => e.Url == enclosure.Url))
            enclosures.Add(enclosure);
    }

    public FeedItem Finish() => new()
    {
        Id = Id.Value, Title = Title.Value?.Text, TitleHtml = Title.Value?.Html, Link = Link.Value ?? Permalink.Value,
        Author = Author ?? SourceAuthor, Rights = Rights.Value, Published = WhenPublished, Updated = WhenUpdated,
        Summary = Summary.Value, Content = Content.Value, Enclosures = enclosures is null ? [] : enclosures,
        Categories = Categories, Via = Via.Value, Image = Image.Value, Comments = Comments, CommentCount = CommentCount,
        InReplyTo = InReplyTo, Duration = Duration, Place = Place ?? PlaceOfParts(),
    };

    private FeedPlace? PlaceOfParts() =>
        Latitude is >= -90 and <= 90 && Longitude is >= -180 and <= 180 ? new(Latitude.Value, Longitude.Value) : null;
}
