using System.Buffers;
using System.Text.Encodings.Web;

namespace Rounds.Platform.Web;

/// <summary>
/// Escapes the five characters that mean something in HTML text and quoted attributes, and leaves every script of the
/// world as it is. The default encoder writes all but ASCII as numbers: an Arabic page would be three times as large.
/// Measured on a page of 24 cards, it halves the time to render (DESIGN.md, Rendering).
/// </summary>
public sealed class FiveCharacterEncoder : HtmlEncoder
{
    private static readonly SearchValues<char> Special = SearchValues.Create("&<>\"'");

    public override int MaxOutputCharactersPerInputCharacter => 6;

    public override unsafe int FindFirstCharacterToEncode(char* text, int textLength) =>
        new ReadOnlySpan<char>(text, textLength).IndexOfAny(Special);

    public override bool WillEncode(int unicodeScalar) => unicodeScalar is '&' or '<' or '>' or '"' or '\'';

    public override unsafe bool TryEncodeUnicodeScalar(int unicodeScalar, char* buffer, int bufferLength, out int numberOfCharactersWritten)
    {
        var escaped = Escape((char)unicodeScalar);
        numberOfCharactersWritten = escaped.Length;
        return escaped.AsSpan().TryCopyTo(new Span<char>(buffer, bufferLength));
    }

    public override void Encode(TextWriter output, string value, int startIndex, int characterCount) =>
        Write(output, value.AsSpan(startIndex, characterCount));

    public override void Encode(TextWriter output, char[] value, int startIndex, int characterCount) =>
        Write(output, value.AsSpan(startIndex, characterCount));

    private static void Write(TextWriter output, ReadOnlySpan<char> text)
    {
        int at;
        while ((at = text.IndexOfAny(Special)) >= 0)
        {
            output.Write(text[..at]);
            output.Write(Escape(text[at]));
            text = text[(at + 1)..];
        }

        output.Write(text);
    }

    private static string Escape(char character) => character switch
    {
        '&' => "&amp;",
        '<' => "&lt;",
        '>' => "&gt;",
        '"' => "&quot;",
        _ => "&#39;",
    };
}
