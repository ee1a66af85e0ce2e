using System.Net;

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
        for (var at = 0; TagScanner.Next(text, at, ref line) is { } tag; at = tag.End)
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

    private static void Take(Tag tag, string note, List<string> folders, ImportedTopic topic)
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
        return TagScanner.Next(text, from, ref line) is { Name: "/A" } end && TagScanner.Next(text, end.End, ref line) is { Name: "DD" } note
            ? Prose.Paragraphs(note.Text)
            : "";
    }

    private static string? BrowserTitle(string text) => Prose.Title(text) is { Length: > 0 } title && !BrowsersOwn.Contains(title) ? title : null;

    /// <summary>One tag with the text up to the next one.</summary>
    internal sealed record Tag(string Name, string Attributes, string Text, int Line, int End)
    {
        public string? Attribute(string name)
        {
            for (var at = Attributes.IndexOf(name, StringComparison.OrdinalIgnoreCase); at >= 0; at = Attributes.IndexOf(name, at + 1, StringComparison.OrdinalIgnoreCase))
            {
                var after = at + name.Length;
                if ((at == 0 || char.IsWhiteSpace(Attributes[at - 1])) && after + 1 < Attributes.Length && Attributes[after] == '=')
                {
                    var quote = Attributes[after + 1];
                    var end = quote is '"' or '\'' ? Attributes.IndexOf(quote, after + 2) : Attributes.AsSpan(after).IndexOfAny(' ', '\t', '\n') is var blank && blank < 0 ? Attributes.Length : after + blank;
                    var start = quote is '"' or '\'' ? after + 2 : after + 1;
                    return WebUtility.HtmlDecode(Attributes[start..(end < 0 ? Attributes.Length : end)]);
                }
            }

            return null;
        }
    }

    /// <summary>Walks from tag to tag; linear, and nothing nests.</summary>
    internal static class TagScanner
    {
        /// <param name="text">The file.</param>
        /// <param name="from">Where to look from.</param>
        /// <param name="line">Counts line ends passed; at the call, the line of <paramref name="from"/>.</param>
        public static Tag? Next(string text, int from, ref int line)
        {
            var start = text.IndexOf('<', from);
            if (start < 0)
            {
                return null;
            }

            line += text.AsSpan(from, start - from).Count('\n');
            var at = line;
            var close = EndOf(text, start);
            var inside = text.AsSpan(start + 1, Math.Max(0, close - start - 1)).Trim();
            var nameEnd = inside.IndexOfAny(" \t\n");
            var name = (nameEnd < 0 ? inside : inside[..nameEnd]).ToString().ToUpperInvariant();
            var attributes = nameEnd < 0 ? "" : inside[nameEnd..].ToString();
            var end = Math.Min(close + 1, text.Length);
            line += text.AsSpan(start, end - start).Count('\n');
            var textEnd = text.IndexOf('<', end);
            var said = name is "A" or "H1" or "H3" or "DD" ? WebUtility.HtmlDecode(text[end..(textEnd < 0 ? text.Length : textEnd)]) : "";
            return new Tag(name, attributes, said.Trim(), at, end);
        }

        /// <summary>The closing bracket; one inside a quoted attribute does not close.</summary>
        private static int EndOf(string text, int start)
        {
            var quote = '\0';
            for (var i = start + 1; i < text.Length; i++)
            {
                var c = text[i];
                if (quote != '\0')
                {
                    quote = c == quote ? '\0' : quote;
                }
                else if (c == '>')
                {
                    return i;
                }
                else if (c is '"' or '\'' && text[i - 1] == '=')
                {
                    quote = c;
                }
            }

            return text.Length;
        }
    }
}
