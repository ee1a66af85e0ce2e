using System.Globalization;
using System.Text;
using AngleSharp.Html;
using Rounds.Feeds.Text;

namespace Rounds.Feeds.Xml;

/// <summary>Resolves references: XML's five, numbers, HTML's named characters, and what the document's own DTD declares (plain
/// replacement text only, nested a little, bounded in all: the "billion laughs" end here).</summary>
internal sealed class Entities
{
    private const int DeepestNesting = 4;
    private const int LongestDeclared = 4_096;
    private const int MostDeclared = 500;
    private const int LongestName = 40;

    // All that declared entities may add to one document, in characters.
    private int allowance = 1_000_000;
    private Dictionary<string, string>? declared;
    private TextBuffer? scratch;

    /// <summary>Set once a reference was met that XML does not define: the name, for the fault.</summary>
    public string? Undefined { get; private set; }

    public void Declare(string name, string value)
    {
        declared ??= new(StringComparer.Ordinal);
        if (declared.Count < MostDeclared && value.Length <= LongestDeclared)
            declared.TryAdd(name, value);
    }

    public string Decode(ReadOnlySpan<char> raw)
    {
        if (!raw.Contains('&'))
            return raw.ToString();
        scratch ??= new TextBuffer();
        scratch.Clear();
        Decode(raw, scratch, Escape.Nothing);
        return scratch.Span.ToString();
    }

    public void Decode(ReadOnlySpan<char> raw, TextBuffer into, Escape escape) => Decode(raw, into, escape, 0);

    private void Decode(ReadOnlySpan<char> raw, TextBuffer into, Escape escape, int depth)
    {
        while (true)
        {
            var reference = raw.IndexOf('&');
            if (reference < 0)
            {
                Append(raw, into, escape);
                return;
            }
            Append(raw[..reference], into, escape);
            raw = raw[reference..];
            raw = raw[Resolve(raw, into, escape, depth)..];
        }
    }

    /// <summary>How many characters of <paramref name="raw"/>, which begins with '&amp;', were used.</summary>
    private int Resolve(ReadOnlySpan<char> raw, TextBuffer into, Escape escape, int depth)
    {
        if (raw.Length > 2 && raw[1] == '#')
        {
            var used = Number(raw, out var character);
            if (used > 0)
            {
                Append(character, into, escape);
                return used;
            }
        }
        else
        {
            var length = raw[1..Math.Min(raw.Length, LongestName)].IndexOf(';');
            if (length > 0 && IsName(raw.Slice(1, length)) && Named(raw.Slice(1, length), into, escape, depth))
                return length + 2;
        }
        Undefined ??= "&";
        Append("&", into, escape);
        return 1;
    }

    private bool Named(ReadOnlySpan<char> name, TextBuffer into, Escape escape, int depth)
    {
        var known = name switch { "amp" => "&", "lt" => "<", "gt" => ">", "quot" => "\"", "apos" => "'", _ => null };
        if (known is not null)
        {
            Append(known, into, escape);
            return true;
        }
        var key = name.ToString();
        if (declared is not null && declared.TryGetValue(key, out var value))
        {
            allowance -= value.Length + 1;
            if (depth < DeepestNesting && allowance >= 0)
                Decode(value, into, escape, depth + 1);
            else
                Undefined ??= "&" + key + ";";
            return true;
        }
        if (HtmlEntityProvider.Resolver.GetSymbol(key + ";") is not { } symbol)
            return false;
        Undefined ??= "&" + key + ";";
        Append(symbol, into, escape);
        return true;
    }

    private static bool IsName(ReadOnlySpan<char> name)
    {
        foreach (var c in name)
            if (!char.IsLetterOrDigit(c) && c is not ('_' or '-' or '.'))
                return false;
        return true;
    }

    private int Number(ReadOnlySpan<char> raw, out string character)
    {
        var hexadecimal = raw[2] is 'x' or 'X';
        var at = hexadecimal ? 3 : 2;
        var start = at;
        while (at < raw.Length && (hexadecimal ? char.IsAsciiHexDigit(raw[at]) : char.IsAsciiDigit(raw[at])))
            at++;
        character = "";
        if (at == start)
            return 0;
        var style = hexadecimal ? NumberStyles.AllowHexSpecifier : NumberStyles.None;
        var point = uint.TryParse(raw[start..at], style, CultureInfo.InvariantCulture, out var number) ? number : uint.MaxValue;
        character = point switch
        {
            < 0x20 and not (9 or 10 or 13) => "",
            > 0x10FFFF or (>= 0xD800 and <= 0xDFFF) => "\uFFFD",
            _ => new Rune(point).ToString(),
        };
        if (at < raw.Length && raw[at] == ';')
            return at + 1;
        Undefined ??= "&#" + number;
        return at;
    }

    private static void Append(ReadOnlySpan<char> text, TextBuffer into, Escape escape)
    {
        if (escape == Escape.Nothing)
            into.Append(text);
        else
            into.AppendEscaped(text, quotes: escape == Escape.Attribute);
    }
}

/// <summary>Where decoded text goes: out as it is, or into markup again.</summary>
internal enum Escape { Nothing, Text, Attribute }
