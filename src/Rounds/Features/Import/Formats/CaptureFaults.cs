namespace Rounds.Features.Import.Formats;

/// <summary>
/// Finds what went wrong when a page was saved as text. Nothing is mended: a quotation is not ours to change, and a guess
/// may be wrong; the curator is told where to look.
/// </summary>
internal static class CaptureFaults
{
    private const int FewestCells = 4;

    public static IEnumerable<string> In(int line, string title, string text)
    {
        var doubled = DoubledCounts(text);
        if (doubled.Count > 0)
        {
            yield return $"Line {line}, “{title}”: {doubled.Count} counters of embedded posts stand there doubled, such as “{doubled[0]}”; left as saved.";
        }

        if (RunTogetherCells(text) >= FewestCells)
        {
            yield return $"Line {line}, “{title}”: a table has collapsed into running text; left as saved.";
        }
    }

    /// <summary>"1414 likes" where the page showed 14: a number whose halves are the same, before a counter's word.</summary>
    private static List<string> DoubledCounts(string text)
    {
        var found = new List<string>();
        foreach (var word in (ReadOnlySpan<string>)[" Retweet", " like"])
        {
            for (var at = text.IndexOf(word, StringComparison.Ordinal); at >= 0; at = text.IndexOf(word, at + 1, StringComparison.Ordinal))
            {
                var start = at;
                while (start > 0 && char.IsAsciiDigit(text[start - 1]))
                {
                    start--;
                }

                var digits = text[start..at];
                var end = at + word.Length;
                if (digits.Length is >= 2 and <= 12 && digits.Length % 2 == 0 && digits[..(digits.Length / 2)] == digits[(digits.Length / 2)..])
                {
                    found.Add(text[start..(end < text.Length && text[end] == 's' ? end + 1 : end)]);
                }
            }
        }

        return found;
    }

    /// <summary>Numbered cells without a blank between them: "… before.1. Social media …".</summary>
    private static int RunTogetherCells(string text)
    {
        var cells = 0;
        for (var i = 1; i + 2 < text.Length; i++)
        {
            if (char.IsAsciiDigit(text[i]) && (text[i - 1] is '.' or '!' or '?' || char.IsLower(text[i - 1])))
            {
                var end = i;
                while (end < text.Length && char.IsAsciiDigit(text[end]))
                {
                    end++;
                }

                cells += end - i <= 2 && end + 1 < text.Length && text[end] == '.' && text[end + 1] == ' ' ? 1 : 0;
                i = end;
            }
        }

        return cells;
    }
}
