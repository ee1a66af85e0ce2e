using System.Net;
using AngleSharp.Html.Dom;
using Microsoft.AspNetCore.Http;
using Microsoft.EntityFrameworkCore;
using Rounds.Features.Posts;

namespace Rounds.Tests.Capture;

/// <summary>When a page cannot be had, the card says why in a plain sentence and what can be done.</summary>
public abstract class CaptureFailureTests(Site site)
{
    [Theory]
    [InlineData(404, "was not found")]
    [InlineData(410, "was not found")]
    [InlineData(403, "refused")]
    [InlineData(401, "refused")]
    [InlineData(429, "refused")]
    [InlineData(451, "refused")]
    [InlineData(500, "a fault of its own")]
    [InlineData(503, "a fault of its own")]
    public async Task A_site_that_answers_with_an_error_is_quoted_in_plain_words(int status, string words)
    {
        var (topic, noor) = await site.BeginAsync("Errors");
        var url = site.Web.Serve($"/error-{status}", "<h1>No</h1>", status: status);

        await FailsAsync(noor, topic, url.AbsoluteUri, words);
    }

    [Theory]
    [InlineData("http://127.0.0.1:1/")]
    [InlineData("http://10.0.0.1/")]
    [InlineData("http://192.168.1.1/admin")]
    [InlineData("http://169.254.169.254/latest/meta-data/")]
    [InlineData("http://[::1]/")]
    [InlineData("http://[::ffff:10.0.0.1]/")]
    [InlineData("http://2130706433/")]
    [InlineData("http://0x7f.1/")]
    [InlineData("http://localhost/")]
    public async Task A_private_address_is_not_fetched(string url)
    {
        var (topic, noor) = await site.BeginAsync("Private addresses");

        await FailsAsync(noor, topic, url, "private network");
    }

    [Theory]
    [InlineData("http://10.0.0.1/", "private network")]
    [InlineData("http://127.0.0.1:1/", "private network")]
    [InlineData("file:///etc/passwd", "not a web address")]
    public async Task A_redirect_is_judged_like_the_address_itself(string target, string words)
    {
        var (topic, noor) = await site.BeginAsync("Redirected inside");
        var url = site.Web.Redirect($"/to-{target.Length}", target);

        await FailsAsync(noor, topic, url.AbsoluteUri, words);
    }

    [Fact]
    public async Task A_redirect_without_end_ends()
    {
        var (topic, noor) = await site.BeginAsync("Loops");
        site.Web.Redirect("/loop-a", "/loop-b");
        var url = site.Web.Redirect("/loop-b", "/loop-a");

        await FailsAsync(noor, topic, url.AbsoluteUri, "without end");
    }

    [Fact]
    public async Task Five_redirects_are_followed_and_six_are_not()
    {
        var (topic, noor) = await site.BeginAsync("Hops");
        site.Web.Serve("/hop-0", ArticlePages.Article("At the end"));
        for (var n = 1; n <= 6; n++)
        {
            site.Web.Redirect($"/hop-{n}", $"/hop-{n - 1}", n % 2 == 0 ? 301 : 302);
        }

        await FailsAsync(noor, topic, new Uri(site.Web.Address, "/hop-6").AbsoluteUri, "without end");
        Assert.Contains("At the end", (await site.CaptureAsync(noor, topic, new Uri(site.Web.Address, "/hop-5").AbsoluteUri)).CardTitles());
    }

    [Fact]
    public async Task A_file_that_is_no_page_is_not_taken_for_one()
    {
        var (topic, noor) = await site.BeginAsync("Files that are no pages");
        var url = site.Web.Serve("/download.zip", [0x50, 0x4B, 3, 4, 0, 0, 0, 0], "application/zip");

        await FailsAsync(noor, topic, url.AbsoluteUri, "no web page at this address");
    }

