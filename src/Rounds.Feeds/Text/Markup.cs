using System.Collections.Frozen;
using System.Text;
using Rounds.Feeds.Xml;

namespace Rounds.Feeds.Text;

/// <summary>Tells HTML from plain text, and turns one into the other. Feeds seldom say which of the two a value is.</summary>
internal static class Markup
{
    private static readonly FrozenSet<string> Elements = new[]
    {
        "a", "abbr", "acronym", "address", "area", "article", "aside", "audio", "b", "bdi", "bdo", "big", "blockquote", "br", "button",
        "canvas", "caption", "center", "cite", "code", "col", "colgroup", "dd", "del", "details", "dfn", "dir", "div", "dl", "dt", "em",
        "embed", "fieldset", "figcaption", "figure", "font", "footer", "form", "h1", "h2", "h3", "h4", "h5", "h6", "header", "hr", "i",
        "iframe", "img", "input", "ins", "kbd", "label", "legend", "li", "main", "map", "mark", "menu", "meter", "nav", "noscript",
        "object", "ol", "optgroup", "option", "output", "p", "param", "picture", "pre", "progress", "q", "s", "samp", "script", "section",
        "select", "small", "source", "span", "strike", "strong", "style", "sub", "summary", "sup", "svg", "table", "tbody", "td",
        "textarea", "tfoot", "th", "thead", "time", "tr", "track", "tt", "u", "ul", "var", "video", "wbr",
    }.ToFrozenSet(StringComparer.OrdinalIgnoreCase);

    private static readonly FrozenSet<string>.AlternateLookup<ReadOnlySpan<char>> Known = Elements.GetAlternateLookup<ReadOnlySpan<char>>();

    /// <summary>Whether a value of unsaid type is HTML: it has an element HTML knows, or a character reference.</summary>
    public static bool LooksLikeHtml(ReadOnlySpan<char> text)
    {
        while (true)
        {
            var at = text.IndexOfAny('<', '&');
            if (at < 0)
                return false;
            text = text[at..];
            if (text[0] == '<' ? TagAt(text) > 0 : ReferenceAt(text))
                return true;
            text = text[1..];
        }
    }

    /// <summary>Plain text as HTML. It is left as it is unless an HTML parser would read something else in it.</summary>
    public static string FromText(string text)
    {
        if (!Misread(text))
            return text;
        return text.Replace("&", "&amp;", StringComparison.Ordinal).Replace("<", "&lt;", StringComparison.Ordinal)
            .Replace(">", "&gt;", StringComparison.Ordinal);
    }

    /// <summary>A title that is HTML as plain text: tags out, references decoded.</summary>
    public static string ToText(string html)
    {
        var text = new TextBuffer();
        var entities = new Entities();
        var rest = html.AsSpan();
        while (!rest.IsEmpty)
        {
            var open = rest.IndexOf('<');
            if (open < 0)
                break;
            entities.Decode(rest[..open], text, Escape.Nothing);
            rest = rest[open..];
            var length = TagAt(rest);
            if (length == 0)
            {
                text.Append('<');
                length = 1;
            }
            else if (rest.StartsWith("<br", StringComparison.OrdinalIgnoreCase) || rest.StartsWith("<p", StringComparison.OrdinalIgnoreCase)
                || rest.StartsWith("</p", StringComparison.OrdinalIgnoreCase))
                text.Append(' ');
            rest = rest[length..];
        }
        entities.Decode(rest, text, Escape.Nothing);
        return OneLine(text.Span.ToString());
    }

    /// <summary>Line breaks inside a title are layout of the source; other spaces are left as written.</summary>
    public static string OneLine(string text)
    {
        text = text.Trim(' ', '\t', '\r', '\n');
        if (text.AsSpan().IndexOfAny("\r\n\t") < 0)
            return text;
        var line = new StringBuilder(text.Length);
        for (var i = 0; i < text.Length;)
        {
            var start = i;
            var broken = false;
            while (i < text.Length && text[i] is ' ' or '\r' or '\n' or '\t')
                broken |= text[i++] != ' ';
            if (i > start)
                line.Append(broken ? " " : text[start..i]);
            else
                line.Append(text[i++]);
        }
        return line.ToString();
    }

    /// <summary>The length of the tag of a known element that <paramref name="text"/> begins with, or 0.</summary>
    private static int TagAt(ReadOnlySpan<char> text)
    {
        var name = text.Length > 1 && text[1] == '/' ? 2 : 1;
        var end = name;
        while (end < text.Length && end < name + 12 && char.IsAsciiLetterOrDigit(text[end]))
            end++;
        if (end == name || end >= text.Length || text[end] is not (' ' or '>' or '/' or '\n' or '\t' or '\r') || !Known.Contains(text[name..end]))
            return 0;
        // A tag of a title that has no end within this is none.
        var close = text[..Math.Min(text.Length, 4_096)].IndexOf('>');
        return close + 1;
    }

    private static bool ReferenceAt(ReadOnlySpan<char> text)
    {
        var end = text[..Math.Min(text.Length, 34)].IndexOf(';');
        if (end < 2)
            return false;
        if (text[1] == '#')
            return end > 2 && (char.IsAsciiDigit(text[2]) || (text[2] is 'x' or 'X' && end > 3 && char.IsAsciiHexDigit(text[3])));
        foreach (var c in text[1..end])
            if (!char.IsAsciiLetterOrDigit(c))
                return false;
        return AngleSharp.Html.HtmlEntityProvider.Resolver.GetSymbol(text[1..(end + 1)].ToString()) is not null;
    }

    private static bool Misread(ReadOnlySpan<char> text)
    {
        while (true)
        {
            var at = text.IndexOfAny('<', '&');
            if (at < 0)
                return false;
            text = text[at..];
            if (text[0] == '<' ? text.Length > 1 && (char.IsAsciiLetter(text[1]) || text[1] is '/' or '!' or '?') : ReferenceAt(text))
                return true;
            text = text[1..];
        }
    }
}
