using System.Text.RegularExpressions;
using Rounds.Extraction.Dates;
using Rounds.Extraction.Reading;

namespace Rounds.Extraction.Facts;

/// <summary>The page's language by its own word, else by its script and smallest words.</summary>
internal static partial class Languages
{
    // The most common small words of each; they cover a tenth to a third of any running text.
    private static readonly (string Language, string[] Words)[] Common =
    [
        ("en", ["the", "and", "of", "to", "is", "that", "with", "for", "was"]), ("de", ["der", "und", "die", "das", "ist", "nicht", "mit", "ein", "den"]),
        ("fr", ["les", "des", "est", "une", "dans", "pour", "que", "du", "et"]), ("es", ["el", "los", "que", "una", "las", "por", "con", "para", "y"]),
        ("pt", ["não", "uma", "os", "com", "para", "que", "em", "do", "da"]), ("it", ["che", "di", "il", "per", "una", "della", "sono", "non", "gli"]),
        ("nl", ["het", "een", "van", "en", "niet", "voor", "zijn", "met", "de"]), ("sv", ["och", "att", "som", "är", "för", "inte", "på", "det", "av"]),
        ("no", ["og", "ikke", "som", "er", "på", "for", "det", "av", "til"]), ("da", ["og", "ikke", "som", "er", "på", "af", "det", "til", "den"]),
        ("pl", ["nie", "się", "jest", "na", "że", "do", "w", "z", "oraz"]), ("cs", ["je", "se", "na", "že", "jsou", "pro", "ale", "jako", "v"]),
        ("tr", ["bir", "ve", "bu", "için", "ile", "da", "çok", "olarak", "de"]), ("fi", ["ja", "on", "ei", "että", "se", "oli", "mutta", "myös", "ovat"]),
        ("hu", ["a", "az", "és", "hogy", "nem", "egy", "is", "meg", "van"]), ("ro", ["și", "este", "de", "la", "nu", "pentru", "cu", "din", "care"]),
        ("id", ["yang", "dan", "di", "untuk", "dengan", "ini", "dari", "pada", "tidak"]), ("vi", ["và", "của", "là", "không", "các", "có", "được", "cho", "những"]),
        ("ru", ["и", "в", "не", "на", "что", "с", "как", "для", "это"]), ("uk", ["і", "в", "не", "на", "що", "та", "як", "для", "це"]),
        ("ar", ["في", "من", "على", "إلى", "أن", "التي", "هذا", "عن"]), ("fa", ["و", "در", "به", "از", "که", "این", "است", "را"]),
    ];

    [GeneratedRegex("^[A-Za-z]{2,3}([-_][A-Za-z0-9]{2,8}){0,2}$", RegexOptions.CultureInvariant)]
    private static partial Regex Tag();

    public static string? Find(Page page, string text)
    {
        foreach (var declared in new[] { page.Metadata.Language, page.Metadata.First("content-language", "og:locale", "dc.language", "language", "inLanguage") })
        {
            if (declared is { Length: < 20 } && Tag().IsMatch(declared)) return Tidy(declared);
        }
        return Guess(text);
    }

    public static string Direction(Page page, string? language) =>
        page.Metadata.Direction?.ToLowerInvariant() switch
        {
            "rtl" => "rtl",
            "ltr" => "ltr",
            _ => language is not null && language.Split('-')[0] is "ar" or "he" or "fa" or "ur" or "yi" or "ps" or "sd" or "ug" or "dv" or "ckb" ? "rtl" : "ltr",
        };

    /// <summary>Numbers alone are read day first, but where the page's language, or for English its region, writes the month first.</summary>
    public static DayOrder OrderOf(Page page)
    {
        var language = page.Metadata.Language ?? page.Metadata.First("og:locale", "content-language") ?? "en";
        if (!language.StartsWith("en", StringComparison.OrdinalIgnoreCase)) return DayOrder.DayFirst;
        var host = page.Url is { IsAbsoluteUri: true } url ? url.Host : "";
        var region = language.Length > 3 ? language[3..].ToUpperInvariant() : "";
        if (region is "GB" or "AU" or "NZ" or "IE" or "IN" or "ZA") return DayOrder.DayFirst;
        return host.EndsWith(".uk", StringComparison.Ordinal) || host.EndsWith(".au", StringComparison.Ordinal) || host.EndsWith(".nz", StringComparison.Ordinal) || host.EndsWith(".ie", StringComparison.Ordinal)
            || host.EndsWith(".in", StringComparison.Ordinal) || host.EndsWith(".za", StringComparison.Ordinal) || host.EndsWith(".eu", StringComparison.Ordinal)
            ? DayOrder.DayFirst : DayOrder.MonthFirst;
    }

    private static string Tidy(string tag)
    {
        var parts = tag.Split('-', '_');
        parts[0] = parts[0].ToLowerInvariant();
        if (parts.Length > 1 && parts[^1].Length == 2) parts[^1] = parts[^1].ToUpperInvariant();
        return string.Join('-', parts);
    }

    private static string? Guess(string text)
    {
        var sample = text.Length > 4000 ? text[..4000] : text;
        var byScript = sample.Select(ScriptLanguage).Where(language => language is not null).GroupBy(language => language).MaxBy(group => group.Count());
        if (byScript is not null && byScript.Count() * 5 > sample.Count(char.IsLetter)) return sample.Any(letter => letter is >= '\u3040' and <= '\u30FF') ? "ja" : byScript.Key;
        var words = sample.ToLowerInvariant().Split([' ', '\n', ',', '.', '!', '?', ':', ';', '(', ')'], StringSplitOptions.RemoveEmptyEntries);
        var best = Common.Select(entry => (entry.Language, Hits: words.Count(word => entry.Words.Contains(word)))).MaxBy(entry => entry.Hits);
        return best.Hits >= 3 && best.Hits * 20 >= words.Length ? best.Language : null;
    }

    private static string? ScriptLanguage(char letter) => letter switch
    {
        >= '\u4E00' and <= '\u9FFF' => "zh",
        >= '\u3040' and <= '\u30FF' => "ja",
        >= '\uAC00' and <= '\uD7AF' => "ko",
        >= '\u0E00' and <= '\u0E7F' => "th",
        >= '\u0590' and <= '\u05FF' => "he",
        >= '\u0900' and <= '\u097F' => "hi",
        >= '\u0980' and <= '\u09FF' => "bn",
        >= '\u0370' and <= '\u03FF' => "el",
        _ => null,
    };
}
