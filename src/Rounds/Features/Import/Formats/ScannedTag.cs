using System.Net;

namespace Rounds.Features.Import.Formats;

/// <summary>One tag of a bookmark file with the text up to the next one. Found by walking from tag to tag: linear, and nothing nests.</summary>
/// <param name="Name">In upper case; an end tag's begins with a slash.</param>
/// <param name="Attributes">As written.</param>
/// <param name="Text">Decoded; only of the tags whose text matters here.</param>
/// <param name="Line">Where the tag begins.</param>
/// <param name="End">Where it ends.</param>
internal sealed record ScannedTag(string Name, string Attributes, string Text, int Line, int End)
{
    /// <param name="text">The file.</param>
    /// <param name="from">Where to look from.</param>
    /// <param name="line">Counts line ends passed; at the call, the line of <paramref name="from"/>.</param>
    public static ScannedTag? Next(string text, int from, ref int line)
    {
        var start = text.IndexOf('<', from);
        if (start < 0)
        {
            return null;
        }

        line += text.AsSpan(from, start - from).Count('\n');
        var startLine = line;
        var close = CloseOf(text, start);
        var inside = text.AsSpan(start + 1, Math.Max(0, close - start - 1)).Trim();
        var nameEnd = inside.IndexOfAny(" \t\n");
        var name = (nameEnd < 0 ? inside : inside[..nameEnd]).ToString().ToUpperInvariant();
        var attributes = nameEnd < 0 ? "" : inside[nameEnd..].ToString();
        var end = Math.Min(close + 1, text.Length);
        line += text.AsSpan(start, end - start).Count('\n');
        var textEnd = text.IndexOf('<', end);
        var said = name is "A" or "H1" or "H3" or "DD" ? WebUtility.HtmlDecode(text[end..(textEnd < 0 ? text.Length : textEnd)]) : "";
        return new ScannedTag(name, attributes, said.Trim(), startLine, end);
    }

    /// <summary>The decoded value, or null.</summary>
    public string? Attribute(string name)
    {
        for (var at = Find(name, 0); at >= 0; at = Find(name, at + 1))
        {
            var value = at + name.Length + 1;
            if ((at == 0 || char.IsWhiteSpace(Attributes[at - 1])) && value < Attributes.Length && Attributes[value - 1] == '=')
            {
                return WebUtility.HtmlDecode(ValueAt(value));
            }
        }

        return null;
    }

    private int Find(string name, int from) => Attributes.IndexOf(name, from, StringComparison.OrdinalIgnoreCase);

    private string ValueAt(int start)
    {
        var quote = Attributes[start];
        if (quote is '"' or '\'')
        {
            var close = Attributes.IndexOf(quote, start + 1);
            return Attributes[(start + 1)..(close < 0 ? Attributes.Length : close)];
        }

        var blank = Attributes.AsSpan(start).IndexOfAny(" \t\n");
        return blank < 0 ? Attributes[start..] : Attributes.Substring(start, blank);
    }

    /// <summary>The closing bracket; one inside a quoted attribute does not close.</summary>
    private static int CloseOf(string text, int start)
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
