using System.Net;
using System.Text;
using System.Text.Json;
using System.Xml;
using Rounds.Features.Posts;
using Rounds.Features.Topics;
using Rounds.Feeds;

namespace Rounds.Tests.Topics;

/// <summary>What feed readers get, read back with our own reader and with a strict parser.</summary>
public abstract class FeedTests(Site site)
{
    public static TheoryData<string, string, string> Formats => new()
    {
        { "rss", "application/rss+xml", "rss20" },
        { "atom", "application/atom+xml", "atom10" },
        { "feed.json", "application/feed+json", "json11" },
    };

    [Theory]
    [MemberData(nameof(Formats))]
    public async Task A_feed_holds_quotation_insight_and_the_way_to_the_source(string path, string type, string format)
    {
        var topic = await site.OpenTopicAsync("Feed me", curator: "noor");
        var post = await site.PublishAsync(topic, "Quieter nights", p =>
        {
            p.Quote("https://news.example/quiet?a=1&b=2", "The Ward News", "Sam Porter", null, "Lights go out at ten.");
            p.SetInsight("We tried it. **It works.**");
            p.SetTags(["Sleep"]);
        });

        var (answer, feed) = await ReadAsync($"/t/{topic.Slug}/{path}");

        Assert.Equal(type, answer.Content.Headers.ContentType!.MediaType);
        Assert.Equal(format, feed.Format);
        Assert.Null(feed.Fault);
        Assert.Equal("Feed me", feed.Title);
        Assert.EndsWith($"/t/{topic.Slug}", feed.Link, StringComparison.Ordinal);
        var item = Assert.Single(feed.Items);
        Assert.Equal("Quieter nights", item.Title);
        Assert.EndsWith($"/t/{topic.Slug}/p/{post.Id}/quieter-nights", item.Link, StringComparison.Ordinal);
        Assert.Equal(post.PublishedAt, item.Published);
        Assert.Contains("Lights go out at ten.", item.Content, StringComparison.Ordinal);
        Assert.Contains("noor’s insight", item.Content, StringComparison.Ordinal);
        Assert.Contains("<strong>It works.</strong>", item.Content, StringComparison.Ordinal);
        Assert.Contains("https://news.example/quiet?a=1&amp;b=2", item.Content, StringComparison.Ordinal);
        Assert.Contains("Sleep", item.Categories);
    }

    [Theory]
    [MemberData(nameof(Formats))]
    public async Task A_tag_has_a_feed_of_its_own(string path, string type, string format)
    {
        var topic = await site.OpenTopicAsync("Tagged feeds");
        await site.PublishAsync(topic, "Sleep well", p => p.SetTags(["Sleep"]));
        await site.PublishAsync(topic, "Eat well", p => p.SetTags(["Food"]));

        var (answer, feed) = await ReadAsync($"/t/{topic.Slug}/tag/sleep/{path}");

        Assert.Equal((type, format), (answer.Content.Headers.ContentType!.MediaType, feed.Format));
        Assert.Equal("Sleep well", Assert.Single(feed.Items).Title);
        Assert.Contains("leep", feed.Title, StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.NotFound, (await site.Guest().AskAsync($"/t/{topic.Slug}/tag/never/{path}")).StatusCode);
    }

    [Theory]
    [MemberData(nameof(Formats))]
    public async Task A_reader_finds_the_newest_posts_first_and_no_draft(string path, string type, string format)
    {
        var topic = await site.OpenTopicAsync("Newest first");
        var oldest = await site.PublishAsync(topic, "Oldest, but pinned");
        for (var n = 1; n <= 25; n++)
        {
            await site.PublishAsync(topic, $"Article {n:00}");
        }

        var draft = await site.PublishAsync(topic, "Draft");
        await site.EditPostAsync(draft.Id, p => p.Unpublish(site.Clock.GetUtcNow()));
        await site.EditTopicAsync(topic.Id, t => t.Pin(oldest.Id, site.Clock.GetUtcNow()));

        var (_, feed) = await ReadAsync($"/t/{topic.Slug}/{path}");

        Assert.Equal(["Article 25", "Article 24"], feed.Items.Take(2).Select(i => i.Title));
        Assert.DoesNotContain("Draft", feed.Items.Select(i => i.Title));
        Assert.InRange(feed.Items.Count, 24, 25);
        Assert.NotEmpty(type + format);
    }

