namespace Rounds.Extraction.Gates;

/// <summary>What a piece of foreign HTML may hold, by where it will stand.</summary>
public enum SanitizerProfile
{
    /// <summary>An article or excerpt: structure, tables, figures, images, quotations, code.</summary>
    Article,

    /// <summary>What readers write: paragraphs, emphasis, links, quotations, code, lists. No images.</summary>
    Comment,

    /// <summary>Newsletters and mail: the article's markup and the presentation mail needs, tables with widths, colours, fonts.</summary>
    Mail,

    /// <summary>Text only, escaped.</summary>
    Plain,
}
