using System.Net;
using System.Text;

namespace Rounds.Extraction.Gates;

/// <summary>Text out of markup without a parser: the last resort for what no parser gets through in bounded time.</summary>
internal static class TagStripper
{
    private static readonly string[] RawText = ["script", "style", "textarea", "title", "xmp", "iframe", "noembed", "noframes", "noscript", "template", "svg", "math"];

    public static string Strip(string html)
    {
        var text = new StringBuilder();
        var at = 0;
        while (at < html.Length)
        {
            var tag = html.IndexOf('<', at);
            if (tag < 0) tag = html.Length;
            text.Append(html, at, tag - at);
            if (tag == html.Length) break;
            at = EndOfMarkup(html, tag);
            var nameEnd = tag + 1;
            while (nameEnd < at && char.IsAsciiLetter(html[nameEnd])) nameEnd++;
            var name = html[(tag + 1)..nameEnd].ToLowerInvariant();
            if (IsRawText(name)) at = EndOfRawText(html, at, name);
            text.Append(' ');
        }
        return Markup.Tidy(WebUtility.HtmlDecode(text.ToString()));
    }

    public static bool IsRawText(string name) => RawText.Contains(name);

    /// <summary>After the tag, comment or declaration that begins here. An unclosed one runs to the end, as in the standard.</summary>
    public static int EndOfMarkup(string html, int start)
    {
        if (string.CompareOrdinal(html, start, "<!--", 0, 4) == 0)
        {
            var close = html.IndexOf("-->", start + 4, StringComparison.Ordinal);
            return close < 0 ? html.Length : close + 3;
        }
        var quote = '\0';
        for (var i = start + 1; i < html.Length; i++)
        {
            var c = html[i];
            if (quote != '\0') { if (c == quote) quote = '\0'; }
            else if (c == '>') return i + 1;
            else if (c is '"' or '\'' && html[i - 1] == '=') quote = c;
        }
        return html.Length;
    }

    public static int EndOfRawText(string html, int from, string name)
    {
        var close = html.IndexOf("</" + name, from, StringComparison.OrdinalIgnoreCase);
        return close < 0 ? html.Length : EndOfMarkup(html, close);
    }
}