    [Theory]
    [InlineData("rss")]
    [InlineData("atom")]
    public async Task Whatever_people_write_the_xml_is_well_formed(string path)
    {
        var topic = await site.OpenTopicAsync("Well formed");
        const string hostile = "]]> & <b>\"bold\"</b> &nbsp; \u0001\u000B\uFFFE\uD83D\uDC89 </title>";
        await site.PublishAsync(topic, hostile, p =>
        {
            p.Quote("https://news.example/?q=<x>&y=\"z\"", hostile, hostile, null, hostile);
            p.SetInsight("]]> <script>alert(1)</script>\n\nParagraph & `code ]]>`");
            p.SetTags([hostile]);
        });

        var answer = await site.Guest().GetAsync($"/t/{topic.Slug}/{path}");

        using var xml = XmlReader.Create(new StringReader(answer.Source), new XmlReaderSettings { DtdProcessing = DtdProcessing.Prohibit });
        while (xml.Read())
        {
            // Reading to the end is the test: a fault in the markup throws.
        }

        var feed = FeedReader.Read(Encoding.UTF8.GetBytes(answer.Source), answer.Response.Content.Headers.ContentType!.ToString(), answer.Address);
        Assert.Contains("bold", Assert.Single(feed.Items).Title, StringComparison.Ordinal);
        Assert.DoesNotContain("<script", feed.Items[0].Content, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Json_is_json_and_names_the_source()
    {
        var topic = await site.OpenTopicAsync("Json readers");
        await site.PublishAsync(topic, "\"Quoted\" \\ \u0001 </script>", p => p.Quote("https://news.example/q", null, null, null, null));

        var answer = await site.Guest().GetAsync($"/t/{topic.Slug}/feed.json");

        using var json = JsonDocument.Parse(answer.Source);
        Assert.Equal("https://jsonfeed.org/version/1.1", json.RootElement.GetProperty("version").GetString());
        Assert.Equal("https://news.example/q", json.RootElement.GetProperty("items")[0].GetProperty("external_url").GetString());
    }

    [Fact]
    public async Task Pages_name_their_feeds()
    {
        var topic = await site.OpenTopicAsync("Feeds are found");
        var post = await site.PublishAsync(topic, "Sleep well", p => p.SetTags(["Sleep"]));
        var guest = site.Guest();
        foreach (var path in (string[])[$"/t/{topic.Slug}", $"/t/{topic.Slug}/tag/sleep", $"/t/{topic.Slug}/p/{post.Id}/sleep-well"])
        {
            var page = await guest.GetAsync(path);
            foreach (var link in page.Html.QuerySelectorAll("link[rel=alternate]"))
            {
                var answer = await guest.AskAsync(link.GetAttribute("href")!);
                Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
            }

            Assert.NotNull(page.Find("link[rel=alternate][type='application/rss+xml']"));
        }

        Assert.Equal(6, (await guest.GetAsync($"/t/{topic.Slug}/tag/sleep")).Html.QuerySelectorAll("link[rel=alternate]").Length);
    }

    [Fact]
    public async Task A_topic_in_another_script_has_feeds_too()
    {
        var topic = await site.OpenTopicAsync("صحة الأسرة");
        await site.PublishAsync(topic, "مقال عن النوم", p => p.SetTags(["نوم"]));

        var (_, feed) = await ReadAsync($"/t/{Uri.EscapeDataString(topic.Slug)}/atom");
        var (_, tagged) = await ReadAsync($"/t/{Uri.EscapeDataString(topic.Slug)}/tag/{Uri.EscapeDataString(Tag.Slug("نوم"))}/rss");

        Assert.Equal("مقال عن النوم", feed.Items[0].Title);
        Assert.True(Uri.IsWellFormedUriString(feed.Items[0].Link, UriKind.Absolute));
        Assert.Single(tagged.Items);
    }

    [Fact]
    public async Task The_widget_stands_in_other_sites_frames_without_scripts_or_cookies()
    {
        var topic = await site.OpenTopicAsync("Framed");
        for (var n = 1; n <= 10; n++)
        {
            await site.PublishAsync(topic, $"Article {n:00}");
        }

        var page = await site.Guest().GetAsync($"/t/{topic.Slug}/embed");

        Assert.Equal(8, page.Html.QuerySelectorAll("li h2").Length);
        Assert.Equal("Article 10", page.TextOf("li h2"));
        Assert.Contains("frame-ancestors *", page.Response.Headers.GetValues("Content-Security-Policy").Single(), StringComparison.Ordinal);
        Assert.Null(page.Html.QuerySelector("script, form"));
        Assert.False(page.Response.Headers.Contains("Set-Cookie"));
        var ordinary = await site.Guest().GetAsync($"/t/{topic.Slug}");
        Assert.Contains("frame-ancestors 'none'", ordinary.Response.Headers.GetValues("Content-Security-Policy").Single(), StringComparison.Ordinal);
    }

    private async Task<(HttpResponseMessage Answer, Feed Feed)> ReadAsync(string path)
    {
        var answer = await site.Guest().AskAsync(path);
        Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
        var bytes = await answer.Content.ReadAsByteArrayAsync();
        return (answer, FeedReader.Read(bytes, answer.Content.Headers.ContentType!.ToString(), answer.RequestMessage!.RequestUri));
    }
}

public sealed class FeedTestsOnSqlite(SqliteSite site) : FeedTests(site), IClassFixture<SqliteSite>;

public sealed class FeedTestsOnPostgres(PostgresSite site) : FeedTests(site), IClassFixture<PostgresSite>;
