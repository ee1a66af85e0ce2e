using Rounds.Features.Import.Formats;

namespace Rounds.Features.Import;

/// <summary>The formats as people call them.</summary>
public static class FormatNames
{
    public static string Of(string format) => format switch
    {
        ScoopitText.Format => "Scoop.it topic page, saved as text",
        ScoopitHtml.Format => "Scoop.it topic page, saved as HTML",
        ScoopitJson.Format => "Scoop.it, JSON of its API",
        BookmarksFile.Format => "bookmarks",
        CsvFile.Format => "table (CSV)",
        OpmlFile.Format => "list of feeds (OPML)",
        UnreadableFile.Format => "not recognised",
        _ when format.StartsWith("rss", StringComparison.Ordinal) => "RSS feed",
        _ when format.StartsWith("atom", StringComparison.Ordinal) => "Atom feed",
        _ when format.StartsWith("json", StringComparison.Ordinal) => "JSON Feed",
        _ => format,
    };
}
