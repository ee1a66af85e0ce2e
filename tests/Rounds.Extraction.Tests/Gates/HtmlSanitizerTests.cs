using Rounds.Extraction.Gates;

namespace Rounds.Extraction.Tests.Gates;

public class HtmlSanitizerTests
{
    private static readonly Uri Base = new("https://news.example/2024/story");

    [Theory]
    [InlineData("<p onclick=\"x()\">a</p>", "<p>a</p>")]
    [InlineData("<script>x()</script><p>a</p>", "<p>a</p>")]
    [InlineData("<a href=\"javascript:x()\">a</a>", "<a>a</a>")]
    [InlineData("<a href=\" java\nscript:x()\">a</a>", "<a>a</a>")]
    [InlineData("<img src=x onerror=x()>", "<img src=\"https://news.example/2024/x\" loading=\"lazy\">")]
    [InlineData("<svg><style><img src=x onerror=x()></style></svg>b", "<img src=\"https://news.example/2024/x\" loading=\"lazy\">b")]
    [InlineData("<p style=\"text-align:right;position:fixed\">a</p>", "<p style=\"text-align: right\">a</p>")]
    [InlineData("<p id=\"forms\">a</p><a href=\"#forms\">b</a>", "<p id=\"user-content-forms\">a</p><a href=\"#user-content-forms\" rel=\"nofollow ugc noopener\">b</a>")]
    [InlineData("<a href=\"/b\">a</a>", "<a href=\"https://news.example/b\" rel=\"nofollow ugc noopener\">a</a>")]
    [InlineData("<article><custom-card>a</custom-card></article>", "<article>a</article>")]
    [InlineData("<pre>\n\n  a</pre>", "<pre>  a</pre>")]
    public void What_may_harm_goes(string html, string clean) =>
        Assert.Equal(clean, HtmlSanitizer.Sanitize(html, Base, SanitizerProfile.Article));

    [Fact]
    public void Depth_without_end_is_flattened_and_its_text_kept()
    {
        var html = string.Concat(Enumerable.Repeat("<div>", 100_000)) + "deep";
        Assert.EndsWith("deep" + string.Concat(Enumerable.Repeat("</div>", 100)), HtmlSanitizer.Sanitize(html, null, SanitizerProfile.Article));
    }

    [Fact]
    public void Images_go_through_the_given_address_once()
    {
        var clean = HtmlSanitizer.Sanitize("<img src=\"/a.png\" alt=\"x\">", Base, SanitizerProfile.Article, url => "/image?u=" + Uri.EscapeDataString(url));
        Assert.Equal("<img src=\"/image?u=https%3A%2F%2Fnews.example%2Fa.png\" alt=\"x\" loading=\"lazy\">", clean);
    }

    [Fact]
    public void A_comment_has_paragraphs_and_no_images() => Assert.Equal(
        "<p>T</p><p>a <strong>b</strong></p>",
        HtmlSanitizer.Sanitize("<h1>T</h1><div><div>a <b>b</b></div><img src=\"https://news.example/a.png\"></div>", Base, SanitizerProfile.Comment));

    [Fact]
    public void Plain_is_text() => Assert.Equal(
        "a &amp; b\nc", HtmlSanitizer.Sanitize("<p>a &amp; <b>b</b></p><script>x</script><p>c", Base, SanitizerProfile.Plain));
}
