using System.Collections.Frozen;
using System.Text;

namespace Rounds.Extraction.Reading;

/// <summary>
/// Takes tags out of a page that nests deeper than any honest one. The grammar makes a parser look through all open elements at many
/// tags, so 100,000 nested ones cost minutes (AngleSharp 1.10: 5,000 cost half a second, and four times that for each doubling), and its
/// own depth limit shortens the tree but not that search.
/// </summary>
internal static class NestingGuard
{
    private const int Deepest = 500;

    private static readonly FrozenSet<string>.AlternateLookup<ReadOnlySpan<char>> RawText =
        FrozenSet.Create(StringComparer.OrdinalIgnoreCase, "script", "style", "textarea", "title", "xmp", "iframe", "noembed", "noframes").GetAlternateLookup<ReadOnlySpan<char>>();

    /// <summary>Void elements, and those whose end tag may be left out: pages with thousands of open list items are honest.</summary>
    private static readonly FrozenSet<string>.AlternateLookup<ReadOnlySpan<char>> EndsByItself =
        FrozenSet.Create(StringComparer.OrdinalIgnoreCase, "p", "li", "td", "tr", "th", "dt", "dd", "br", "img", "input", "hr", "meta", "link", "option", "tbody", "thead", "source", "wbr", "col", "area", "embed", "base", "param").GetAlternateLookup<ReadOnlySpan<char>>();

    public static string Limit(string html) => Walk(html, null) <= Deepest ? html : Rewrite(html);

    private static string Rewrite(string html)
    {
        var kept = new StringBuilder(html.Length);
        Walk(html, kept);
        return kept.ToString();
    }

    /// <summary>The depth by counting tags; with a target, also copies all but the tags that are too deep.</summary>
    private static int Walk(string html, StringBuilder? kept)
    {
        int depth = 0, deepest = 0, copied = 0, at = 0;
        while ((at = html.IndexOf('<', at)) >= 0 && at + 1 < html.Length)
        {
            var start = at++;
            if (html[at] == '!') { at = SkipDeclaration(html, at); continue; }
            var closes = html[at] == '/';
            if (closes) at++;
            var name = NameAt(html, at);
            if (name.Length == 0) continue;
            var end = html.IndexOf('>', at);
            if (end < 0) break;
            at = end + 1;
            if (!closes && RawText.Contains(name)) { at = SkipRawText(html, at, name); continue; }
            if (html[end - 1] == '/' || EndsByItself.Contains(name)) continue;
            var tooDeep = depth > Deepest;
            depth = closes ? Math.Max(0, depth - 1) : depth + 1;
            deepest = Math.Max(deepest, depth);
            if (!tooDeep || kept is null) continue;
            kept.Append(html, copied, start - copied).Append(' ');
            copied = at;
        }
        kept?.Append(html, copied, html.Length - copied);
        return deepest;
    }

    private static int SkipDeclaration(string html, int at)
    {
        if (!html.AsSpan(at).StartsWith("!--", StringComparison.Ordinal)) return at;
        var end = html.IndexOf("-->", at, StringComparison.Ordinal);
        return end < 0 ? html.Length : end;
    }

    private static ReadOnlySpan<char> NameAt(string html, int at)
    {
        var end = at;
        while (end < html.Length && end - at < 12 && char.IsAsciiLetterOrDigit(html[end])) end++;
        return html.AsSpan(at, end - at);
    }

    private static int SkipRawText(string html, int at, ReadOnlySpan<char> name)
    {
        while ((at = html.IndexOf("</", at, StringComparison.Ordinal)) >= 0)
        {
            at += 2;
            if (html.AsSpan(at).StartsWith(name, StringComparison.OrdinalIgnoreCase)) return at;
        }
        return html.Length;
    }
}
