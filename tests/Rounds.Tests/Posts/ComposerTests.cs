using System.Net;
using AngleSharp.Html.Dom;
using Microsoft.EntityFrameworkCore;
using Rounds.Features.Posts;

namespace Rounds.Tests.Posts;

/// <summary>Writing posts of every kind by hand, and changing them.</summary>
public abstract class ComposerTests(Site site)
{
    [Fact]
    public async Task A_note_is_written_and_published()
    {
        var (topic, noor) = await BeginAsync("Notes");

        var page = await noor.SubmitAsync(await ComposeAsync(noor, topic, "note"), "button[value=publish]", new
        {
            Title = "Our own words", Insight = "We **learned** something.", Tags = "Learning, #Wards, learning, ",
        });

        Assert.Equal($"/t/{topic}", page.Path);
        var read = await site.Guest().GetAsync($"/t/{topic}");
        Assert.Equal(["Our own words"], read.CardTitles());
        Assert.Equal("learned", read.TextOf(".card .insight strong"));
        Assert.Equal("Note", read.TextOf(".card .source"));
        Assert.Equal("Learning Wards", read.TextOf(".card .chips"));
        var own = await site.Guest().GetAsync(read.Find(".card h3 a").GetAttribute("href")!);
        Assert.Equal("Our own words", own.TextOf("h1"));
    }

    [Theory]
    [InlineData("link")]
    [InlineData("document")]
    public async Task What_is_found_elsewhere_is_quoted_and_credited(string kind)
    {
        var (topic, noor) = await BeginAsync($"Quoted {kind}");

        await noor.SubmitAsync(await ComposeAsync(noor, topic, kind), "button[value=publish]", new
        {
            Title = "A guide", Url = "https://guides.example/sleep.pdf?v=2", SiteName = "Guides", Author = "Sam Porter",
            SourceDate = "2026-03-09", Language = "de", Excerpt = "Erster Absatz.\r\n\r\nZweiter Absatz.", Insight = "Read page four.", Tags = "Sleep",
        });

        var read = await site.Guest().GetAsync($"/t/{topic}");
        Assert.Equal("https://guides.example/sleep.pdf?v=2", read.Find(".card h3 a").GetAttribute("href"));
        Assert.Equal("Guides Sam Porter March 9, 2026", read.TextOf(".card .source"));
        Assert.Equal(2, read.Html.QuerySelectorAll(".card blockquote p").Length);
        Assert.Equal("de", read.Find(".card").GetAttribute("lang"));
        Assert.NotNull(read.Find($".card.kind-{kind}"));
    }

    [Fact]
    public async Task Wrong_input_is_shown_again_with_all_that_was_typed()
    {
        var (topic, noor) = await BeginAsync("Shown again");
        var insight = new string('i', 20_001);

        var page = await noor.SubmitAsync(await ComposeAsync(noor, topic, "link"), "button[value=publish]", new
        {
            Title = "", Url = "nonsense", SiteName = "Guides", Author = "Sam", SourceDate = "2026-03-09", Excerpt = "Quoted", Insight = insight, Tags = "Sleep, Wards",
        });

        var errors = page.TextOf(".form-errors");
        Assert.Contains("Give the post a title.", errors, StringComparison.Ordinal);
        Assert.Contains("That is not a web address.", errors, StringComparison.Ordinal);
        Assert.Contains("at most 20,000 characters", errors, StringComparison.Ordinal);
        Assert.Equal("nonsense", Value(page, "Input.Url"));
        Assert.Equal("Guides", Value(page, "Input.SiteName"));
        Assert.Equal("2026-03-09", Value(page, "Input.SourceDate"));
        Assert.Equal("Sleep, Wards", Value(page, "Input.Tags"));
        Assert.Equal("Link", Value(page, "Input.Kind"));
        Assert.Equal(insight, ((IHtmlTextAreaElement)page.Find("[name='Input.Insight']")).Value);
        Assert.Equal("New link", page.TextOf("h1"));
        Assert.Equal(0, await CountAsync(topic));
    }

