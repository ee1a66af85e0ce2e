using System.Text;

namespace Rounds.Feeds.Text;

/// <summary>Undoes two faults of encoding that no charset can express: windows-1252's extra characters numbered as controls, and
/// UTF-8 that was taken for windows-1252 and encoded again.</summary>
internal static class Repair
{
    private static readonly UTF8Encoding Strict = new(false, throwOnInvalidBytes: true);

    // windows-1252, 0x80 to 0x9F; its five holes stay controls.
    private const string Extra = "\u20AC\u0081\u201A\u0192\u201E\u2026\u2020\u2021\u02C6\u2030\u0160\u2039\u0152\u008D\u017D\u008F"
        + "\u0090\u2018\u2019\u201C\u201D\u2022\u2013\u2014\u02DC\u2122\u0161\u203A\u0153\u009D\u017E\u0178";

    public static string Characters(string text)
    {
        if (!text.AsSpan().ContainsAnyExceptInRange('\0', '\x7F'))
            return text;
        text = TwiceEncoded(text) ?? text;
        return text.AsSpan().ContainsAnyInRange('\u0080', '\u009F')
            ? string.Create(text.Length, text, static (span, source) =>
            {
                for (var i = 0; i < span.Length; i++)
                    span[i] = source[i] is >= '\u0080' and <= '\u009F' ? Extra[source[i] - 0x80] : source[i];
            })
            : text;
    }

    /// <summary>The text as it was before UTF-8 was applied twice; null when that did not happen. Text in one language hardly ever is
    /// valid UTF-8 by chance: each non-ASCII character would have to be one of a right-shaped run.</summary>
    private static string? TwiceEncoded(string text)
    {
        if (!IsShapedLikeUtf8(text))
            return null;
        var bytes = new byte[text.Length];
        for (var i = 0; i < text.Length; i++)
            bytes[i] = (byte)ByteOf(text[i]);
        return System.Text.Unicode.Utf8.IsValid(bytes) ? Strict.GetString(bytes) : null;
    }

    /// <summary>Looks at what is not ASCII only, and ends at the first character that cannot be: mostly the first of all.</summary>
    private static bool IsShapedLikeUtf8(ReadOnlySpan<char> text)
    {
        while (true)
        {
            var lead = text.IndexOfAnyExceptInRange('\0', '\x7F');
            if (lead < 0)
                return true;
            var length = text[lead] switch { >= '\u00C2' and <= '\u00DF' => 2, >= '\u00E0' and <= '\u00EF' => 3, >= '\u00F0' and <= '\u00F4' => 4, _ => 0 };
            if (length == 0 || lead + length > text.Length)
                return false;
            foreach (var c in text.Slice(lead + 1, length - 1))
                if (ByteOf(c) is not (>= 0x80 and <= 0xBF))
                    return false;
            text = text[(lead + length)..];
        }
    }

    /// <summary>The byte that windows-1252 has for a character, -1 when it has none.</summary>
    private static int ByteOf(char c) => c <= 0xFF ? c : Extra.IndexOf(c) is >= 0 and var at ? 0x80 + at : -1;
}
