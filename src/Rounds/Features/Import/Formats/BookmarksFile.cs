namespace Rounds.Features.Import.Formats;

/// <summary>
/// The Netscape bookmark file, which every browser and bookmarking service writes. It only looks like HTML (list items are
/// never closed), so it is read tag by tag: folders become tags, what is written under a bookmark is the curator's own note.
/// </summary>
internal static class BookmarksFile
{
    public const string Format = "bookmarks";
    private const int MostFolders = 200;

    // The folders that browsers make themselves say nothing about what is in them.
    private static readonly HashSet<string> BrowsersOwn = new(StringComparer.OrdinalIgnoreCase)
    {
        "Bookmarks", "Bookmarks bar", "Bookmarks Toolbar", "Bookmarks Menu", "Other bookmarks", "Mobile bookmarks", "Favorites", "Favorites bar", "Favourites",
        "Imported", "Unsorted Bookmarks", "Unsorted", "Reading List", "Toolbar",
    };

    public static bool Recognises(string head) => head.Contains("NETSCAPE-Bookmark-file", StringComparison.OrdinalIgnoreCase);

    public static ImportedTopic Read(string text)
    {
        var topic = new ImportedTopic(Format);
        var folders = new List<string>();
        string? opening = null;
        var line = 1;
        for (var at = 0; ScannedTag.Next(text, at, ref line) is { } tag; at = tag.End)
        {
            switch (tag.Name)
            {
                case "H1" when BrowserTitle(tag.Text) is { } title:
                    topic.Title = title;
                    break;
                case "H3":
                    opening = tag.Text;
                    break;
                case "DL":
                    folders.Add(folders.Count < MostFolders ? opening ?? "" : "");
                    opening = null;
                    break;
                case "/DL" when folders.Count > 0:
                    folders.RemoveAt(folders.Count - 1);
                    break;
                case "A":
                    Take(tag, Note(text, tag.End), folders, topic);
                    break;
            }
        }

        return topic;
    }

    private static void Take(ScannedTag tag, string note, List<string> folders, ImportedTopic topic)
    {
        var address = tag.Attribute("HREF");
        if (Prose.Link(address) is not { } url)
        {
            topic.Rejected.Add(new Rejection(tag.Line, $"“{Prose.FirstWords(tag.Text)}” is not the address of a web page but begins with “{Prose.FirstWords(address ?? "", 20)}”."));
            return;
        }

        if (tag.Attribute("PRIVATE") is "1")
        {
            topic.Rejected.Add(new Rejection(tag.Line, $"“{Prose.FirstWords(tag.Text)}” is marked private; posts of a topic are for everybody."));
            return;
        }

        var tags = (tag.Attribute("TAGS") ?? "").Split(',', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);
        topic.Posts.Add(new ImportedPost
        {
            Line = tag.Line,
            ExternalId = $"link:{Prose.Fingerprint(url)}",
            Title = Prose.Title(tag.Text) is { Length: > 0 } title ? title : url,
            Url = url,
            SiteName = Prose.Site(url),
            PublishedAt = WrittenDates.Read(tag.Attribute("ADD_DATE")),
            Insight = Prose.Markdown(note),
            Tags = [.. tags, .. folders.Where(f => f.Length > 0 && !BrowsersOwn.Contains(f))],
        });
    }

    /// <summary>What follows <c>&lt;DD&gt;</c>, until the next tag of the list.</summary>
    private static string Note(string text, int from)
    {
        var line = 0;
        return ScannedTag.Next(text, from, ref line) is { Name: "/A" } end && ScannedTag.Next(text, end.End, ref line) is { Name: "DD" } note
            ? Prose.Paragraphs(note.Text)
            : "";
    }

    private static string? BrowserTitle(string text) => Prose.Title(text) is { Length: > 0 } title && !BrowsersOwn.Contains(title) ? title : null;
}
