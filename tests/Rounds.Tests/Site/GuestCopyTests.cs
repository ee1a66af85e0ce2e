using System.IO.Compression;
using System.Net;
using System.Text;
using Rounds.Features.Posts;
using Rounds.Features.Topics;

namespace Rounds.Tests;

/// <summary>Guests' pages come from copies: the same bytes for everybody, nobody's own, and never stale after an edit.</summary>
public abstract class GuestCopyTests(Site site)
{
    [Theory]
    [InlineData("br")]
    [InlineData("gzip")]
    [InlineData("")]
    [InlineData("gzip, deflate, br, zstd")]
    public async Task A_page_reads_the_same_in_every_coding_first_and_later(string accepted)
    {
        var topic = await FilledAsync("Codings " + accepted.Length, 3);
        for (var n = 0; n < 3; n++)
        {
            var answer = await site.Guest().AskAsync($"/t/{topic.Slug}", ("Accept-Encoding", accepted));
            Assert.Contains("Article 03", await ReadAsync(answer), StringComparison.Ordinal);
            Assert.Equal("text/html", answer.Content.Headers.ContentType!.MediaType);
        }

        var plain = await site.Guest().AskAsync($"/t/{topic.Slug}");
        Assert.Empty(plain.Content.Headers.ContentEncoding);
        Assert.Contains("Article 03", await plain.Content.ReadAsStringAsync(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task No_guests_page_sets_a_cookie_or_holds_a_token()
    {
        var topic = await FilledAsync("No cookies", 3);
        var post = await site.InDbAsync(db => Task.FromResult(db.Posts.First(p => p.TopicId == topic.Id)));
        var guest = site.Guest();
        string[] paths =
        [
            "/", $"/t/{topic.Slug}", $"/t/{topic.Slug}/tag/sleep", $"/t/{topic.Slug}/search", $"/t/{topic.Slug}/search?q=article",
            $"/t/{topic.Slug}/p/{post.Id}/{post.Slug}", $"/t/{topic.Slug}/embed", $"/t/{topic.Slug}/rss", "/sitemap.xml", "/nothing-here", "/robots.txt", "/health",
        ];
        foreach (var path in paths.Concat(paths))
        {
            var answer = await guest.AskAsync(path);
            Assert.False(answer.Headers.Contains("Set-Cookie"), path);
            Assert.DoesNotContain("form-token", await answer.Content.ReadAsStringAsync(), StringComparison.Ordinal);
        }

        Assert.Empty(guest.Cookies.Names);
    }

    [Fact]
    public async Task A_page_that_did_not_change_is_not_sent_again()
    {
        var topic = await FilledAsync("Unchanged", 2);
        var guest = site.Guest();
        var first = await guest.AskAsync($"/t/{topic.Slug}");
        var tag = first.Headers.ETag!.ToString();

        var second = await guest.AskAsync($"/t/{topic.Slug}", ("If-None-Match", tag));
        Assert.Equal(HttpStatusCode.NotModified, second.StatusCode);
        Assert.Empty(await second.Content.ReadAsByteArrayAsync());
        await site.PublishAsync(topic, "Newer");
        var third = await guest.AskAsync($"/t/{topic.Slug}", ("If-None-Match", tag));
        Assert.Equal(HttpStatusCode.OK, third.StatusCode);
        Assert.NotEqual(tag, third.Headers.ETag!.ToString());
        Assert.Contains("Cookie", third.Headers.Vary);
    }

    [Fact]
    public async Task A_head_says_what_a_get_would()
    {
        var topic = await FilledAsync("Heads", 2);
        var guest = site.Guest();
        for (var n = 0; n < 2; n++)
        {
            var head = await guest.Http.SendAsync(new HttpRequestMessage(HttpMethod.Head, $"/t/{topic.Slug}"));
            Assert.Equal(HttpStatusCode.OK, head.StatusCode);
            Assert.Empty(await head.Content.ReadAsByteArrayAsync());
            await guest.GetAsync($"/t/{topic.Slug}");
        }
    }

    [Fact]
    public async Task The_first_page_of_twenty_four_cards_is_under_sixty_kilobytes()
    {
        var topic = await site.OpenTopicAsync("Heavy page", curator: "noor");
        var words = new Random(7);
        string Text(int count) => string.Join(' ', Enumerable.Range(0, count).Select(_ => new string([.. Enumerable.Range(0, words.Next(2, 10)).Select(_ => (char)words.Next('a', 'z'))])));
        for (var n = 1; n <= 24; n++)
        {
            await site.PublishAsync(topic, $"Article {n:00} {Text(10)}", p =>
            {
                // As heavy as words get: random letters, which no compression knows.
                p.Quote($"https://source.example/{Text(2).Replace(' ', '-')}", Text(3), Text(2), site.Clock.GetUtcNow(), Text(80));
                p.SetInsight(Text(60));
                p.SetTags([.. Enumerable.Range(0, 4).Select(_ => Text(1) + n % 7)]);
            });
        }

        foreach (var coding in (string[])["br", "gzip"])
        {
            var answer = await site.Guest().AskAsync($"/t/{topic.Slug}", ("Accept-Encoding", coding));
            var bytes = await answer.Content.ReadAsByteArrayAsync();
            Assert.Equal(coding, answer.Content.Headers.ContentEncoding.Single());
            Assert.InRange(bytes.Length, 10_000, 60_000);
        }
    }

    [Fact]
    public async Task A_signed_in_person_never_gets_a_copy_and_leaves_none()
    {
        var topic = await FilledAsync("Apart", 2);
        var noor = await site.SignInAsync("noor");
        var guest = site.Guest();
        var mine = await noor.GetAsync($"/t/{topic.Slug}");
        var theirs = await guest.GetAsync($"/t/{topic.Slug}");
        var again = await noor.GetAsync($"/t/{topic.Slug}");

        Assert.NotNull(mine.Find("form[action='/sign-out']"));
        Assert.Null(theirs.Html.QuerySelector("form[action='/sign-out'], .card-tools"));
        Assert.NotNull(again.Find("form[action='/sign-out']"));
    }

    [Fact]
    public async Task Every_edit_shows_at_once_wherever_it_shows()
    {
        var topic = await site.OpenTopicAsync("Always fresh", curator: "noor");
        var post = await site.PublishAsync(topic, "First title", p =>
        {
            p.Quote("https://source.example/fresh", null, null, null, "Quoted.");
            p.SetTags(["Sleep"]);
        });
        var noor = await site.SignInAsync("noor");
        var guest = site.Guest();
        string[] listing = ["/", "/sitemap.xml", $"/t/{topic.Slug}", $"/t/{topic.Slug}/rss", $"/t/{topic.Slug}/embed", $"/t/{topic.Slug}/tag/sleep", $"/t/{topic.Slug}/p/{post.Id}/first-title"];
        async Task ReadAll()
        {
            foreach (var path in listing)
            {
                await guest.GetAsync(path);
            }
        }

        await ReadAll();
        await noor.SubmitAsync(await noor.GetAsync($"/t/{topic.Slug}/posts/{post.Id}/edit"), "button[value=save]", new { Title = "Second title", Insight = "With an insight", Tags = "Sleep, Wards" });
        foreach (var path in (string[])[$"/t/{topic.Slug}", $"/t/{topic.Slug}/rss", $"/t/{topic.Slug}/embed", $"/t/{topic.Slug}/tag/sleep", $"/t/{topic.Slug}/tag/wards", $"/t/{topic.Slug}/p/{post.Id}"])
        {
            Assert.Contains("Second title", (await guest.GetAsync(path)).Source, StringComparison.Ordinal);
            Assert.DoesNotContain("First title", (await guest.GetAsync(path)).Source, StringComparison.Ordinal);
        }

        await ReadAll();
        await noor.SubmitAsync(await noor.GetAsync($"/t/{topic.Slug}/posts/new?kind=note"), "button[value=publish]", new { Title = "A new note", Tags = "Sleep" });
        Assert.Equal("A new note", (await guest.GetAsync($"/t/{topic.Slug}")).CardTitles()[0]);
        Assert.Contains("a-new-note", (await guest.GetAsync("/sitemap.xml")).Source, StringComparison.Ordinal);
        Assert.Contains("2 posts", (await guest.GetAsync("/")).TextOf(".topic-list"), StringComparison.Ordinal);

        await ReadAll();
        await noor.SubmitAsync(await noor.GetAsync($"/t/{topic.Slug}/settings"), "main form", new { Title = "Fresh for ever" });
        foreach (var path in (string[])["/", $"/t/{topic.Slug}", $"/t/{topic.Slug}/rss", $"/t/{topic.Slug}/embed", $"/t/{topic.Slug}/p/{post.Id}/second-title"])
        {
            Assert.Contains("Fresh for ever", (await guest.GetAsync(path)).Source, StringComparison.Ordinal);
        }

        await ReadAll();
        await noor.SubmitAsync(await noor.GetAsync($"/t/{topic.Slug}/posts/{post.Id}/removal"), "button.danger");
        Assert.Equal(["A new note"], (await guest.GetAsync($"/t/{topic.Slug}")).CardTitles());
        Assert.Equal(HttpStatusCode.NotFound, (await guest.GetAsync($"/t/{topic.Slug}/p/{post.Id}/second-title")).Status);
        Assert.Contains("1 post", (await guest.GetAsync("/")).TextOf(".topic-list"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_sites_name_changes_on_every_page_at_once()
    {
        var topic = await FilledAsync("Named site", 1);
        var guest = site.Guest();
        string[] paths = ["/", $"/t/{topic.Slug}", $"/t/{topic.Slug}/tag/sleep"];
        foreach (var path in paths)
        {
            await guest.GetAsync(path);
        }

        var olga = await site.SignInAsync("olga", "owner");
        await olga.SubmitAsync(await olga.GetAsync("/settings"), "main form", new { Name = "Clinic at the Gate", Tagline = "Read with us" });

        foreach (var path in paths)
        {
            Assert.Contains("Clinic at the Gate", (await guest.GetAsync(path)).TextOf(".brand"), StringComparison.Ordinal);
        }

        Assert.Contains("Read with us", (await guest.GetAsync("/")).Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_copy_is_for_its_own_host_and_page_only()
    {
        var topic = await FilledAsync("Own host", 30);
        var guest = site.Guest();
        await guest.GetAsync($"/t/{topic.Slug}");

        var other = await guest.AskAsync($"/t/{topic.Slug}", ("Host", "elsewhere.example"));
        var second = await guest.GetAsync($"/t/{topic.Slug}?page=2");
        var made = await guest.GetAsync($"/t/{topic.Slug}?utm_source=x");

        Assert.Contains("//elsewhere.example/t/", await other.Content.ReadAsStringAsync(), StringComparison.Ordinal);
        Assert.DoesNotContain("elsewhere.example", (await guest.GetAsync($"/t/{topic.Slug}")).Source, StringComparison.Ordinal);
        Assert.Equal("Article 06", second.CardTitles()[0]);
        Assert.Equal("Article 30", made.CardTitles()[0]);
        Assert.DoesNotContain("utm_source", made.Find("link[rel=canonical]").GetAttribute("href"), StringComparison.Ordinal);
    }

    private async Task<Topic> FilledAsync(string title, int posts)
    {
        var topic = await site.OpenTopicAsync(title, curator: "noor");
        for (var n = 1; n <= posts; n++)
        {
            await site.PublishAsync(topic, $"Article {n:00}", p => p.SetTags(["Sleep"]));
        }

        return topic;
    }

    private static async Task<string> ReadAsync(HttpResponseMessage answer)
    {
        await using var body = await answer.Content.ReadAsStreamAsync();
        await using Stream plain = answer.Content.Headers.ContentEncoding.SingleOrDefault() switch
        {
            "br" => new BrotliStream(body, CompressionMode.Decompress),
            "gzip" => new GZipStream(body, CompressionMode.Decompress),
            _ => body,
        };
        using var reader = new StreamReader(plain, Encoding.UTF8);
        return await reader.ReadToEndAsync();
    }
}

public sealed class GuestCopyTestsOnSqlite(SqliteSite site) : GuestCopyTests(site), IClassFixture<SqliteSite>;

public sealed class GuestCopyTestsOnPostgres(PostgresSite site) : GuestCopyTests(site), IClassFixture<PostgresSite>;
