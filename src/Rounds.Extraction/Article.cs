namespace Rounds.Extraction;

/// <summary>What a page says, and what it says about itself. Anything not found is null or empty, never guessed from nothing.</summary>
public sealed record Article
{
    /// <summary>The headline, without the site's name.</summary>
    public string? Title { get; init; }

    /// <summary>The people who wrote it, as one line, without "By"; never the site.</summary>
    public string? Byline { get; init; }

    public string? SiteName { get; init; }

    public PageDate? Published { get; init; }

    public PageDate? Modified { get; init; }

    /// <summary>The first of <see cref="Images"/>.</summary>
    public ImageCandidate? LeadImage { get; init; }

    /// <summary>Pictures worth a card, best first, absolute addresses, at most 20; no logos, pixels or avatars.</summary>
    public IReadOnlyList<ImageCandidate> Images { get; init; } = [];

    /// <summary>The first good sentences: at most 80 words, ending where a sentence ends.</summary>
    public string? Excerpt { get; init; }

    /// <summary>The main text, one line a block.</summary>
    public string Text { get; init; } = "";

    /// <summary>The main text with its block structure, links and pictures. It is tidy, not safe: pass it through the sanitizer before showing it.</summary>
    public string Html { get; init; } = "";

    /// <summary>BCP 47, as short as the page gives it: "en", "pt-BR".</summary>
    public string? Language { get; init; }

    /// <summary>"ltr" or "rtl".</summary>
    public string Direction { get; init; } = "ltr";

    /// <summary>The page's own word on its address, absolute, http or https.</summary>
    public string? Canonical { get; init; }

    public IReadOnlyList<Embed> Embeds { get; init; } = [];

    public PageKind Kind { get; init; }

    public Evidence Evidence { get; init; } = new();

    public PageAccess Access { get; init; }
}

/// <summary>A moment as the page prints it: the offset is the page's own, or zero where it gives none.</summary>
/// <param name="Value">Midnight where <paramref name="HasTime"/> is false.</param>
/// <param name="HasTime">False where the page gives a day only.</param>
public sealed record PageDate(DateTimeOffset Value, bool HasTime);

/// <param name="Url">Absolute, http or https.</param>
/// <param name="Width">In CSS pixels, as declared.</param>
/// <param name="Height">In CSS pixels, as declared.</param>
/// <param name="Alt">The alternative text, where the page gives one.</param>
public sealed record ImageCandidate(string Url, int? Width, int? Height, string? Alt);

/// <param name="Kind">youtube, vimeo, slideshare, twitter, instagram, pdf, audio or video.</param>
/// <param name="Url">The address a person would visit, not the player's.</param>
/// <param name="Title">The frame's or link's own title.</param>
/// <param name="Thumbnail">A still picture, where its address follows from the video's id.</param>
public sealed record Embed(string Kind, string Url, string? Title, string? Thumbnail);

public enum PageKind { Article, Forum, Documentation, Product, Listing, Service, Collection }

/// <summary>Whether what was fetched is the page at all.</summary>
public enum PageAccess { Open, Paywall, CookieWall, NotFound, BotCheck }

/// <summary>What makes a health article checkable. Sources: Highwire citation_*, Dublin Core, PRISM, schema.org, identifiers in the text.</summary>
public sealed record Evidence
{
    /// <summary>Lower case, without a resolver: "10.1000/abc".</summary>
    public string? Doi { get; init; }

    /// <summary>PubMed's number, digits only.</summary>
    public string? Pmid { get; init; }

    /// <summary>"PMC" and digits.</summary>
    public string? Pmcid { get; init; }

    /// <summary>A trial registration: "NCT01234567", "ISRCTN12345678", "2020-001234-56" (EudraCT).</summary>
    public string? Trial { get; init; }

    public string? Journal { get; init; }

    /// <summary>As the page names it: "Research Article", "Systematic Review".</summary>
    public string? ArticleType { get; init; }

    public bool Preprint { get; init; }
}
