using System.Text;

namespace Rounds.Feeds.Text;

/// <summary>Names the charset of bytes that are not UTF-8 and say nothing that can be believed: by the feed's language where it gives one,
/// else by which multi-byte charset turns them into frequent characters, else Cyrillic by its density, else windows-1252.</summary>
internal static class CharsetGuess
{
    // Enough to tell; a guess need not read 50 MB six times.
    private const int Sample = 64 * 1024;

    // Two bytes of any text make a character in some East Asian charset.
    private const int FewestToTell = 4;

    // The most frequent characters of written Chinese, simplified and traditional: a wrong charset yields rare ones.
    private const string FrequentHan = "的一是不了在人有我他这這中大来來上国國个個到说說们們为為子和你地出道也时時年得就那要下以生会會自着著去之过過家学學对對可她里裡后後小么麼心多天而能好都然没沒日于於起还還发發成事只作当當想看文无無开開手十用主行方又如前所本见見经經头頭面公同三已老从從动動两兩长長新闻聞网網";

    public static string Make(ReadOnlySpan<byte> bytes)
    {
        var sample = bytes[..Math.Min(bytes.Length, Sample)];
        if (sample.IndexOf((byte)0x1B) >= 0 && sample.IndexOf("\u001b$B"u8) >= 0)
            return "iso-2022-jp";
        var language = Language(sample);
        if (language is null or "ja" or "ko" or "zh" && EastAsian(sample, language) is { } name)
            return name;
        return language switch
        {
            "ru" or "uk" or "bg" or "be" => Cyrillic(sample) ?? "windows-1251",
            "sr" or "mk" => "windows-1251",
            "el" => "windows-1253",
            "tr" or "az" => "windows-1254",
            "he" or "iw" or "yi" => "windows-1255",
            "ar" or "fa" or "ur" => "windows-1256",
            "et" or "lv" or "lt" => "windows-1257",
            "vi" => "windows-1258",
            "th" => "windows-874",
            "pl" or "cs" or "sk" or "hu" or "sl" or "hr" or "ro" or "bs" or "sq" => "windows-1250",
            null => Cyrillic(sample) ?? "windows-1252",
            _ => "windows-1252",
        };
    }

    private static string? Language(ReadOnlySpan<byte> sample)
    {
        foreach (var mark in (ReadOnlySpan<string>)["<language>", "<dc:language>", "xml:lang=\"", "xml:lang='"])
        {
            var at = sample.IndexOf(Encoding.ASCII.GetBytes(mark));
            if (at < 0)
                continue;
            var rest = sample[(at + mark.Length)..].TrimStart(" \n\r\t"u8);
            if (rest.Length >= 2)
                return Encoding.ASCII.GetString(rest[..2]).ToLowerInvariant();
        }
        return null;
    }

    private static string? EastAsian(ReadOnlySpan<byte> sample, string? language)
    {
        string? best = null;
        var most = 0.25; // at least a quarter of the foreign characters must be frequent ones
        foreach (var name in (ReadOnlySpan<string>)["shift_jis", "euc-jp", "euc-kr", "gb18030", "big5"])
        {
            var score = Score(Codec.Find(name)!.Decode(sample)) + (Fits(name, language) ? 0.2 : 0);
            if (score > most)
                (best, most) = (name, score);
        }
        return best;
    }

    private static bool Fits(string name, string? language) => language switch
    {
        "ja" => name is "shift_jis" or "euc-jp",
        "ko" => name == "euc-kr",
        "zh" => name is "gb18030" or "big5",
        _ => false,
    };

    /// <summary>The share of kana, frequent Han characters, Hangul and full-width punctuation among what is not ASCII; less for what is wrong.</summary>
    private static double Score(string text)
    {
        var (foreign, frequent, wrong) = (0, 0, 0);
        foreach (var c in text)
        {
            if (c < 0x80)
                continue;
            foreign++;
            // Half-width kana are what Shift_JIS makes of other charsets' bytes.
            if (c == '\uFFFD' || c is >= '\uE000' and <= '\uF8FF' or >= '\uFF61' and <= '\uFF9F')
                wrong++;
            else if (c is >= '\u3040' and <= '\u30FF' or >= '\uAC00' and <= '\uD7A3' or >= '\u3000' and <= '\u3011' or >= '\uFF01' and <= '\uFF1F'
                || FrequentHan.Contains(c, StringComparison.Ordinal))
                frequent++;
        }
        // A text cut at the sample's end may have one wrong character; more say that this is another charset.
        return foreign < FewestToTell || wrong > 1 + foreign / 50 ? 0 : (double)(frequent - wrong * 4) / foreign;
    }

    /// <summary>Cyrillic text is mostly letters above 0x7F in runs. Small letters, the bulk of any text, stand at E0 to FF in windows-1251, at
    /// C0 to DF in KOI8-R.</summary>
    private static string? Cyrillic(ReadOnlySpan<byte> sample)
    {
        var (inRuns, single, low, high) = (0, 0, 0, 0);
        for (var i = 0; i < sample.Length; i++)
        {
            if (sample[i] < 0xC0)
                continue;
            if (sample[i] >= 0xE0)
                high++;
            else
                low++;
            if ((i > 0 && sample[i - 1] >= 0xC0) || (i + 1 < sample.Length && sample[i + 1] >= 0xC0))
                inRuns++;
            else
                single++;
        }
        if (inRuns < 8 || inRuns < single * 4)
            return null;
        return high >= low ? "windows-1251" : "koi8-r";
    }
}
