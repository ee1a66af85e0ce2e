using System.Net;
using System.Text.Json;
using System.Xml.Linq;
using Rounds.Features.Posts;

namespace Rounds.Tests;

/// <summary>First page, desk, error pages, and what machines ask every site for.</summary>
public abstract class WholeSiteTests(Site site)
{
    [Fact]
    public async Task The_first_page_lists_public_topics_the_liveliest_first()
    {
        var quiet = await site.OpenTopicAsync("Quiet topic");
        var empty = await site.OpenTopicAsync("Empty topic");
        await site.PublishAsync(quiet, "Some time ago");
        var lively = await site.OpenTopicAsync("Lively topic");
        await site.PublishAsync(lively, "One");
        await site.PublishAsync(lively, "Two");

        var page = await site.Guest().GetAsync("/");

        var titles = page.Html.QuerySelectorAll(".topic-card h2").Select(h => h.TextContent).Where(t => t is "Quiet topic" or "Lively topic" or "Empty topic");
        Assert.Equal(["Lively topic", "Quiet topic", "Empty topic"], titles);
        var card = page.Html.QuerySelectorAll(".topic-card").Single(c => c.TextContent.Contains("Lively topic", StringComparison.Ordinal));
        Assert.Contains("2 posts", card.TextContent, StringComparison.Ordinal);
        Assert.Equal($"/t/{lively.Slug}", card.QuerySelector("h2 a")!.GetAttribute("href"));
        Assert.NotEqual(0, empty.Id);
    }

