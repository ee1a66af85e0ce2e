namespace Rounds.Extraction.Tests;

public sealed class ArticleTests
{
    private static readonly Article Article = ArticleExtractor.Extract(Pages.News, Pages.Address);

    [Fact]
    public void Title_is_without_the_site_and_the_site_is_named() =>
        Assert.Equal(("Walking after surgery: what helps", "Aldermoor Clinic"), (Article.Title, Article.SiteName));

    [Fact]
    public void Byline_is_the_person() => Assert.Equal("Mira Oakhurst", Article.Byline);

    [Fact]
    public void Dates_keep_the_offset_of_the_page()
    {
        Assert.Equal(new PageDate(new DateTimeOffset(2024, 3, 5, 9, 30, 0, TimeSpan.FromHours(1)), true), Article.Published);
        Assert.Equal(new PageDate(new DateTimeOffset(2024, 3, 7, 0, 0, 0, TimeSpan.Zero), false), Article.Modified);
    }

    [Theory]
    [InlineData("single thing that helps most people")]
    [InlineData("Wear shoes that close at the heel.")]
    [InlineData("Start small")]
    [InlineData("hang above the bed")]
    public void Text_holds_the_article(string passage) => Assert.Contains(passage, Article.Text, StringComparison.Ordinal);

    [Theory]
    [InlineData("Contact")]
    [InlineData("Ten tips for a calm night")]
    [InlineData("All rights reserved")]
    [InlineData("Privacy policy")]
    public void Text_leaves_furniture_out(string passage) => Assert.DoesNotContain(passage, Article.Text, StringComparison.Ordinal);

    [Fact]
    public void Html_keeps_structure_with_absolute_addresses()
    {
        Assert.Contains("<h2>Start small</h2>", Article.Html, StringComparison.Ordinal);
        Assert.Contains("<li>Wear shoes that close at the heel.</li>", Article.Html, StringComparison.Ordinal);
        Assert.Contains("<blockquote><p>I was surprised", Article.Html, StringComparison.Ordinal);
        Assert.Contains("that <strong>short walks</strong> three times", Article.Html, StringComparison.Ordinal);
        Assert.Contains("<a href=\"https://www.aldermoor-clinic.example/files/plan.pdf\">walking plan</a>", Article.Html, StringComparison.Ordinal);
        Assert.Contains("<img src=\"https://www.aldermoor-clinic.example/media/corridor.jpg\" alt=\"The corridor of ward 3\">", Article.Html, StringComparison.Ordinal);
    }

    [Fact]
    public void Lead_image_is_the_shared_one_and_others_follow()
    {
        Assert.Equal(new ImageCandidate("https://www.aldermoor-clinic.example/media/walk.jpg", 1200, null, "A patient walks along a corridor"), Article.LeadImage);
        Assert.Contains(Article.Images, image => image is { Url: "https://www.aldermoor-clinic.example/media/corridor.jpg", Width: 800, Height: 500 });
    }

    [Fact]
    public void Excerpt_is_whole_sentences_within_eighty_words()
    {
        Assert.StartsWith("Getting out of bed", Article.Excerpt, StringComparison.Ordinal);
        Assert.EndsWith(".", Article.Excerpt, StringComparison.Ordinal);
        Assert.InRange(Article.Excerpt!.Split(' ').Length, 20, 80);
    }

    [Fact]
    public void Video_and_document_are_embeds() =>
        Assert.Equal(
            [("youtube", "https://www.youtube.com/watch?v=abcdefghijk", "Three exercises"), ("pdf", "https://www.aldermoor-clinic.example/files/plan.pdf", "walking plan")],
            Article.Embeds.Select(embed => (embed.Kind, embed.Url, embed.Title!)));

    [Fact]
    public void Language_direction_canonical_kind_and_access_are_said()
    {
        Assert.Equal(("en-GB", "ltr"), (Article.Language, Article.Direction));
        Assert.Equal("https://www.aldermoor-clinic.example/news/walking-after-surgery", Article.Canonical);
        Assert.Equal((PageKind.Article, PageAccess.Open), (Article.Kind, Article.Access));
    }
}
