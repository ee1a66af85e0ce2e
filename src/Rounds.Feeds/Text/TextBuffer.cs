namespace Rounds.Feeds.Text;

/// <summary>Collects a value piece by piece in one block that is used again for the next. Values come as thousands of short pieces, for
/// which a chain of blocks (StringBuilder) costs twice the time.</summary>
internal sealed class TextBuffer
{
    private const int KeptCapacity = 1 << 20;

    private char[] characters = new char[4_096];

    public int Length { get; private set; }

    public ReadOnlySpan<char> Span => characters.AsSpan(0, Length);

    public void Append(char c)
    {
        if (Length == characters.Length)
            Grow(1);
        characters[Length++] = c;
    }

    public void Append(ReadOnlySpan<char> text)
    {
        if (text.Length > characters.Length - Length)
            Grow(text.Length);
        text.CopyTo(characters.AsSpan(Length));
        Length += text.Length;
    }

    /// <summary>Appends text into markup: what would be read as markup is written as a reference.</summary>
    public void AppendEscaped(ReadOnlySpan<char> text, bool quotes = false)
    {
        while (true)
        {
            var special = quotes ? text.IndexOfAny("&<>\"") : text.IndexOfAny('&', '<', '>');
            if (special < 0)
            {
                Append(text);
                return;
            }
            Append(text[..special]);
            Append(text[special] switch { '&' => "&amp;", '<' => "&lt;", '>' => "&gt;", _ => "&quot;" });
            text = text[(special + 1)..];
        }
    }

    /// <summary>Empties the buffer, and lets go of the block an uncommonly long value needed.</summary>
    public void Clear()
    {
        Length = 0;
        if (characters.Length > KeptCapacity)
            characters = new char[4_096];
    }

    private void Grow(int more) => Array.Resize(ref characters, Math.Max(checked(Length + more), (int)Math.Min(Array.MaxLength, characters.Length * 2L)));
}
