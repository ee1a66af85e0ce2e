using System.Net;
using System.Text.Json;
using Rounds.Features.Posts;

namespace Rounds.Tests.Posts;

/// <summary>One post's own page, and what machines are told about it.</summary>
public abstract class PostPageTests(Site site)
{
    [Fact]
    public async Task The_page_shows_the_whole_and_leads_to_the_source()
    {
        var topic = await site.OpenTopicAsync("Post pages", curator: "noor");
        var paragraphs = string.Join('\n', Enumerable.Range(1, 12).Select(n => $"Paragraph {n} of the article, with some more words in it to make it long enough for a cut."));
        var post = await site.PublishAsync(topic, "Quieter nights", p =>
        {
            p.Quote("https://news.example/quiet", "The Ward News", "Sam Porter", null, paragraphs);
            p.SetInsight("We tried it.");
            p.SetTags(["Sleep"]);
            p.Embed([new PostEmbed("youtube", "https://www.youtube.com/watch?v=abc"), new PostEmbed("slideshare", "https://www.slideshare.net/x/y", "The slides")]);
        });

        var page = await site.Guest().GetAsync($"/t/{topic.Slug}/p/{post.Id}/quieter-nights");

        Assert.Equal("Quieter nights", page.TextOf("h1"));
        Assert.Single(page.Html.QuerySelectorAll("h1"));
        Assert.Equal(12, page.Html.QuerySelectorAll("article.post blockquote p").Length);
        Assert.Equal("https://news.example/quiet", page.Find("article.post h1 a").GetAttribute("href"));
        Assert.Contains("We tried it.", page.TextOf(".insight"), StringComparison.Ordinal);
        Assert.Equal("https://www.youtube.com/watch?v=abc", page.Find(".lead-image").GetAttribute("href"));
        Assert.Contains("The slides", page.Text, StringComparison.Ordinal);
        Assert.Null(page.Html.QuerySelector("iframe, object, embed, script[src^=http]"));
    }

    [Fact]
    public async Task A_link_names_its_source_as_canonical_and_a_note_itself()
    {
        var topic = await site.OpenTopicAsync("Canonical");
        var link = await site.PublishAsync(topic, "About an article", p => p.Quote("https://news.example/a?b=1&c=2", null, null, null, null));
        var note = await site.PublishAsync(topic, "Our own words", p =>
        {
            p.SetKind(PostKind.Note);
            p.Quote(null, null, null, null, null);
        });
        var guest = site.Guest();

        var linkPage = await guest.GetAsync($"/t/{topic.Slug}/p/{link.Id}/about-an-article");
        var notePage = await guest.GetAsync($"/t/{topic.Slug}/p/{note.Id}/our-own-words");

        Assert.Equal("https://news.example/a?b=1&c=2", linkPage.Find("link[rel=canonical]").GetAttribute("href"));
        Assert.Equal(notePage.Address.AbsoluteUri, notePage.Find("link[rel=canonical]").GetAttribute("href"));
        Assert.Equal("Note", notePage.TextOf("article.post .source"));
    }

    [Fact]
    public async Task Any_other_ending_redirects_for_good_to_the_right_one()
    {
        var topic = await site.OpenTopicAsync("Endings");
        var post = await site.PublishAsync(topic, "Right ending");
        var guest = site.Guest();
        foreach (var wrong in (string[])["", "/", "/wrong", "/right-endin", "/Right-Ending"])
        {
            var answer = await guest.AskAsync($"/t/{topic.Slug}/p/{post.Id}{wrong}");
            Assert.Equal(HttpStatusCode.MovedPermanently, answer.StatusCode);
            Assert.Equal($"/t/{topic.Slug}/p/{post.Id}/right-ending", answer.Headers.Location!.ToString());
        }

        var untitled = await site.PublishAsync(topic, "!!!");
        Assert.Equal(HttpStatusCode.OK, (await guest.GetAsync($"/t/{topic.Slug}/p/{untitled.Id}")).Status);
        var arabic = await site.PublishAsync(topic, "مقال عن النوم");
        Assert.Equal("مقال عن النوم", (await guest.GetAsync($"/t/{topic.Slug}/p/{arabic.Id}")).TextOf("h1"));
    }

    [Fact]
    public async Task A_post_is_found_in_its_own_topic_only()
    {
        var topic = await site.OpenTopicAsync("Mine");
        var other = await site.OpenTopicAsync("Other");
        var post = await site.PublishAsync(topic, "In mine");
        var guest = site.Guest();
        foreach (var path in (string[])[$"/t/{other.Slug}/p/{post.Id}/in-mine", $"/t/{topic.Slug}/p/999999999/x", $"/t/{topic.Slug}/p/99999999999999999999/x", $"/t/{topic.Slug}/p/abc"])
        {
            Assert.Equal(HttpStatusCode.NotFound, (await guest.GetAsync(path)).Status);
        }
    }

