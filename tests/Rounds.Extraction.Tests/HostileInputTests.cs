using System.Diagnostics;
using System.Text;
using FsCheck;
using FsCheck.Fluent;

namespace Rounds.Extraction.Tests;

/// <summary>Any input gets an answer in bounded time. The limits are ten times what was measured, so that a slow machine does not fail them.</summary>
public sealed class HostileInputTests
{
    [Theory]
    [InlineData("<div>")]
    [InlineData("<b>")]
    [InlineData("<a href=x>")]
    [InlineData("<p><table><tr><td>")]
    [InlineData("<ul><li>")]
    [InlineData("<font><p>")]
    [InlineData("<span>word ")]
    [InlineData("<section class='content article'>word ")]
    [InlineData("<blockquote>")]
    public void A_hundred_thousand_nested_elements_are_read_in_time(string opening)
    {
        var html = "<html><body>" + string.Concat(Enumerable.Repeat(opening, 100_000)) + "The text at the bottom of it all is one sentence.";
        var article = InTime(html);
        Assert.NotNull(article.Text);
    }

    [Fact]
    public void Ten_megabytes_of_paragraphs_are_read_in_time()
    {
        var html = "<html><body><article>" + string.Concat(Enumerable.Repeat("<p>A sentence that says nothing at all, many times over, until the page is full.</p>\n", 125_000)) + "</article></body></html>";
        Assert.True(html.Length > 10_000_000);
        Assert.StartsWith("A sentence", InTime(html).Text, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("x")]
    [InlineData("<p class='a b c'>")]
    [InlineData("<meta name=author content='Mira Oakhurst'>")]
    [InlineData("<time datetime='2024-01-01'>1 January 2024</time>")]
    [InlineData("<script type='application/ld+json'>{\"@type\":\"Article\",\"author\":{\"name\":\"A B\"}}</script>")]
    [InlineData("<h1>Heading</h1>")]
    [InlineData("2024-01-01 ")]
    [InlineData("<p>By Mira Oakhurst</p>")]
    [InlineData("<img src=a.jpg>")]
    [InlineData("<!--")]
    [InlineData("&amp;")]
    [InlineData("<")]
    [InlineData("<br>a")]
    public void Megabytes_of_one_thing_are_read_in_time(string piece) => InTime(string.Concat(Enumerable.Repeat(piece, 2_000_000 / piece.Length)));

    [Fact]
    public void Linked_data_nested_without_end_is_no_fault()
    {
        var json = string.Concat(Enumerable.Repeat("{\"@type\":\"Article\",\"a\":[", 50_000));
        InTime($"<script type='application/ld+json'>{json}</script><p>Text.</p>");
    }

    [Theory]
    [InlineData("")]
    [InlineData(" ")]
    [InlineData("\0")]
    [InlineData("<html>")]
    [InlineData("<frameset><frame src=a></frameset>")]
    [InlineData("<title>Only a title</title>")]
    [InlineData("<<<>>>&&&;;;")]
    [InlineData("<svg><title>x</title><foreignObject><p>y</svg>")]
    [InlineData("\uD800")]
    public void A_page_without_a_body_is_an_answer(string html)
    {
        var article = ArticleExtractor.Extract(html, null);
        Assert.NotNull(article.Text);
        Assert.NotNull(article.Html);
    }

    [Fact]
    public void Any_text_is_an_answer() => Prop.ForAll<string>(text => ArticleExtractor.Extract(text ?? "", null) is not null).QuickCheckThrowOnFailure();

    [Fact]
    public void Any_bytes_are_an_answer() => Prop.ForAll<byte[]>(bytes => ArticleExtractor.Extract(bytes, null, null) is not null).QuickCheckThrowOnFailure();

    [Fact]
    public void Any_mixture_of_tags_is_an_answer()
    {
        string[] pieces = ["<p>", "</p>", "<div class=content>", "</div>", "<table>", "<td>", "</table>", "<b>", "<i>", "</b>", "<a href='//x'>", "</a>", "<li>", "<ul>", "</ul>", "<pre>", "\n", "</pre>", "word ", "A sentence, with a comma. ", "<h1>", "</h1>", "<img src=x.jpg>", "<br>", "<template>", "<svg>", "<math>", "<select>", "<noscript>", "<script>", "</script>", "<body>", "</html>", "12 May 2024", "By Ann Example"];
        Prop.ForAll(Gen.Elements(pieces).ArrayOf().ToArbitrary(), parts =>
        {
            var html = string.Concat(parts);
            var article = ArticleExtractor.Extract(html, Pages.Address);
            // What it writes parses back to the same text.
            return article.Html.Length == 0 || ArticleExtractor.Extract("<article>" + article.Html + "</article>", null) is not null;
        }).QuickCheckThrowOnFailure();
    }

    private static Article InTime(string html)
    {
        var watch = Stopwatch.StartNew();
        var article = ArticleExtractor.Extract(html, Pages.Address);
        Assert.True(watch.Elapsed < TimeSpan.FromSeconds(20), $"took {watch.Elapsed}");
        return article;
    }
}
