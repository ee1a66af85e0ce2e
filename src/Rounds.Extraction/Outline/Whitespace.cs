using System.Text;

namespace Rounds.Extraction.Outline;

internal static class Whitespace
{
    /// <summary>Adds text as a browser would show it: any run of white space is one space, none at the start of a line.</summary>
    public static void AppendCollapsed(StringBuilder target, string text)
    {
        foreach (var chunk in new WordRuns(text))
        {
            if (chunk.SpaceBefore && target.Length > 0 && target[^1] is not (' ' or '\n')) target.Append(' ');
            target.Append(chunk.Text);
        }
    }

    public static string Collapse(string? text)
    {
        if (string.IsNullOrWhiteSpace(text)) return "";
        var target = new StringBuilder(text.Length);
        AppendCollapsed(target, text);
        while (target.Length > 0 && target[^1] == ' ') target.Length--;
        return target.ToString();
    }

    public static bool ContainsIgnoringSpace(string text, string sought)
    {
        var matched = 0;
        foreach (var letter in text)
        {
            if (char.IsWhiteSpace(letter)) continue;
            matched = char.ToLowerInvariant(letter) == sought[matched] ? matched + 1 : letter == sought[0] ? 1 : 0;
            if (matched == sought.Length) return true;
        }
        return false;
    }

    /// <summary>The stretches between white space; a last empty one says that the text ended in space.</summary>
    private ref struct WordRuns(ReadOnlySpan<char> text)
    {
        private ReadOnlySpan<char> _rest = text;

        public Chunk Current { get; private set; }

        public readonly WordRuns GetEnumerator() => this;

        public bool MoveNext()
        {
            if (_rest.Length == 0) return false;
            var start = 0;
            while (start < _rest.Length && IsSpace(_rest[start])) start++;
            var end = start;
            while (end < _rest.Length && !IsSpace(_rest[end])) end++;
            Current = new(start > 0, _rest[start..end]);
            _rest = _rest[end..];
            return true;
        }

        // Zero-width marks split words for a reader's search and for the scores, and show nothing.
        private static bool IsSpace(char letter) => letter is ' ' or '\n' or '\t' or '\r' or '\f' or '\u00A0' or '\uFEFF' or '\u200B' || (letter > 127 && char.IsWhiteSpace(letter));
    }

    private readonly ref struct Chunk(bool spaceBefore, ReadOnlySpan<char> text)
    {
        public bool SpaceBefore { get; } = spaceBefore;
        public ReadOnlySpan<char> Text { get; } = text;
    }
}
