using System.Text;

namespace Rounds.Extraction.Gates;

/// <summary>Writing text so that every HTML parser reads the same text back.</summary>
internal static class Markup
{
    public static string Escape(string text)
    {
        var escaped = new StringBuilder(text.Length + 16);
        Append(escaped, text, quotes: false);
        return escaped.ToString();
    }

    /// <summary>
    /// HTML Standard §13.3, "escaping a string"; &lt; and &gt; in attributes too, as it has been since 2025 against mutation. A
    /// carriage return would be read back as a line feed, controls as nothing and half a surrogate pair as anything: they do not pass.
    /// </summary>
    public static void Append(StringBuilder output, ReadOnlySpan<char> text, bool quotes)
    {
        for (var i = 0; i < text.Length; i++)
        {
            var c = text[i];
            switch (c)
            {
                case '&': output.Append("&amp;"); break;
                case '<': output.Append("&lt;"); break;
                case '>': output.Append("&gt;"); break;
                case '"' when quotes: output.Append("&quot;"); break;
                case '\u00a0': output.Append("&nbsp;"); break;
                case '\r': output.Append('\n'); break;
                case '\t' or '\n': output.Append(c); break;
                case '\f': output.Append(' '); break;
                case < ' ' or (>= '\u007f' and <= '\u009f') or '\ufffe' or '\uffff': break;
                case >= '\ud800' and <= '\udfff':
                    if (char.IsHighSurrogate(c) && i + 1 < text.Length && char.IsLowSurrogate(text[i + 1])) output.Append(c).Append(text[++i]);
                    else output.Append('\ufffd');
                    break;
                default: output.Append(c); break;
            }
        }
    }

    /// <summary>Runs of blanks to one, of lines to two; none at the ends.</summary>
    public static string Tidy(string text)
    {
        var tidy = new StringBuilder(text.Length);
        int blanks = 0, lines = 0;
        foreach (var c in text)
        {
            if (c == '\n') lines++;
            else if (c is ' ' or '\t' or '\r' or '\f' or '\u00a0') blanks++;
            else
            {
                if (tidy.Length > 0 && lines > 0) tidy.Append('\n', Math.Min(lines, 2));
                else if (tidy.Length > 0 && blanks > 0) tidy.Append(' ');
                lines = blanks = 0;
                tidy.Append(c);
            }
        }
        return tidy.ToString();
    }
}
