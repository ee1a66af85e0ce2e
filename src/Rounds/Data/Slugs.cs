using System.Globalization;
using System.Text;

namespace Rounds.Data;

/// <summary>The readable part of an address.</summary>
public static class Slugs
{
    private const int Longest = 80;

    /// <summary>
    /// Letters and digits of any script in lower case, parted by single hyphens, accents of Latin letters dropped, at most
    /// 80 characters cut at a word. Empty when the text has neither letter nor digit.
    /// </summary>
    public static string From(string text)
    {
        var slug = new StringBuilder(Math.Min(text.Length, Longest + 1));
        var gap = false;
        foreach (var rune in text.EnumerateRunes())
        {
            if (Rune.GetUnicodeCategory(rune) == UnicodeCategory.NonSpacingMark && slug.Length > 0 && char.IsAscii(slug[^1]))
            {
                continue;
            }

            if (!Rune.IsLetterOrDigit(rune) && Rune.GetUnicodeCategory(rune) is not (UnicodeCategory.NonSpacingMark or UnicodeCategory.SpacingCombiningMark))
            {
                gap = slug.Length > 0;
                continue;
            }

            if (gap && slug.Length >= Longest - 10)
            {
                break;
            }

            if (gap)
            {
                slug.Append('-');
                gap = false;
            }

            slug.Append(LatinLetters.Fold(rune));
            if (slug.Length >= Longest)
            {
                break;
            }
        }

        return slug.ToString();
    }
}