    [Fact]
    public async Task Ten_megabytes_are_the_limit_said_or_not_and_packed_or_not()
    {
        var (topic, noor) = await site.BeginAsync("Large");
        var said = site.Web.Serve("/large-said", new string('x', 10_500_000));
        var unsaid = site.Web.Answer("/large-unsaid", async context =>
        {
            context.Response.ContentType = "text/html";
            for (var n = 0; n < 11; n++)
            {
                await context.Response.WriteAsync(new string('x', 1024 * 1024));
            }
        });
        var packed = site.Web.Answer("/large-packed", async context =>
        {
            context.Response.ContentType = "text/html";
            context.Response.Headers.ContentEncoding = "gzip";
            await using var gzip = new System.IO.Compression.GZipStream(context.Response.Body, System.IO.Compression.CompressionLevel.Optimal);
            for (var n = 0; n < 40; n++)
            {
                await gzip.WriteAsync(new byte[1024 * 1024]);
            }
        });

        foreach (var url in (Uri[])[said, unsaid, packed])
        {
            await FailsAsync(noor, topic, url.AbsoluteUri, "larger than 10 MB");
        }
    }

    [Fact]
    public async Task A_site_that_does_not_answer_in_time_is_not_waited_for()
    {
        var (topic, noor) = await site.BeginAsync("Slow");
        var (url, release) = site.Web.ServeSlowly("/slow", ArticlePages.Article("Too late"));
        await noor.PasteAsync(topic, url.AbsoluteUri);
        await site.WaitAsync(() => Task.FromResult(site.Web.Asked.Contains("/slow")));

        site.Clock.Advance(TimeSpan.FromSeconds(16));

        await site.CapturesEndAsync(topic);
        var page = await noor.GetAsync($"/t/{topic.Slug}");
        Assert.Contains("took too long", page.TextOf(".card.failed .why"), StringComparison.Ordinal);
        release.SetResult();
        page = await noor.SubmitAsync(page, ".card.failed form[action$='/capture'] button");
        await site.CapturesEndAsync(topic);
        Assert.Equal(["Too late"], (await noor.GetAsync($"/t/{topic.Slug}")).CardTitles());
    }

    [Theory]
    [InlineData("http://127.0.0.1.never-resolves.invalid/")]
    [InlineData("https://never-resolves.invalid/")]
    public async Task A_site_that_cannot_be_reached_is_a_card_too(string url)
    {
        var (topic, noor) = await site.BeginAsync("Unreachable");

        await FailsAsync(noor, topic, url, "");
    }

    [Fact]
    public async Task A_connection_that_breaks_off_is_a_card_too()
    {
        var (topic, noor) = await site.BeginAsync("Broken off");
        var url = site.Web.Answer("/broken-off", async context =>
        {
            context.Response.ContentLength = 5000;
            await context.Response.WriteAsync("<html>");
            context.Abort();
        });

        await FailsAsync(noor, topic, url.AbsoluteUri, "could not be reached");
    }

    [Fact]
    public async Task Trying_again_finds_the_page_when_it_is_there()
    {
        var (topic, noor) = await site.BeginAsync("Again");
        var url = site.Web.Serve("/comes-later", "", status: 404);
        var failed = await FailsAsync(noor, topic, url.AbsoluteUri, "was not found");
        site.Web.Serve("/comes-later", ArticlePages.Article("Now it is there"));

        var page = await noor.SubmitAsync(failed, ".card.failed form[action$='/capture'] button");
        Assert.Equal(HttpStatusCode.OK, page.Status);
        await site.CapturesEndAsync(topic);

        Assert.Equal(["Now it is there"], (await noor.GetAsync($"/t/{topic.Slug}")).CardTitles());
        Assert.Equal(1, await site.InDbAsync(db => db.Posts.CountAsync(p => p.TopicId == topic.Id)));
    }

    [Fact]
    public async Task Trying_again_many_times_and_quickly_never_leaves_a_card_loading()
    {
        var (topic, noor) = await site.BeginAsync("Impatient");
        var url = site.Web.Serve("/impatient", "", status: 404);
        var page = await FailsAsync(noor, topic, url.AbsoluteUri, "was not found");
        for (var n = 0; n < 15; n++)
        {
            await site.InDbAsync(async db =>
            {
                while (!await db.Posts.AsNoTracking().AnyAsync(p => p.TopicId == topic.Id && p.State == PostState.Failed))
                {
                    await Task.Yield();
                }

                return 0;
            });
            await noor.SubmitAsync(page, ".card.failed form[action$='/capture'] button");
        }

        await site.CapturesEndAsync(topic);
    }

