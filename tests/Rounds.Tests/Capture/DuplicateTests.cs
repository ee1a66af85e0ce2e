using System.Net;
using AngleSharp.Html.Dom;
using Microsoft.EntityFrameworkCore;
using Rounds.Features.Posts;

namespace Rounds.Tests.Capture;

/// <summary>An article that the topic has is recognised before, or at the latest when, a second card is made.</summary>
public abstract class DuplicateTests(Site site)
{
    [Theory]
    [InlineData("https://news.example/story?utm_source=mail&utm_campaign=x")]
    [InlineData("https://news.example/story?fbclid=abc123")]
    [InlineData("https://www.news.example/story")]
    [InlineData("http://news.example/story")]
    [InlineData("https://news.example/story/")]
    [InlineData("https://news.example/story#comments")]
    [InlineData("HTTPS://NEWS.EXAMPLE:443/story")]
    [InlineData("news.example/story")]
    [InlineData("Look: https://www.news.example/story/?utm_medium=social#top")]
    public async Task The_same_article_by_another_spelling_is_said_before_anything_is_fetched(string pasted)
    {
        var (topic, noor) = await site.BeginAsync("Spellings");
        var post = await site.PublishAsync(topic, "The story", p => p.Quote("https://news.example/story", null, null, null, null));

        var page = await noor.PasteAsync(topic, pasted);

        Assert.Contains("already on the topic: The story", page.TextOf("[role=status]"), StringComparison.Ordinal);
        Assert.Equal("The story", (await noor.GetAsync(page.Find("[role=status] a").GetAttribute("href")!)).TextOf("h1"));
        Assert.Equal(pasted, ((IHtmlInputElement)page.Find("[name='Input.Url']")).Value);
        Assert.Equal(1, await site.InDbAsync(db => db.Posts.CountAsync(p => p.TopicId == post.TopicId)));
    }

    [Theory]
    [InlineData("https://news.example/story-2")]
    [InlineData("https://news.example/story?page=2")]
    [InlineData("https://sub.news.example/story")]
    [InlineData("https://news.example/Story")]
    public async Task Another_article_is_not_taken_for_it(string pasted)
    {
        var (topic, noor) = await site.BeginAsync("Other articles");
        await site.PublishAsync(topic, "The story", p => p.Quote("https://news.example/story", null, null, null, null));

        await noor.PasteAsync(topic, pasted);

        Assert.Equal(2, await site.InDbAsync(db => db.Posts.CountAsync(p => p.TopicId == topic.Id)));
    }

    [Fact]
    public async Task A_page_that_names_itself_as_one_we_have_makes_no_second_post()
    {
        var (topic, noor) = await site.BeginAsync("Named the same");
        const string canonical = "<link rel=\"canonical\" href=\"https://papers.example/2026/quiet-nights\">";
        var first = site.Web.Serve("/canon/one", ArticlePages.Article("Quiet nights", canonical));
        var second = site.Web.Serve("/canon/two?print=1", ArticlePages.Article("Quiet nights, printed", canonical));
        var page = await site.CaptureAsync(noor, topic, first.AbsoluteUri);
        Assert.Equal("https://papers.example/2026/quiet-nights", page.Find(".card h3 a").GetAttribute("href"));

        page = await site.CaptureAsync(noor, topic, second.AbsoluteUri);

        Assert.Contains("This article is already here", page.TextOf(".card.failed"), StringComparison.Ordinal);
        Assert.Equal("Quiet nights", (await noor.GetAsync(page.Find(".card.failed h3 ~ p a").GetAttribute("href")!)).TextOf("h1"));

        // From now on the topic knows the article by that address too, and by the name the page gave itself.
        foreach (var known in (string[])[second.AbsoluteUri, "https://www.papers.example/2026/quiet-nights/"])
        {
            var again = await noor.PasteAsync(topic, known);
            Assert.Contains("already on the topic: Quiet nights", again.TextOf("[role=status]"), StringComparison.Ordinal);
        }

        await noor.SubmitAsync(await noor.GetAsync(page.Find(".card.failed a[href$='/removal']").GetAttribute("href")!), "button.danger");
        Assert.Equal(1, await site.InDbAsync(db => db.Posts.CountAsync(p => p.TopicId == topic.Id)));
    }

    [Fact]
    public async Task A_short_address_that_leads_to_one_we_have_makes_no_second_post()
    {
        var (topic, noor) = await site.BeginAsync("Short addresses");
        var url = site.Web.Serve("/long/story", ArticlePages.Article("The long story"));
        var shortened = site.Web.Redirect("/s", "/long/story");
        await site.CaptureAsync(noor, topic, url.AbsoluteUri);

        var page = await site.CaptureAsync(noor, topic, shortened.AbsoluteUri);

        Assert.Contains("This article is already here", page.TextOf(".card.failed"), StringComparison.Ordinal);
        Assert.Equal(1, await site.InDbAsync(db => db.Posts.CountAsync(p => p.TopicId == topic.Id && p.State == PostState.Draft)));
    }

    [Fact]
    public async Task A_card_that_is_still_loading_is_recognised_too()
    {
        var (topic, noor) = await site.BeginAsync("Pasted twice");
        var (url, release) = site.Web.ServeSlowly("/twice", ArticlePages.Article("Once is enough"));
        await noor.PasteAsync(topic, url.AbsoluteUri);

        var page = await noor.PasteAsync(topic, url.AbsoluteUri);

        Assert.Contains("already on the topic", page.TextOf("[role=status]"), StringComparison.Ordinal);
        Assert.NotEqual("", page.TextOf("[role=status] a"));
        release.SetResult();
        await site.CapturesEndAsync(topic);
        Assert.Equal(["Once is enough"], (await noor.GetAsync($"/t/{topic.Slug}")).CardTitles());
    }

    [Fact]
    public async Task Two_who_paste_at_once_make_one_card()
    {
        var (topic, noor) = await site.BeginAsync("At once");
        var url = site.Web.Serve("/at-once", ArticlePages.Article("One of us"));
        var page = await noor.GetAsync($"/t/{topic.Slug}");

        var answers = await Task.WhenAll(Enumerable.Range(0, 6).Select(_ => noor.SubmitAsync(page, "form[action$='/captures']", new { url = url.AbsoluteUri })));

        Assert.All(answers, a => Assert.Equal(HttpStatusCode.OK, a.Status));
        await site.CapturesEndAsync(topic);
        Assert.Equal(1, await site.InDbAsync(db => db.Posts.CountAsync(p => p.TopicId == topic.Id)));
    }

    [Fact]
    public async Task Another_topic_may_have_the_same_article()
    {
        var (topic, noor) = await site.BeginAsync("Here");
        var (other, _) = await site.BeginAsync("There");
        var url = site.Web.Serve("/both", ArticlePages.Article("For both"));
        await site.CaptureAsync(noor, topic, url.AbsoluteUri);

        Assert.Equal(["For both"], (await site.CaptureAsync(noor, other, url.AbsoluteUri)).CardTitles());
    }
}

public sealed class DuplicateTestsOnSqlite(SqliteSite site) : DuplicateTests(site), IClassFixture<SqliteSite>;

public sealed class DuplicateTestsOnPostgres(PostgresSite site) : DuplicateTests(site), IClassFixture<PostgresSite>;