    [Theory]
    [InlineData("")]
    [InlineData("javascript:alert(1)")]
    [InlineData("ftp://files.example/x")]
    [InlineData("https://")]
    [InlineData("http://")]
    [InlineData("news.example/without-scheme")]
    public async Task A_link_needs_an_address_that_can_be_opened(string url)
    {
        var (topic, noor) = await BeginAsync("Addresses");

        var page = await noor.SubmitAsync(await ComposeAsync(noor, topic, "link"), "button[value=publish]", new { Title = "Kept", Url = url });

        Assert.Contains("address", page.TextOf(".form-errors"), StringComparison.Ordinal);
        Assert.Equal("Kept", Value(page, "Input.Title"));
        Assert.Equal(0, await CountAsync(topic));
    }

    [Fact]
    public async Task An_article_that_is_already_there_is_named_before_a_second_post_is_made()
    {
        var (topic, noor) = await BeginAsync("Twice");
        await noor.SubmitAsync(await ComposeAsync(noor, topic, "link"), "button[value=publish]", new { Title = "First", Url = "https://www.news.example/story/" });

        var page = await noor.SubmitAsync(await ComposeAsync(noor, topic, "link"), "button[value=publish]", new
        {
            Title = "Second", Url = "https://news.example/story?utm_source=mail#top", Insight = "Typed with care",
        });

        Assert.Contains("already on the topic: First", page.TextOf("[role=alert]"), StringComparison.Ordinal);
        Assert.Equal("First", (await noor.GetAsync(page.Find("[role=alert] a").GetAttribute("href")!)).TextOf("h1"));
        Assert.Equal("Second", Value(page, "Input.Title"));
        Assert.Equal("Typed with care", ((IHtmlTextAreaElement)page.Find("[name='Input.Insight']")).Value);
        Assert.Equal(1, await CountAsync(topic));
    }

