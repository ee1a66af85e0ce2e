using System.Text;

namespace Rounds.Extraction.Gates;

/// <summary>
/// Flattens markup that nests past all reason before it is parsed: tags that would open below <see cref="Deepest"/> are left out, and
/// every end tag closes what is open inside it, so that no parser nests deeper than is counted here. Not a security boundary:
/// whatever comes out is parsed and sanitized like any other page. Text is kept.
/// </summary>
internal static class TagBalancer
{
    private const int Deepest = 100;
    private const int FurthestBack = 32;

    private static readonly HashSet<string> Void = new(StringComparer.Ordinal)
        { "area", "base", "br", "col", "embed", "hr", "img", "input", "link", "meta", "param", "source", "track", "wbr" };

    // Reopened in each following paragraph until closed: kept only directly around their text.
    private static readonly HashSet<string> Formatting = new(StringComparer.Ordinal)
        { "a", "b", "big", "code", "em", "font", "i", "nobr", "s", "small", "strike", "strong", "tt", "u" };

    public static string Flatten(string html)
    {
        var output = new StringBuilder(html.Length);
        var open = new List<string>();
        var at = 0;
        while (at < html.Length)
        {
            var tag = html.IndexOf('<', at);
            if (tag < 0) tag = html.Length;
            output.Append(html, at, tag - at);
            at = tag < html.Length ? CopyTag(html, tag, output, open) : tag;
        }
        return output.ToString();
    }

    private static int CopyTag(string html, int start, StringBuilder output, List<string> open)
    {
        var closes = start + 1 < html.Length && html[start + 1] == '/';
        var nameStart = start + (closes ? 2 : 1);
        var nameEnd = nameStart;
        while (nameEnd < html.Length && (char.IsAsciiLetterOrDigit(html[nameEnd]) || html[nameEnd] is '-' or ':')) nameEnd++;
        if (nameEnd == nameStart)
        {
            if (nameStart < html.Length && html[nameStart] is '!' or '?' or '/') return TagStripper.EndOfMarkup(html, start);
            output.Append("&lt;");
            return start + 1;
        }
        var end = TagStripper.EndOfMarkup(html, start);
        var name = html[nameStart..nameEnd].ToLowerInvariant();
        if (closes)
        {
            Close(name, output, open);
            return end;
        }
        if (TagStripper.IsRawText(name)) return TagStripper.EndOfRawText(html, end, name);
        if (Void.Contains(name)) output.Append(html, start, end - start);
        else if (open.Count < Deepest && !Formatting.Contains(name))
        {
            output.Append(html, start, end - start);
            open.Add(name);
        }
        return end;
    }

    private static void Close(string name, StringBuilder output, List<string> open)
    {
        for (var i = open.Count - 1; i >= 0 && i >= open.Count - FurthestBack; i--)
        {
            if (open[i] != name) continue;
            for (var j = open.Count - 1; j >= i; j--) output.Append("</").Append(open[j]).Append('>');
            open.RemoveRange(i, open.Count - i);
            return;
        }
    }
}
