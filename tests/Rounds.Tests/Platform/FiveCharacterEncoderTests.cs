using System.Buffers;
using System.Net;
using System.Text.Encodings.Web;
using AngleSharp.Html.Parser;
using FsCheck;
using FsCheck.Fluent;
using Rounds.Platform.Web;

namespace Rounds.Tests.Platform;

/// <summary>Our encoder against the framework's: another spelling, the same page.</summary>
public sealed class FiveCharacterEncoderTests
{
    private static readonly FiveCharacterEncoder Ours = new();

    [Theory]
    [InlineData("plain", "plain")]
    [InlineData("", "")]
    [InlineData("<script>alert('x')</script>", "&lt;script&gt;alert(&#39;x&#39;)&lt;/script&gt;")]
    [InlineData("\"a\" & b", "&quot;a&quot; &amp; b")]
    [InlineData("&amp;", "&amp;amp;")]
    [InlineData("اليدين 手 😀 Ärzte", "اليدين 手 😀 Ärzte")]
    public void Escapes_five_characters_and_nothing_else(string text, string escaped)
    {
        Assert.Equal(escaped, Ours.Encode(text));
        Assert.Equal(escaped, Written(text));
        Assert.Equal(escaped, InSmallPieces(text));
    }

    [Fact]
    public void A_browser_reads_the_same_text_from_both() => Prop.ForAll(Texts, text =>
    {
        var (ours, theirs) = (Read(Ours.Encode(text)), Read(HtmlEncoder.Default.Encode(text)));
        return ours == theirs && ours == (text, text) && Written(text) == Ours.Encode(text) && WebUtility.HtmlDecode(Ours.Encode(text)) == text;
    }).QuickCheckThrowOnFailure();

    [Fact]
    public void Nothing_gets_out_of_a_quoted_attribute_or_a_text() => Prop.ForAll(Texts, text =>
        Ours.Encode(text).IndexOfAny(['<', '>', '"', '\'']) < 0).QuickCheckThrowOnFailure();

    /// <summary>Text as HTML can hold it: a parser changes carriage returns and NUL, and half a character is no text.</summary>
    private static Arbitrary<string> Texts => ArbMap.Default.ArbFor<string>()
        .Filter(s => s is not null)
        .Generator
        .SelectMany(s => Gen.Elements("<b>", "\"", "'", "&amp;", "&", "</p>", "😀", "<!--").Select(extra => s + extra + s))
        .Select(s => new string([.. s.Where(c => c is not ('\r' or '\0') && !char.IsSurrogate(c) && (c >= ' ' || c is '\n' or '\t'))]))
        .ToArbitrary();

    private static (string Text, string Attribute) Read(string encoded)
    {
        var page = new HtmlParser().ParseDocument($"<body><p title=\"{encoded}\">{encoded}</p>");
        var p = page.QuerySelector("p")!;
        return (p.TextContent, p.GetAttribute("title")!);
    }

    private static string Written(string text)
    {
        var output = new StringWriter();
        Ours.Encode(output, "ab" + text + "c", 2, text.Length);
        var characters = new StringWriter();
        Ours.Encode(characters, ("ab" + text + "c").ToCharArray(), 2, text.Length);
        Assert.Equal(output.ToString(), characters.ToString());
        return output.ToString();
    }

    /// <summary>Through a buffer that is soon full, as a response's is.</summary>
    private static string InSmallPieces(string text)
    {
        var output = new System.Text.StringBuilder();
        ReadOnlySpan<char> rest = text;
        Span<char> buffer = stackalloc char[7];
        while (rest.Length > 0)
        {
            var status = Ours.Encode(rest, buffer, out var read, out var written, isFinalBlock: true);
            Assert.True(status is OperationStatus.Done or OperationStatus.DestinationTooSmall && read > 0);
            output.Append(buffer[..written]);
            rest = rest[read..];
        }

        return output.ToString();
    }
}