    [Fact]
    public async Task An_address_that_was_corrected_is_free_again()
    {
        var (topic, noor) = await BeginAsync("Corrected");
        var page = await noor.SubmitAsync(await ComposeAsync(noor, topic, "link"), "button[value=publish]", new { Title = "Right title", Url = "https://news.example/wrong" });
        var edit = await noor.GetAsync(page.Find(".card-tools a[href$='/edit']").GetAttribute("href")!);
        await noor.SubmitAsync(edit, "button[value=save]", new { Url = "https://news.example/right" });

        var second = await noor.SubmitAsync(await ComposeAsync(noor, topic, "link"), "button[value=publish]", new { Title = "The other article", Url = "https://news.example/wrong" });
        var third = await noor.SubmitAsync(await ComposeAsync(noor, topic, "link"), "button[value=publish]", new { Title = "Twin", Url = "https://news.example/right" });

        Assert.Contains("The other article", second.CardTitles());
        Assert.Contains("already on the topic: Right title", third.TextOf("[role=alert]"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_draft_is_seen_by_members_only_until_it_is_published()
    {
        var (topic, noor) = await BeginAsync("Drafts");
        var guest = site.Guest();
        await guest.GetAsync($"/t/{topic}");
        await guest.GetAsync($"/t/{topic}/rss");

        var page = await noor.SubmitAsync(await ComposeAsync(noor, topic, "note"), "button[value=save]", new { Title = "Unripe thoughts", Insight = "Hm.", Tags = "Unripe" });

        Assert.Equal(["Unripe thoughts"], page.CardTitles());
        Assert.Contains("Draft", page.TextOf(".card-marks"), StringComparison.Ordinal);
        var post = await site.InDbAsync(db => db.Posts.SingleAsync(p => p.Title == "Unripe thoughts"));
        foreach (var path in (string[])["", "/search?q=unripe", "/rss", "/atom", "/feed.json", "/embed"])
        {
            Assert.DoesNotContain("Unripe", (await guest.GetAsync($"/t/{topic}{path}")).Source, StringComparison.Ordinal);
        }

        foreach (var path in (string[])["/tag/unripe", $"/archive/{site.Clock.GetUtcNow():yyyy/M}", $"/p/{post.Id}", $"/p/{post.Id}/unripe-thoughts"])
        {
            Assert.Equal(HttpStatusCode.NotFound, (await guest.GetAsync($"/t/{topic}{path}")).Status);
        }

        Assert.DoesNotContain("unripe", (await guest.GetAsync("/sitemap.xml")).Source, StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.OK, (await noor.GetAsync($"/t/{topic}/p/{post.Id}/unripe-thoughts")).Status);

        await noor.SubmitAsync(await noor.GetAsync($"/t/{topic}"), "form[action$='/publication'] button");
        Assert.Equal(["Unripe thoughts"], (await guest.GetAsync($"/t/{topic}")).CardTitles());
        Assert.Contains("Unripe thoughts", (await guest.GetAsync($"/t/{topic}/rss")).Source, StringComparison.Ordinal);
        Assert.Contains("unripe-thoughts", (await guest.GetAsync("/sitemap.xml")).Source, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Every_edit_keeps_what_stood_there_and_who_changed_it()
    {
        var (topic, noor) = await BeginAsync("Histories");
        var page = await noor.SubmitAsync(await ComposeAsync(noor, topic, "note"), "button[value=publish]", new { Title = "First title", Insight = "First words", Tags = "One" });
        var edit = page.Find(".card-tools a[href$='/edit']").GetAttribute("href")!;
        await noor.SubmitAsync(await noor.GetAsync(edit), "button[value=save]", new { Title = "Second title", Insight = "Second words", Tags = "Two, Three" });
        var olga = await site.SignInAsync("olga", "owner");
        await olga.SubmitAsync(await olga.GetAsync(edit), "button[value=save]", new { Title = "Third title" });

        var history = await noor.GetAsync(edit.Replace("/edit", "/history", StringComparison.Ordinal));

        Assert.Equal("History of “Third title”", history.TextOf("h1"));
        Assert.Contains("Version 3 is what stands there now", history.Text, StringComparison.Ordinal);
        Assert.Equal(["Second title", "First title"], history.Html.QuerySelectorAll("section h3").Select(h => h.TextContent));
        Assert.Contains("olga changed it", history.TextOf("section.panel"), StringComparison.Ordinal);
        Assert.Contains("First words", history.Text, StringComparison.Ordinal);
        var read = await site.Guest().GetAsync($"/t/{topic}");
        Assert.Equal(["Third title"], read.CardTitles());
        Assert.Equal("Two Three", read.TextOf(".card .chips"));
        Assert.Equal(HttpStatusCode.NotFound, (await site.Guest().GetAsync($"/t/{topic}/tag/one")).Status);
    }

    [Fact]
    public async Task The_preview_is_what_the_page_will_show()
    {
        var (topic, noor) = await BeginAsync("Previewed");
        var page = await ComposeAsync(noor, topic, "note");

        var preview = await noor.ForgeAsync(page, "/markdown", ("text", "**bold** <script>alert(1)</script>"));

        Assert.Equal("bold", preview.TextOf("strong"));
        Assert.Null(preview.Html.QuerySelector("script"));
        Assert.Equal(HttpStatusCode.BadRequest, (await noor.PostAsync("/markdown", new FormUrlEncodedContent([KeyValuePair.Create("text", "x")]))).Status);
    }

    [Theory]
    [InlineData("kind=nonsense")]
    [InlineData("kind=99")]
    [InlineData("")]
    public async Task An_unknown_kind_is_a_note(string query)
    {
        var (topic, noor) = await BeginAsync("Kinds");

        var page = await noor.GetAsync($"/t/{topic}/posts/new?{query}");

        Assert.Equal(HttpStatusCode.OK, page.Status);
        Assert.Equal("New note", page.TextOf("h1"));
    }

    private async Task<(string Slug, Visitor Noor)> BeginAsync(string title)
    {
        var topic = await site.OpenTopicAsync(title, curator: "noor");
        return (topic.Slug, await site.SignInAsync("noor"));
    }

    private static Task<VisitedPage> ComposeAsync(Visitor visitor, string topic, string kind) => visitor.GetAsync($"/t/{topic}/posts/new?kind={kind}");

    private Task<int> CountAsync(string topic) => site.InDbAsync(db => db.Posts.CountAsync(p => db.Topics.Any(t => t.Id == p.TopicId && t.Slug == topic)));

    private static string? Value(VisitedPage page, string name) => ((IHtmlInputElement)page.Find($"[name='{name}']")).Value;
}

public sealed class ComposerTestsOnSqlite(SqliteSite site) : ComposerTests(site), IClassFixture<SqliteSite>;

public sealed class ComposerTestsOnPostgres(PostgresSite site) : ComposerTests(site), IClassFixture<PostgresSite>;