    [Fact]
    public async Task Old_addresses_lead_here_for_good()
    {
        var topic = await site.OpenTopicAsync("Moved from elsewhere");
        var post = await site.PublishAsync(topic, "An imported post", p => p.RememberOrigin("scoopit:4012345678"));
        var guest = site.Guest();

        var front = await guest.AskAsync($"/topic/{topic.Slug}");
        var old = await guest.AskAsync($"/topic/{topic.Slug}/p/4012345678/2013/09/24/an-imported-post");

        Assert.Equal((HttpStatusCode.MovedPermanently, $"/t/{topic.Slug}"), (front.StatusCode, front.Headers.Location!.ToString()));
        Assert.Equal((HttpStatusCode.MovedPermanently, $"/t/{topic.Slug}/p/{post.Id}/an-imported-post"), (old.StatusCode, old.Headers.Location!.ToString()));
        Assert.Equal(HttpStatusCode.NotFound, (await guest.AskAsync($"/topic/{topic.Slug}/p/1/2013/09/24/never")).StatusCode);
    }

    [Fact]
    public async Task Networks_and_search_engines_are_told_what_it_is()
    {
        var topic = await site.OpenTopicAsync("Described", curator: "noor");
        var post = await site.PublishAsync(topic, "Quieter nights", p =>
        {
            p.Quote("https://news.example/quiet", "The Ward News", "Sam Porter", null, "Lights go out at ten.");
            p.SetTags(["Sleep", "Wards"]);
        });
        var page = await site.Guest().GetAsync($"/t/{topic.Slug}/p/{post.Id}/quieter-nights");

        Assert.Equal("Quieter nights", Og(page, "title"));
        Assert.Equal("Lights go out at ten.", Og(page, "description"));
        Assert.Equal("article", Og(page, "type"));
        Assert.Equal(page.Address.AbsoluteUri, Og(page, "url"));
        using var described = JsonLd(page);
        Assert.Equal("Quieter nights", described.RootElement.GetProperty("headline").GetString());
        Assert.Equal("https://news.example/quiet", described.RootElement.GetProperty("sharedContent").GetProperty("url").GetString());
        Assert.Equal("noor", described.RootElement.GetProperty("author").GetProperty("name").GetString());

        var front = await site.Guest().GetAsync($"/t/{topic.Slug}");
        using var list = JsonLd(front);
        var listed = list.RootElement.GetProperty("mainEntity").GetProperty("itemListElement");
        Assert.Equal(page.Address.AbsoluteUri, listed[0].GetProperty("url").GetString());
        Assert.Equal("Described", Og(front, "title"));
    }

    [Fact]
    public async Task Related_posts_share_a_tag_and_are_never_the_post_itself_or_a_draft()
    {
        var topic = await site.OpenTopicAsync("Related");
        var sleep = await site.PublishAsync(topic, "Sleep one", p => p.SetTags(["Sleep"]));
        await site.PublishAsync(topic, "Food one", p => p.SetTags(["Food"]));
        await site.PublishAsync(topic, "Food two", p => p.SetTags(["Food"]));
        var two = await site.PublishAsync(topic, "Sleep two", p => p.SetTags(["Sleep", "Food"]));
        var draft = await site.PublishAsync(topic, "Sleep draft", p => p.SetTags(["Sleep"]));
        await site.EditPostAsync(draft.Id, p => p.Unpublish(site.Clock.GetUtcNow()));

        var page = await site.Guest().GetAsync($"/t/{topic.Slug}/p/{sleep.Id}/sleep-one");

        Assert.Equal(["Sleep two", "Food two", "Food one"], page.Html.QuerySelectorAll(".related h3").Select(h => h.TextContent.Trim()));
        Assert.Equal(["Food two", "Food one", "Sleep one"], (await site.Guest().GetAsync($"/t/{topic.Slug}/p/{two.Id}/sleep-two")).Html.QuerySelectorAll(".related h3").Select(h => h.TextContent.Trim()));
    }

    private static string? Og(VisitedPage page, string name) => page.Find($"meta[property='og:{name}']").GetAttribute("content");

    private static JsonDocument JsonLd(VisitedPage page) => JsonDocument.Parse(page.Find("script[type='application/ld+json']").TextContent);
}

public sealed class PostPageTestsOnSqlite(SqliteSite site) : PostPageTests(site), IClassFixture<SqliteSite>;

public sealed class PostPageTestsOnPostgres(PostgresSite site) : PostPageTests(site), IClassFixture<PostgresSite>;