    [Fact]
    public async Task The_desk_shows_what_waits_in_each_topic()
    {
        var topic = await site.OpenTopicAsync("On the desk", curator: "dana");
        await site.OpenTopicAsync("Not on her desk", curator: "omar");
        await site.PublishAsync(topic, "One");
        var draft = await site.PublishAsync(topic, "Two");
        await site.EditPostAsync(draft.Id, p => p.Unpublish(site.Clock.GetUtcNow()));
        var dana = await site.SignInAsync("dana");

        var page = await dana.GetAsync("/desk");

        Assert.Equal(["1", "1", "0", "0", "0", "0"], page.Html.QuerySelectorAll("tbody tr td").Select(c => c.TextContent.Trim()));
        Assert.DoesNotContain("Not on her desk", page.Text, StringComparison.Ordinal);
        Assert.Contains("no topic yet", (await (await site.SignInAsync("ruth", "reader")).GetAsync("/desk")).Text, StringComparison.Ordinal);
        var guest = await site.Guest().AskAsync("/desk");
        Assert.Contains("/sign-in", guest.Headers.Location!.ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_site_map_names_topics_and_our_own_notes()
    {
        var topic = await site.OpenTopicAsync("صحة & خريطة");
        await site.PublishAsync(topic, "A link");
        var note = await site.PublishAsync(topic, "A note", p =>
        {
            p.SetKind(PostKind.Note);
            p.Quote(null, null, null, null, null);
        });

        var answer = await site.Guest().GetAsync("/sitemap.xml");

        Assert.Equal("application/xml", answer.Response.Content.Headers.ContentType!.MediaType);
        var addresses = XDocument.Parse(answer.Source).Descendants(XName.Get("loc", "http://www.sitemaps.org/schemas/sitemap/0.9")).Select(l => l.Value).ToList();
        Assert.Contains(addresses, a => a.EndsWith($"/p/{note.Id}/a-note", StringComparison.Ordinal));
        Assert.DoesNotContain(addresses, a => a.EndsWith("/a-link", StringComparison.Ordinal));
        foreach (var address in addresses)
        {
            Assert.True(Uri.IsWellFormedUriString(address, UriKind.Absolute), address);
            Assert.Equal(HttpStatusCode.OK, (await site.Guest().GetAsync(new Uri(address).PathAndQuery)).Status);
        }
    }

    [Fact]
    public async Task Robots_find_the_site_map_and_stay_out_of_the_back_office()
    {
        var page = await site.Guest().GetAsync("/robots.txt");

        Assert.Equal("text/plain", page.Response.Content.Headers.ContentType!.MediaType);
        Assert.Contains($"Sitemap: {site.Address.GetLeftPart(UriPartial.Authority)}/sitemap.xml", page.Source, StringComparison.Ordinal);
        Assert.StartsWith("User-agent: *", page.Source, StringComparison.Ordinal);
        Assert.Contains("Disallow: /desk", page.Source, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Phones_can_install_the_site_and_share_to_it()
    {
        var page = await site.Guest().GetAsync("/manifest.webmanifest");

        Assert.Equal("application/manifest+json", page.Response.Content.Headers.ContentType!.MediaType);
        using var manifest = JsonDocument.Parse(page.Source);
        var target = manifest.RootElement.GetProperty("share_target");
        Assert.Equal(("/capture", "GET", "url"), (target.GetProperty("action").GetString(), target.GetProperty("method").GetString(), target.GetProperty("params").GetProperty("url").GetString()));
        var icon = manifest.RootElement.GetProperty("icons")[0].GetProperty("src").GetString()!;
        Assert.Equal(HttpStatusCode.OK, (await site.Guest().AskAsync(icon)).StatusCode);
    }

    [Fact]
    public async Task Other_sites_can_embed_a_post_and_a_topic()
    {
        var topic = await site.OpenTopicAsync("Embedded <b>", curator: "noor");
        var post = await site.PublishAsync(topic, "An <i>embedded</i> post");
        var guest = site.Guest();
        var page = await guest.GetAsync($"/t/{topic.Slug}/p/{post.Id}/{post.Slug}");
        var discovered = new Uri(page.Find("link[type='application/json+oembed']").GetAttribute("href")!).PathAndQuery;

        using var rich = JsonDocument.Parse((await guest.GetAsync(discovered)).Source);
        using var frame = JsonDocument.Parse((await guest.GetAsync($"/oembed?url={Uri.EscapeDataString(new Uri(site.Address, $"/t/{topic.Slug}").AbsoluteUri)}")).Source);

        Assert.Equal(("1.0", "rich", "An <i>embedded</i> post", "noor"), (Text(rich, "version"), Text(rich, "type"), Text(rich, "title"), Text(rich, "author_name")));
        Assert.Contains("An &lt;i&gt;embedded&lt;/i&gt; post", Text(rich, "html"), StringComparison.Ordinal);
        Assert.Contains($"/t/{topic.Slug}/embed\"", Text(frame, "html"), StringComparison.Ordinal);
        Assert.DoesNotContain("<b>", Text(frame, "html"), StringComparison.Ordinal);
        foreach (var wrong in (string[])["", "?url=", "?url=https%3A%2F%2Felsewhere.example%2Ft%2Fx", "?url=nonsense", $"?url={Uri.EscapeDataString(site.Address + "t/never")}", $"?url={Uri.EscapeDataString(page.Address.AbsoluteUri.Replace($"/p/{post.Id}", "/p/0", StringComparison.Ordinal))}"])
        {
            Assert.Equal(HttpStatusCode.NotFound, (await guest.GetAsync("/oembed" + wrong)).Status);
        }

        Assert.Equal(HttpStatusCode.NotImplemented, (await guest.GetAsync(discovered + "&format=xml")).Status);
    }

    [Fact]
    public async Task What_is_missing_says_so_in_plain_words_with_a_way_on()
    {
        foreach (var visitor in (Visitor[])[site.Guest(), await site.SignInAsync("noor")])
        {
            var page = await visitor.GetAsync("/nothing/here");

            Assert.Equal(HttpStatusCode.NotFound, page.Status);
            Assert.Equal("There is nothing here", page.TextOf("h1"));
            Assert.Equal("/", page.Find("main a").GetAttribute("href"));
            Assert.Contains("default-src 'none'", page.Response.Headers.GetValues("Content-Security-Policy").Single(), StringComparison.Ordinal);
        }
    }

    [Fact]
    public async Task A_form_without_its_token_is_explained()
    {
        var noor = await site.SignInAsync("noor");

        var page = await noor.PostAsync("/topics/new", new FormUrlEncodedContent([KeyValuePair.Create("Input.Title", "Forged")]));

        Assert.Equal(HttpStatusCode.BadRequest, page.Status);
        Assert.Contains("did not reach us whole", page.TextOf("h1"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_page_names_its_style_sheet_by_content_and_it_is_kept_for_ever()
    {
        var page = await site.Guest().GetAsync("/");
        foreach (var asset in page.Html.QuerySelectorAll("link[rel=stylesheet], link[rel=icon]").Select(l => l.GetAttribute("href")!))
        {
            foreach (var coding in (string[])["", "br"])
            {
                var answer = await site.Guest().AskAsync(asset, ("Accept-Encoding", coding));
                Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
                Assert.Contains("immutable", answer.Headers.CacheControl!.ToString(), StringComparison.Ordinal);
            }
        }

        Assert.Equal(HttpStatusCode.NotFound, (await site.Guest().AskAsync("/a/x/../../appsettings.json")).StatusCode);
    }

    [Fact]
    public async Task The_site_says_that_it_is_well() => Assert.Equal("ok", (await site.Guest().GetAsync("/health")).Source);

    private static string? Text(JsonDocument json, string name) => json.RootElement.GetProperty(name).GetString();
}

public sealed class WholeSiteTestsOnSqlite(SqliteSite site) : WholeSiteTests(site), IClassFixture<SqliteSite>;

public sealed class WholeSiteTestsOnPostgres(PostgresSite site) : WholeSiteTests(site), IClassFixture<PostgresSite>;

/// <summary>The first page of a site that is still empty.</summary>
public abstract class EmptySiteTests(Site site)
{
    [Fact]
    public async Task Everybody_is_told_how_it_begins()
    {
        var guest = await site.Guest().GetAsync("/");
        var owner = await (await site.SignInAsync("olga", "owner")).GetAsync("/");
        var reader = await (await site.SignInAsync("ruth", "reader")).GetAsync("/");

        Assert.Contains("set-up link", guest.TextOf(".empty"), StringComparison.Ordinal);
        Assert.NotNull(owner.Find(".empty a[href='/topics/new']"));
        Assert.NotNull(owner.Find(".empty form[action='/demo'] input[name=form-token]"));
        Assert.Contains("As soon as somebody opens a topic", reader.TextOf(".empty"), StringComparison.Ordinal);
    }
}

public sealed class EmptySiteTestsOnSqlite(SqliteSite site) : EmptySiteTests(site), IClassFixture<SqliteSite>;

public sealed class EmptySiteTestsOnPostgres(PostgresSite site) : EmptySiteTests(site), IClassFixture<PostgresSite>;