    [Fact]
    public async Task A_failed_card_is_filled_in_by_hand()
    {
        var (topic, noor) = await site.BeginAsync("By hand");
        var url = site.Web.Serve("/by-hand", "", status: 403);
        var form = await noor.GetAsync($"/capture?url={Uri.EscapeDataString(url.AbsoluteUri)}");
        await noor.SubmitAsync(form, "main form", new { Topic = topic.Slug, Title = "Typed title", Insight = "Typed insight" });
        await site.CapturesEndAsync(topic);
        var failed = await noor.GetAsync($"/t/{topic.Slug}");
        Assert.Equal("Typed title", failed.TextOf(".card.failed h3"));

        var edit = await noor.GetAsync(failed.Find(".card.failed a[href$='/edit']").GetAttribute("href")!);
        Assert.Equal(url.AbsoluteUri, ((IHtmlInputElement)edit.Find("[name='Input.Url']")).Value);
        Assert.Equal("Typed insight", ((IHtmlTextAreaElement)edit.Find("[name='Input.Insight']")).Value);
        await noor.SubmitAsync(edit, "button[value=publish]", new { Excerpt = "Copied by hand.", SiteName = "The Gate" });

        var read = await site.Guest().GetAsync($"/t/{topic.Slug}");
        Assert.Equal(["Typed title"], read.CardTitles());
        Assert.Equal("Copied by hand.", read.TextOf(".card blockquote"));
    }

    [Fact]
    public async Task A_failed_card_can_be_removed_and_its_address_pasted_again()
    {
        var (topic, noor) = await site.BeginAsync("Removed");
        var url = site.Web.Serve("/removed", "", status: 404);
        var failed = await FailsAsync(noor, topic, url.AbsoluteUri, "was not found");

        var again = await noor.PasteAsync(topic, url.AbsoluteUri);
        Assert.Contains("already on the topic", again.Text, StringComparison.Ordinal);
        Assert.NotEqual("", again.TextOf("[role=status] a"));
        Assert.Contains("was not found", (await noor.GetAsync(again.Find("[role=status] a").GetAttribute("href")!)).Text, StringComparison.Ordinal);

        var page = await noor.SubmitAsync(await noor.GetAsync(failed.Find(".card.failed a[href$='/removal']").GetAttribute("href")!), "button.danger");
        Assert.Empty(page.Html.QuerySelectorAll(".card"));
        await FailsAsync(noor, topic, url.AbsoluteUri, "was not found");
    }

    /// <summary>Captures what cannot be captured, and returns the page with the card that says so.</summary>
    private async Task<VisitedPage> FailsAsync(Visitor visitor, Rounds.Features.Topics.Topic topic, string url, string words)
    {
        var page = await site.CaptureAsync(visitor, topic, url);
        Assert.Contains(words, page.TextOf(".card.failed .why"), StringComparison.Ordinal);
        Assert.EndsWith(".", page.TextOf(".card.failed .why"), StringComparison.Ordinal);
        Assert.NotNull(page.Find(".card.failed form[action$='/capture'] button"));
        Assert.NotNull(page.Find(".card.failed a[href$='/edit']"));
        Assert.DoesNotContain("failed", (await site.Guest().GetAsync($"/t/{topic.Slug}")).Find(".cards").InnerHtml, StringComparison.Ordinal);
        return page;
    }
}

public sealed class CaptureFailureTestsOnSqlite(SqliteSite site) : CaptureFailureTests(site), IClassFixture<SqliteSite>;

public sealed class CaptureFailureTestsOnPostgres(PostgresSite site) : CaptureFailureTests(site), IClassFixture<PostgresSite>;
