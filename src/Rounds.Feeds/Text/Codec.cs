using System.Text;
using System.Text.Unicode;

namespace Rounds.Feeds.Text;

/// <summary>One charset, ready to decode.</summary>
internal sealed class Codec
{
    // Without it the code pages write a question mark, which is a character like any other.
    private static readonly DecoderReplacementFallback Replacement = new("\uFFFD");

    // A document may hold this share of broken characters and still be what it says it is: one cut in the middle, one typing error.
    private const int OneBrokenIn = 200;

    private readonly Encoding? encoding;
    private readonly string? upperHalf;

    private Codec(Encoding? encoding, string? upperHalf) => (this.encoding, this.upperHalf) = (encoding, upperHalf);

    /// <summary>Null when nobody knows a charset of that name.</summary>
    public static Codec? Find(string name)
    {
        if (CharsetNames.CodePage(name) is > 0 and var page)
            // The provider has the code pages, the framework itself has Unicode, ASCII and Latin-1.
            return new Codec(CodePagesEncodingProvider.Instance.GetEncoding(page, EncoderFallback.ReplacementFallback, Replacement)
                ?? Encoding.GetEncoding(page, EncoderFallback.ReplacementFallback, Replacement), null);
        return CharsetNames.UpperHalf(name) is { } upper ? new Codec(null, upper) : null;
    }

    public static bool IsWide(string name) => CharsetNames.CodePage(name) is 1200 or 1201 or 12000 or 12001;

    public string Decode(ReadOnlySpan<byte> bytes)
    {
        if (encoding is not null)
            return encoding.GetString(bytes);
        var text = new StringBuilder(bytes.Length);
        foreach (var b in bytes)
            text.Append(b < 0x80 ? (char)b : upperHalf![b - 0x80]);
        return text.ToString();
    }

    /// <summary>False when the bytes are not of this charset, or no document comes out of them.</summary>
    public bool TryDecode(ReadOnlySpan<byte> bytes, out string text)
    {
        text = "";
        if (encoding?.CodePage == 65001 && !Utf8.IsValid(bytes))
            return false;
        if (encoding?.CodePage == 20127 && !Ascii.IsValid(bytes))
            return false;
        text = Decode(bytes);
        // Byte pairs read as UTF-16, or ASCII read as EBCDIC, give no tag and no brace; a wrong multi-byte charset gives replacements.
        if (text.AsSpan().IndexOfAny('<', '{') < 0)
            return false;
        if (encoding?.CodePage == 65001 || !text.Contains('\uFFFD', StringComparison.Ordinal))
            return true;
        var (broken, foreign) = (0, 0);
        foreach (var c in text)
            if (c == '\uFFFD')
                broken++;
            else if (c >= 0x80)
                foreign++;
        return broken * OneBrokenIn <= foreign;
    }
}
