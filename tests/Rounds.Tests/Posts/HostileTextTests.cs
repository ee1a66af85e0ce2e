using System.Net;
using System.Text.Json;
using Rounds.Features.Posts;

namespace Rounds.Tests.Posts;

/// <summary>What people and pages may write is text on every page, however it is made.</summary>
public abstract class HostileTextTests(Site site)
{
    public static TheoryData<string> Titles => new()
    {
        "</script><script>alert(1)</script>",
        "\"><img src=x onerror=alert(1)>",
        "' onmouseover='alert(1)",
        "</title></head><body onload=alert(1)>",
        "--> <!-- ]]> <![CDATA[ & &amp; &lt;",
        "@Html.Raw(\"x\") {{x}} ${x} {0} %s",
        "\u202Egnitseretni si siht\u202C and \u2066isolated\u2069",
        "مقال عن <النوم> \"والراحة\"",
        "javascript:alert(1)",
        new string('W', 500),
        string.Concat(Enumerable.Repeat("💉", 250)),
    };

    [Theory]
    [MemberData(nameof(Titles))]
    public async Task A_title_is_text_on_every_page(string title)
    {
        var topic = await site.OpenTopicAsync("Hostile", curator: "noor");
        var post = await site.PublishAsync(topic, title, p =>
        {
            p.Quote("https://news.example/a", title, title, null, title);
            p.SetInsight(title);
            p.SetTags([title.Length > 60 ? title[..60] : title]);
        });
        await site.EditTopicAsync(topic.Id, t => t.Describe(title.Length > 140 ? title[..140] : title, title, [title], "en", false, site.Clock.GetUtcNow()));
        var guest = site.Guest();
        var noor = await site.SignInAsync("noor");
        var slug = Uri.EscapeDataString(topic.Slug);
        foreach (var (visitor, path) in ((Visitor, string)[])
        [
            (guest, $"/t/{slug}"), (guest, $"/t/{slug}/p/{post.Id}"), (guest, $"/t/{slug}/embed"), (guest, "/"), (guest, $"/t/{slug}/search?q={Uri.EscapeDataString(title)}"),
            (noor, $"/t/{slug}"), (noor, $"/t/{slug}/p/{post.Id}"), (noor, $"/t/{slug}/posts/{post.Id}/edit"), (noor, $"/t/{slug}/posts/{post.Id}/history"),
            (noor, $"/t/{slug}/posts/{post.Id}/removal"), (noor, $"/t/{slug}/p/{post.Id}/reshare"), (noor, $"/t/{slug}/settings"), (noor, "/desk"), (noor, "/capture"),
        ])
        {
            var page = await visitor.GetAsync(path);
            Assert.Equal(HttpStatusCode.OK, page.Status);
            Assert.Null(page.Html.QuerySelector("img[onerror], [onload], [onmouseover], [onerror]"));
            Assert.Empty(page.Html.QuerySelectorAll("script:not([src]):not([type='application/ld+json'])"));
            Assert.All(page.Html.QuerySelectorAll("script[type='application/ld+json']"), s => JsonDocument.Parse(s.TextContent).Dispose());
            Assert.Empty(page.Html.QuerySelectorAll("a[href^='javascript:alert']"));
        }

        var shown = await guest.GetAsync($"/t/{slug}/p/{post.Id}");
        Assert.Equal(title, shown.Find("h1").TextContent);
        Assert.Equal(title, shown.Find("meta[property='og:title']").GetAttribute("content"));
        using var described = JsonDocument.Parse(shown.Find("script[type='application/ld+json']").TextContent);
        Assert.Equal(title, described.RootElement.GetProperty("headline").GetString());
    }

    [Theory]
    [InlineData("<script>alert(1)</script> after", "script")]
    [InlineData("<img src=x onerror=alert(1)>", "img, [onerror]")]
    [InlineData("[click](javascript:alert(1))", "a[href^=javascript]")]
    [InlineData("[click](JaVaScRiPt&colon;alert(1))", "a[href*=alert]")]
    [InlineData("[click](data:text/html;base64,PHNjcmlwdD4=)", "a[href^=data]")]
    [InlineData("![x](javascript:alert(1))", "img[src^=javascript]")]
    [InlineData("<svg/onload=alert(1)>", "svg")]
    [InlineData("<style>*{display:none}</style>", "style")]
    [InlineData("<form action=/sign-out method=post><button>x</button></form>", "form, button")]
    [InlineData("[x](https://a.example \"onmouseover=alert(1)\")", "[onmouseover]")]
    public async Task Markup_in_an_insight_stays_what_markdown_makes_of_it(string insight, string forbidden)
    {
        var topic = await site.OpenTopicAsync("Hostile insight");
        var post = await site.PublishAsync(topic, "Insight", p => p.SetInsight(insight));

        var page = await site.Guest().GetAsync($"/t/{topic.Slug}");

        Assert.Empty(page.Find($"#post-{post.Id} .insight").QuerySelectorAll(forbidden));
    }

    [Theory]
    [InlineData("**bold** and *italic*", "strong, em", 2)]
    [InlineData("- one\n- two", "li", 2)]
    [InlineData("[a link](https://a.example/x)", "a[href='https://a.example/x']", 1)]
    [InlineData("https://a.example/y", "a[href='https://a.example/y']", 1)]
    [InlineData("> quoted", "blockquote", 1)]
    public async Task Markdown_is_rendered(string insight, string expected, int times)
    {
        var topic = await site.OpenTopicAsync("Rendered insight");
        var post = await site.PublishAsync(topic, "Insight", p => p.SetInsight(insight));

        var page = await site.Guest().GetAsync($"/t/{topic.Slug}");

        Assert.Equal(times, page.Find($"#post-{post.Id} .insight").QuerySelectorAll(expected).Length);
    }

    [Fact]
    public async Task A_long_quotation_is_cut_on_the_card_between_characters()
    {
        var topic = await site.OpenTopicAsync("Cut");
        var post = await site.PublishAsync(topic, "Long", p => p.Quote("https://a.example/", null, null, null, "x" + string.Concat(Enumerable.Repeat("💉", 900))));
        await site.PublishAsync(topic, "Newer");

        var page = await site.Guest().GetAsync($"/t/{topic.Slug}");

        var shown = page.TextOf($"#post-{post.Id} blockquote");
        Assert.EndsWith("…", shown, StringComparison.Ordinal);
        Assert.DoesNotContain('\uFFFD', shown);
    }

    [Fact]
    public async Task What_no_text_may_hold_is_left_out_when_it_is_written()
    {
        var topic = await site.OpenTopicAsync("No text", curator: "noor");
        var noor = await site.SignInAsync("noor");

        var page = await noor.SubmitAsync(await noor.GetAsync($"/t/{topic.Slug}/posts/new?kind=note"), "button[value=publish]", new
        {
            Title = "Nul\0l and \u0001bell\u0007", Insight = "Line one\r\n\r\nLine\0 two", Tags = "a\0b",
        });

        Assert.Equal(HttpStatusCode.OK, page.Status);
        Assert.Equal(["Null and bell"], page.CardTitles());
        var post = await site.InDbAsync(db => Task.FromResult(db.Posts.Single(p => p.TopicId == topic.Id)));
        Assert.Equal(PostKind.Note, post.Kind);
        Assert.DoesNotContain('\0', post.Insight);
    }
}

public sealed class HostileTextTestsOnSqlite(SqliteSite site) : HostileTextTests(site), IClassFixture<SqliteSite>;

public sealed class HostileTextTestsOnPostgres(PostgresSite site) : HostileTextTests(site), IClassFixture<PostgresSite>;
