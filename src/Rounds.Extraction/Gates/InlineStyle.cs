using System.Text;

namespace Rounds.Extraction.Gates;

/// <summary>
/// A style attribute, read by a scanner of our own that knows far less than CSS: declarations of known properties whose values are
/// words, numbers, colours and quoted font names. No function but colours' (so no url, image-set, var, expression, attr), no
/// backslash, comment, brace or at-sign; nothing that moves an element out of its place (position, negative margins, transform).
/// </summary>
internal sealed class InlineStyle
{
    private const int Longest = 2000;

    private static readonly string[] ArticleProperties =
    [
        "text-align", "font-style", "font-weight", "font-variant", "text-decoration", "text-decoration-line", "text-indent", "vertical-align",
        "list-style-type", "direction", "unicode-bidi", "white-space", "writing-mode", "text-transform",
    ];

    private static readonly string[] MailProperties =
    [
        .. ArticleProperties, "color", "background-color", "font", "font-size", "font-family", "line-height", "letter-spacing", "width",
        "max-width", "min-width", "height", "padding", "padding-top", "padding-right", "padding-bottom", "padding-left", "margin",
        "margin-top", "margin-right", "margin-bottom", "margin-left", "border", "border-top", "border-right", "border-bottom",
        "border-left", "border-color", "border-style", "border-width", "border-radius", "border-collapse", "border-spacing",
        "table-layout", "word-break", "overflow-wrap", "word-spacing", "text-decoration-color", "text-decoration-style",
    ];

    public static readonly InlineStyle None = new([]);
    public static readonly InlineStyle Article = new(ArticleProperties);
    public static readonly InlineStyle Mail = new(MailProperties);

    private static readonly string[] ColourFunctions = ["rgb", "rgba", "hsl", "hsla"];

    private readonly HashSet<string> properties;

    private InlineStyle(string[] properties) => this.properties = new(properties, StringComparer.OrdinalIgnoreCase);

    /// <summary>The declarations that may stay; as written when all may; null when none may.</summary>
    public string? Keep(string written)
    {
        if (properties.Count == 0 || written.Length is 0 or > Longest) return null;
        // What CSS reads in ways of its own is not looked into: one such character and the whole attribute goes.
        if (written.AsSpan().IndexOfAny("\\{}<>@&`$") >= 0 || written.Contains("/*", StringComparison.Ordinal)
            || written.AsSpan().ContainsAnyExceptInRange(' ', '~')) return null;
        var kept = new StringBuilder();
        var all = true;
        foreach (var declaration in Declarations(written))
        {
            var colon = declaration.IndexOf(':');
            if (declaration.Trim().Length == 0) continue;
            if (colon > 0 && properties.Contains(declaration[..colon].Trim()) && IsHarmless(declaration.AsSpan(colon + 1)))
                kept.Append(kept.Length > 0 ? "; " : "").Append(declaration[..colon].Trim()).Append(": ").Append(declaration[(colon + 1)..].Trim());
            else all = false;
        }
        return kept.Length == 0 ? null : all ? written : kept.ToString();
    }

    public static bool IsColour(string value) =>
        value.Length <= 40 && value.Length > 0
        && (value[0] == '#' ? value.Length is 4 or 5 or 7 or 9 && value.Skip(1).All(char.IsAsciiHexDigit) : value.All(char.IsAsciiLetter));

    public static bool IsFontList(string value) =>
        value.Length is > 0 and <= 200 && value.All(c => char.IsAsciiLetterOrDigit(c) || c is ' ' or ',' or '-' or '\'');

    private static IEnumerable<string> Declarations(string written)
    {
        var start = 0;
        var quote = '\0';
        for (var i = 0; i < written.Length; i++)
        {
            var c = written[i];
            if (quote != '\0') { if (c == quote) quote = '\0'; }
            else if (c is '"' or '\'') quote = c;
            else if (c == ';')
            {
                yield return written[start..i];
                start = i + 1;
            }
        }
        yield return written[start..];
    }

    private static bool IsHarmless(ReadOnlySpan<char> value)
    {
        if (value.Trim().Length == 0) return false;
        var i = 0;
        while (i < value.Length)
        {
            var c = value[i];
            if (c is ' ' or ',' or '%' or '/') i++;
            else if (c is '"' or '\'') { if (!SkipString(value, ref i)) return false; }
            else if (c == '#') { i++; while (i < value.Length && char.IsAsciiHexDigit(value[i])) i++; }
            else if (char.IsAsciiDigit(c) || c is '.' or '+') { i++; while (i < value.Length && (char.IsAsciiLetterOrDigit(value[i]) || value[i] is '.' or '%')) i++; }
            else if (c == '!') { if (!value[i..].TrimEnd().Equals("!important", StringComparison.OrdinalIgnoreCase)) return false; i = value.Length; }
            else if (char.IsAsciiLetter(c) || c == '-' && i + 1 < value.Length && char.IsAsciiLetter(value[i + 1])) { if (!SkipWord(value, ref i)) return false; }
            else return false;
        }
        return true;
    }

    private static bool SkipString(ReadOnlySpan<char> value, ref int i)
    {
        var close = value[(i + 1)..].IndexOf(value[i]);
        if (close < 0) return false;
        foreach (var c in value.Slice(i + 1, close))
            if (!char.IsAsciiLetterOrDigit(c) && c is not (' ' or '-' or '_' or '.')) return false;
        i += close + 2;
        return true;
    }

    private static bool SkipWord(ReadOnlySpan<char> value, ref int i)
    {
        var start = i++;
        while (i < value.Length && (char.IsAsciiLetterOrDigit(value[i]) || value[i] == '-')) i++;
        if (i == value.Length || value[i] != '(') return true;
        var function = value[start..i];
        var known = false;
        foreach (var name in ColourFunctions) known |= function.Equals(name, StringComparison.OrdinalIgnoreCase);
        var close = value[i..].IndexOf(')');
        if (!known || close < 0 || value.Slice(i + 1, close - 1).IndexOfAnyExcept("0123456789.,%/ deg") >= 0) return false;
        i += close + 1;
        return true;
    }
}
