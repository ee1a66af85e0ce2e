using System.Collections.Frozen;
using System.Text;
using Rounds.Extraction.Outline;

namespace Rounds.Extraction.Facts;

/// <summary>Names of people as bylines print them.</summary>
internal static class Names
{
    private const int LongestName = 160;

    private static readonly string[] ByWords =
    [
        "written by", "posted by", "published by", "story by", "words by", "text by", "reviewed by", "article by", "authored by", "created by", "started by", "asked by", "submitted by", "reported by", "by",
        "written and medically reviewed by", "author", "authors", "autor", "autora", "auteur", "autore", "escrito por", "publicado por", "por", "par", "publié par", "rédigé par", "scritto da", "pubblicato da", "di", "von", "geschrieben von",
        "door", "geschreven door", "av", "af", "skrevet av", "skriven av", "tekst", "text", "foto", "автор", "opracowanie", "napisał", "kirjoittanut", "yazan", "作者", "文", "記者", "글", "oleh", "bởi", "από",
    ];

    private static readonly FrozenDictionary<char, string[]> ByFirst =
        ByWords.GroupBy(word => word[0]).ToFrozenDictionary(group => group.Key, group => group.ToArray());

    // What follows the name in the same line.
    private static readonly string[] Enders =
    [
        " | ", " • ", " · ", " – ", " — ", " - ", " / ", " on ", " in ", "published", "updated", "posted", "last updated", "follow", "min read", "read more", "view all", "see all", "@", "(opens", "medically reviewed", "reviewed by", "fact checked", "edited by", "photograph", "twitter", "linkedin", "read full bio", "published on",
    ];

    /// <summary>The name in a byline: without "By", dates, roles after a bar, and white space. Empty where nothing is left.</summary>
    public static string Clean(string value)
    {
        if (value.Length > 600) return "";
        var name = Entities.Decode(value).Trim(' ', ',', ';', ':', '|', '-', '–', '—', '•', '·', '/', '"');
        if (name.Contains("://", StringComparison.Ordinal) || name.StartsWith("www.", StringComparison.Ordinal)) return "";
        while (AfterBy(name) is { } rest) name = rest;
        foreach (var ender in Enders)
        {
            var at = name.IndexOf(ender, StringComparison.OrdinalIgnoreCase);
            if (at > 1 && (char.IsWhiteSpace(ender[0]) || !char.IsLetterOrDigit(name[at - 1]) || char.IsUpper(name[at]))) name = name[..at];
        }
        name = WithoutDate(name).Trim(' ', ',', ';', ':', '|', '-', '–', '—', '•', '·', '/', '(', '"', '[', ']', '+');
        return name.Length > LongestName || !name.Any(char.IsLetter) ? "" : name;
    }

    /// <summary>What follows a "by" at the start of a line; null where it does not start with one.</summary>
    public static string? AfterBy(string text)
    {
        var line = text.AsSpan().TrimStart();
        var longest = 0;
        if (line.Length == 0 || !ByFirst.TryGetValue(char.ToLowerInvariant(line[0]), out var words)) return null;
        foreach (var word in words)
        {
            if (word.Length <= longest || line.Length < word.Length + 2 || !line.StartsWith(word, StringComparison.OrdinalIgnoreCase)) continue;
            var next = line[word.Length];
            if (next is ' ' or ':' or '\n' or '：' or '\u00A0' or '/') longest = word.Length;
        }
        if (longest == 0) return null;
        var rest = line[longest..].TrimStart(" :：\n\u00A0/-").ToString();
        // "By clicking", "Por qué": a name starts with a capital, or is one word of a script without capitals.
        return rest.Length > 1 && (char.IsUpper(rest[0]) || !char.IsLower(rest[0])) ? rest : null;
    }

    /// <summary>Letters and digits in lower case, for comparing.</summary>
    public static string Key(string name)
    {
        var key = new StringBuilder(name.Length);
        foreach (var letter in name)
        {
            if (char.IsLetterOrDigit(letter)) key.Append(char.ToLowerInvariant(letter));
        }
        return key.ToString();
    }

    public static bool IsAuthorAddress(string address) =>
        address.Length < 300 && (address.Contains("/author/", StringComparison.OrdinalIgnoreCase) || address.Contains("/authors/", StringComparison.OrdinalIgnoreCase)
            || address.Contains("/by/", StringComparison.Ordinal) || address.Contains("/contributors/", StringComparison.OrdinalIgnoreCase)
            || address.Contains("/profile/", StringComparison.Ordinal) || address.Contains("/people/", StringComparison.Ordinal) || address.Contains("/staff/", StringComparison.Ordinal));

    private static string WithoutDate(string name)
    {
        if (name.Length > LongestName * 2 || !name.Any(char.IsDigit)) return name;
        foreach (var found in Dates.DateScanner.Find(name, Dates.DayOrder.MonthFirst)) return found.Start < 3 ? name[found.End..] : name[..found.Start];
        return name;
    }
}
