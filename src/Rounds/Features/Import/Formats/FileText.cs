using System.Text;

namespace Rounds.Features.Import.Formats;

/// <summary>Bytes of a saved file to text.</summary>
internal static class FileText
{
    private static readonly UTF8Encoding Strict = new(false, throwOnInvalidBytes: true);
    private static readonly Encoding Western = CodePagesEncodingProvider.Instance.GetEncoding(1252)!;

    /// <summary>
    /// UTF-8 and UTF-16 by their marks, UTF-8 where the bytes are valid as such, otherwise what an HTML page says about itself,
    /// otherwise Windows-1252, which old browsers and spreadsheets write. Line ends become \n, no-break blanks blanks.
    /// </summary>
    public static string Decode(ReadOnlySpan<byte> bytes)
    {
        var text = bytes switch
        {
            [0xEF, 0xBB, 0xBF, ..] => Encoding.UTF8.GetString(bytes[3..]),
            [0xFF, 0xFE, ..] => Encoding.Unicode.GetString(bytes[2..]),
            [0xFE, 0xFF, ..] => Encoding.BigEndianUnicode.GetString(bytes[2..]),
            _ => DecodeUnmarked(bytes),
        };
        return text.ReplaceLineEndings("\n").Replace('\u00a0', ' ').Replace("\0", "", StringComparison.Ordinal);
    }

    private static string DecodeUnmarked(ReadOnlySpan<byte> bytes)
    {
        try
        {
            return Strict.GetString(bytes);
        }
        catch (DecoderFallbackException)
        {
            return Named(bytes).GetString(bytes);
        }
    }

    /// <summary>HTML Standard §13.2.3.2: the charset of a page is looked for in its first 1024 bytes.</summary>
    private static Encoding Named(ReadOnlySpan<byte> bytes)
    {
        var head = Encoding.Latin1.GetString(bytes[..Math.Min(bytes.Length, 1024)]);
        var at = head.IndexOf("charset=", StringComparison.OrdinalIgnoreCase);
        if (at < 0)
        {
            return Western;
        }

        var name = head[(at + 8)..].TrimStart('"', '\'');
        var end = name.AsSpan().IndexOfAnyExcept("abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789-_:.");
        name = end < 0 ? name : name[..end];

        // "iso-8859-1" on a page means Windows-1252 (Encoding Standard §4.2), and bytes that are not UTF-8 are not UTF-8.
        return name.ToLowerInvariant() is "utf-8" or "iso-8859-1" ? Western : CodePagesEncodingProvider.Instance.GetEncoding(name) ?? Western;
    }
}
