using System.Net;
using Rounds.Features.Topics;

namespace Rounds.Tests.Topics;

/// <summary>A private topic does not exist for anybody but its members.</summary>
public abstract class PrivateTopicTests(Site site)
{
    [Fact]
    public async Task For_others_every_way_in_is_a_404()
    {
        var (topic, post) = await MakeAsync("Behind closed doors");
        var month = site.Clock.GetUtcNow();
        var page = $"{site.Address.GetLeftPart(UriPartial.Authority)}/t/{topic.Slug}";
        string[] paths =
        [
            "", "/tag/secret", $"/archive/{month.Year}/{month.Month}", "/search?q=secret", "/rss", "/atom", "/feed.json", "/tag/secret/rss",
            "/embed", $"/p/{post}", $"/p/{post}/a-secret", $"/p/{post}/reshare", "/settings", "/posts/new", $"/posts/{post}/edit", $"/posts/{post}/history", $"/posts/{post}/removal", $"/posts/{post}/card",
        ];
        var stranger = await site.SignInAsync("omar");
        var guest = site.Guest();
        foreach (var path in paths)
        {
            Assert.Equal(HttpStatusCode.NotFound, (await stranger.GetAsync($"/t/{topic.Slug}{path}")).Status);
            Assert.NotEqual(HttpStatusCode.OK, (await guest.AskAsync($"/t/{topic.Slug}{path}")).StatusCode);
        }

        foreach (var url in (string[])[page, $"{page}/p/{post}/a-secret"])
        {
            Assert.Equal(HttpStatusCode.NotFound, (await guest.GetAsync($"/oembed?url={Uri.EscapeDataString(url)}")).Status);
        }
    }

    [Fact]
    public async Task It_is_listed_nowhere()
    {
        var (topic, _) = await MakeAsync("Unlisted rounds");
        var guest = site.Guest();

        Assert.DoesNotContain(topic.Title, (await guest.GetAsync("/")).Source, StringComparison.Ordinal);
        Assert.DoesNotContain(topic.Slug, (await guest.GetAsync("/sitemap.xml")).Source, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Members_read_it_but_its_posts_do_not_leave_it()
    {
        var (topic, post) = await MakeAsync("Members only");
        var noor = await site.SignInAsync("noor");

        var page = await noor.GetAsync($"/t/{topic.Slug}");

        Assert.Contains("Private", page.TextOf(".byline"), StringComparison.Ordinal);
        Assert.Equal("noindex", page.Find("meta[name=robots]").GetAttribute("content"));
        Assert.Equal(HttpStatusCode.OK, (await noor.GetAsync($"/t/{topic.Slug}/p/{post}/a-secret")).Status);
        foreach (var leak in (string[])["/rss", "/atom", "/feed.json", "/embed", $"/p/{post}/reshare"])
        {
            Assert.Equal(HttpStatusCode.NotFound, (await noor.GetAsync($"/t/{topic.Slug}{leak}")).Status);
        }
    }

    [Fact]
    public async Task Closing_a_topic_takes_it_from_guests_at_once()
    {
        var topic = await site.OpenTopicAsync("Open for now", curator: "noor");
        var post = await site.PublishAsync(topic, "A secret");
        var guest = site.Guest();
        string[] paths = [$"/t/{topic.Slug}", $"/t/{topic.Slug}/rss", $"/t/{topic.Slug}/p/{post.Id}/a-secret"];
        foreach (var path in paths)
        {
            Assert.Equal(HttpStatusCode.OK, (await guest.GetAsync(path)).Status);
        }

        var noor = await site.SignInAsync("noor");
        await noor.SubmitAsync(await noor.GetAsync($"/t/{topic.Slug}/settings"), "main form", new { IsPrivate = true });

        foreach (var path in paths)
        {
            Assert.Equal(HttpStatusCode.NotFound, (await guest.GetAsync(path)).Status);
        }
    }

    private async Task<(Topic Topic, long Post)> MakeAsync(string title)
    {
        var topic = await site.OpenTopicAsync(title, curator: "noor", isPrivate: true);
        var post = await site.PublishAsync(topic, "A secret", p => p.SetTags(["secret"]));
        return (topic, post.Id);
    }
}

public sealed class PrivateTopicTestsOnSqlite(SqliteSite site) : PrivateTopicTests(site), IClassFixture<SqliteSite>;

public sealed class PrivateTopicTestsOnPostgres(PostgresSite site) : PrivateTopicTests(site), IClassFixture<PostgresSite>;
