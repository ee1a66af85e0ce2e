using System.Text;

namespace Rounds.Data;

/// <summary>What a text column may hold.</summary>
public static class PlainText
{
    /// <summary>
    /// The text without control characters (but tab and line breaks) and halves of surrogate pairs: no person types them,
    /// PostgreSQL refuses NUL, XML and Unicode's own routines refuse the rest, and all of them come in from other sites' pages.
    /// </summary>
    public static string Of(string text)
    {
        if (!NeedsCleaning(text))
        {
            return text;
        }

        var clean = new StringBuilder(text.Length);
        foreach (var rune in text.EnumerateRunes())
        {
            // What was half a pair is enumerated as U+FFFD, which tells nobody anything.
            if (rune != Rune.ReplacementChar && !IsForbidden(rune.Value))
            {
                clean.Append(rune.ToString());
            }
        }

        return clean.ToString();
    }

    private static bool NeedsCleaning(string text)
    {
        foreach (var character in text)
        {
            if (char.IsSurrogate(character) || IsForbidden(character))
            {
                return true;
            }
        }

        return false;
    }

    private static bool IsForbidden(int character) =>
        (character < 0x20 && character is not ('\t' or '\n' or '\r')) || character is (>= 0x7F and <= 0x9F and not 0x85) or 0xFFFE or 0xFFFF;
}
