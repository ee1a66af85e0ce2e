using System.Text;

namespace Rounds.Extraction.Reading;

/// <summary>Bytes to text as browsers do it (WHATWG Encoding): byte order mark, then the transport's word, then the page's own, then a guess.</summary>
internal static class Charset
{
    /// <summary>The standard says 1024 bytes; pages put scripts before their meta, so we look further.</summary>
    private const int PrescanBytes = 8192;

    static Charset() => Encoding.RegisterProvider(CodePagesEncodingProvider.Instance);

    public static string Decode(ReadOnlySpan<byte> bytes, string? contentType)
    {
        if (bytes.StartsWith((ReadOnlySpan<byte>)[0xEF, 0xBB, 0xBF])) return Encoding.UTF8.GetString(bytes[3..]);
        if (bytes.StartsWith((ReadOnlySpan<byte>)[0xFE, 0xFF])) return Encoding.BigEndianUnicode.GetString(bytes[2..]);
        if (bytes.StartsWith((ReadOnlySpan<byte>)[0xFF, 0xFE])) return Encoding.Unicode.GetString(bytes[2..]);
        var declared = Find(NameIn(contentType)) ?? Find(NameIn(Prescan(bytes)));
        // A page that says Latin and is whole, non-trivial UTF-8 is UTF-8: no Latin text forms such sequences by chance.
        if (IsUtf8(bytes, out var hasMultibyte) && (declared is null || hasMultibyte)) return Encoding.UTF8.GetString(bytes);
        return (declared ?? Guess(bytes)).GetString(bytes);
    }

    private static string Prescan(ReadOnlySpan<byte> bytes) => Encoding.Latin1.GetString(bytes[..Math.Min(bytes.Length, PrescanBytes)]);

    private static string? NameIn(string? text)
    {
        if (text is null) return null;
        var at = 0;
        while ((at = text.IndexOf("charset", at, StringComparison.OrdinalIgnoreCase)) >= 0)
        {
            at += "charset".Length;
            var rest = text.AsSpan(at).TrimStart();
            if (rest.Length == 0 || rest[0] != '=') continue;
            rest = rest[1..].TrimStart(" \"'");
            var end = rest.IndexOfAny(" \"';>/\r\n\t");
            return (end < 0 ? rest : rest[..end]).ToString();
        }
        const string declaration = "encoding=\"";
        var xml = text.StartsWith("<?xml", StringComparison.Ordinal) ? text.IndexOf(declaration, StringComparison.Ordinal) : -1;
        if (xml < 0) return null;
        var name = text.AsSpan(xml + declaration.Length);
        var quote = name.IndexOf('"');
        return quote < 0 ? null : name[..quote].ToString();
    }

    private static Encoding? Find(string? name)
    {
        name = name?.Trim().ToLowerInvariant();
        var number = name switch
        {
            null or "" => 0,
            // The standard's labels: what calls itself Latin-1 or ASCII on the web is windows-1252; a meta cannot be UTF-16, or it could not be read.
            "iso-8859-1" or "latin1" or "latin-1" or "ascii" or "us-ascii" or "l1" or "cp1252" or "x-cp1252" or "iso_8859-1" or "iso8859-1" => 1252,
            "iso-8859-9" or "latin5" or "iso8859-9" => 1254,
            "iso-8859-11" or "tis-620" => 874,
            "gb2312" or "gbk" or "x-gbk" or "gb_2312-80" or "chinese" => 54936,
            "utf8" or "utf-8" or "utf-16" or "utf-16le" or "utf-16be" or "unicode" or "x-user-defined" => 65001,
            "ks_c_5601-1987" or "euc-kr" or "korean" or "ksc5601" => 949,
            "shift_jis" or "sjis" or "x-sjis" or "shift-jis" or "ms_kanji" or "windows-31j" => 932,
            "x-euc-jp" or "euc-jp" => 51932,
            "big5-hkscs" or "x-x-big5" or "cn-big5" => 950,
            _ when name.StartsWith("cp125", StringComparison.Ordinal) && int.TryParse(name.AsSpan(2), out var page) => page,
            _ => -1,
        };
        if (number == 0) return null;
        return number > 0
            ? CodePagesEncodingProvider.Instance.GetEncoding(number) ?? Encoding.GetEncoding(number)
            : CodePagesEncodingProvider.Instance.GetEncoding(name!);
    }

    private static bool IsUtf8(ReadOnlySpan<byte> bytes, out bool hasMultibyte)
    {
        hasMultibyte = bytes.IndexOfAnyExceptInRange((byte)0, (byte)127) >= 0;
        return System.Text.Unicode.Utf8.IsValid(bytes);
    }

    /// <summary>By the letters most common in each: broken UTF-8 stays UTF-8, Cyrillic and Shift_JIS are told by their lead bytes.</summary>
    private static Encoding Guess(ReadOnlySpan<byte> bytes)
    {
        int high = 0, utf8 = 0, cyrillic = 0, koi = 0, kana = 0;
        for (var i = 0; i + 1 < bytes.Length; i++)
        {
            var (first, second) = (bytes[i], bytes[i + 1]);
            if (first < 0x80) continue;
            high++;
            if (first is >= 0xC2 and < 0xF5 && second is >= 0x80 and < 0xC0) utf8 += 2;
            if (first is >= 0xE0 && second is >= 0xE0) cyrillic++;
            if (first is >= 0xC0 and < 0xE0 && second is >= 0xC0 and < 0xE0) koi++;
            if (first is 0x82 or 0x83 && second is >= 0x40 and < 0xF2) kana++;
        }
        if (utf8 * 10 > high * 7) return Encoding.UTF8;
        if (kana * 8 > high) return CodePagesEncodingProvider.Instance.GetEncoding(932)!;
        if (cyrillic * 2 > high) return CodePagesEncodingProvider.Instance.GetEncoding(1251)!;
        if (koi * 2 > high) return CodePagesEncodingProvider.Instance.GetEncoding(20866)!;
        return CodePagesEncodingProvider.Instance.GetEncoding(1252)!;
    }
}
