namespace Rounds.Extraction.Outline;

/// <summary>Counts over a text, gathered in one walk.</summary>
internal readonly record struct TextShape(int Words, int Letters, int Capitalised, int Digits, int Commas, int SentenceEnds, int Symbols, bool EndsSentence, ulong Hash)
{
    public static TextShape Of(ReadOnlySpan<char> text)
    {
        int words = 0, letters = 0, capitals = 0, digits = 0, commas = 0, ends = 0, symbols = 0, ideographs = 0;
        var inside = false;
        // FNV-1a over letters and digits: equal texts are found without comparing them.
        var hash = 14695981039346656037UL;
        foreach (var letter in text)
        {
            if (char.IsLetterOrDigit(letter))
            {
                hash = (hash ^ (char.IsAscii(letter) ? (char)(letter | 0x20) : char.ToLowerInvariant(letter))) * 1099511628211UL;
                letters++;
                if (letter >= '\u0E00' && IsIdeograph(letter)) { ideographs++; inside = false; continue; }
                if (!inside)
                {
                    words++;
                    if (char.IsUpper(letter)) capitals++;
                    inside = true;
                }
                if (char.IsAsciiDigit(letter)) digits++;
                continue;
            }
            if (letter is not ('\'' or '’')) inside = false;
            switch (letter)
            {
                case ',' or '،' or '、' or '，' or ';': commas++; break;
                case '.' or '!' or '?' or '。' or '！' or '？' or '…' or '؟' or '।': ends++; break;
                case '|' or '»' or '›' or '•' or '·' or '→' or '/' or '©' or '$' or '€' or '£' or '+' or '#' or '@': symbols++; break;
            }
        }
        return new(words + (ideographs + 1) / 2, letters, capitals, digits, commas, ends, symbols, EndsAsSentence(text), hash);
    }

    /// <summary>Scripts written without spaces: two signs count as a word.</summary>
    public static bool IsIdeograph(char letter) => letter is >= '\u2E80' and <= '\uD7AF' or >= '\uF900' and <= '\uFAFF' or >= '\u0E00' and <= '\u0EFF';

    private static bool EndsAsSentence(ReadOnlySpan<char> text)
    {
        text = text.TrimEnd(" \n\"'”’)]»");
        return text.Length > 0 && text[^1] is '.' or '!' or '?' or '。' or '！' or '？' or '…' or ':' or '؟' or '।';
    }
}
