using System.Globalization;
using System.Net;
using Rounds.Features.Posts;
using Rounds.Features.Topics;

namespace Rounds.Tests.Topics;

/// <summary>A topic's public page: what stands on it, in which order, and how one gets to the rest.</summary>
public abstract class TopicPageTests(Site site)
{
    [Fact]
    public async Task A_card_shows_source_author_date_quotation_insight_and_tags()
    {
        var topic = await site.OpenTopicAsync("Ward round reading", curator: "noor");
        var post = await site.PublishAsync(topic, "Quieter nights on ward four", p =>
        {
            p.Quote("https://news.example/quiet", "The Ward News", "Sam Porter", new DateTimeOffset(2026, 2, 3, 0, 0, 0, TimeSpan.Zero), "Lights go out at ten.");
            p.SetInsight("We tried it. **It works.**");
            p.SetTags(["Sleep", "Wards"]);
        });

        var page = await site.Guest().GetAsync($"/t/{topic.Slug}");

        var card = $"#post-{post.Id}";
        Assert.Equal("https://news.example/quiet", page.Find($"{card} h3 a").GetAttribute("href"));
        Assert.Equal("The Ward News Sam Porter February 3, 2026", page.TextOf($"{card} .source"));
        Assert.Equal("2026-02-03T00:00:00Z", page.Find($"{card} .source time").GetAttribute("datetime"));
        Assert.Equal("Lights go out at ten.", page.TextOf($"{card} blockquote"));
        Assert.Equal("https://news.example/quiet", page.Find($"{card} blockquote").GetAttribute("cite"));
        Assert.Contains("noor’s insight", page.TextOf($"{card} .insight"), StringComparison.Ordinal);
        Assert.Equal("It works.", page.TextOf($"{card} .insight strong"));
        Assert.Equal("Sleep Wards", page.TextOf($"{card} .chips"));
        Assert.Contains("Curated by noor", page.TextOf(".byline"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Twenty_four_cards_stand_on_a_page_and_every_post_on_exactly_one()
    {
        var topic = await site.OpenTopicAsync("Long reading list", curator: "noor");
        for (var n = 1; n <= 50; n++)
        {
            await site.PublishAsync(topic, $"Article {n:00}");
        }

        var guest = site.Guest();
        var first = await guest.GetAsync($"/t/{topic.Slug}");
        var second = await guest.GetAsync(first.Find("a[rel=next]").GetAttribute("href")!);
        var third = await guest.GetAsync(second.Find("a[rel=next]").GetAttribute("href")!);

        Assert.Equal([24, 24, 2], new[] { first, second, third }.Select(p => p.CardTitles().Count));
        Assert.Equal(Enumerable.Range(1, 50).Reverse().Select(n => $"Article {n:00}"), first.CardTitles().Concat(second.CardTitles()).Concat(third.CardTitles()));
        Assert.Null(third.Html.QuerySelector("a[rel=next]"));
        Assert.Equal($"/t/{topic.Slug}?page=2", third.Find("a[rel=prev]").GetAttribute("href"));
        Assert.Equal($"/t/{topic.Slug}", second.Find("a[rel=prev]").GetAttribute("href"));
        Assert.EndsWith($"/t/{topic.Slug}?page=2", second.Find("link[rel=canonical]").GetAttribute("href"), StringComparison.Ordinal);
        foreach (var beyond in (string[])["4", "0", "-1", "999999999"])
        {
            Assert.Equal(HttpStatusCode.NotFound, (await guest.GetAsync($"/t/{topic.Slug}?page={beyond}")).Status);
        }
    }

    [Fact]
    public async Task The_pinned_post_comes_first_and_takes_nobodys_place()
    {
        var topic = await site.OpenTopicAsync("Pinned reading", curator: "noor");
        var oldest = await site.PublishAsync(topic, "Read this first");
        for (var n = 1; n <= 24; n++)
        {
            await site.PublishAsync(topic, $"Article {n:00}");
        }

        await site.EditTopicAsync(topic.Id, t => t.Pin(oldest.Id, site.Clock.GetUtcNow()));
        var guest = site.Guest();
        var first = await guest.GetAsync($"/t/{topic.Slug}");
        var second = await guest.GetAsync(first.Find("a[rel=next]").GetAttribute("href")!);

        Assert.Equal(["Read this first", .. Enumerable.Range(2, 23).Reverse().Select(n => $"Article {n:00}")], first.CardTitles());
        Assert.Contains("Pinned", page(first, oldest), StringComparison.Ordinal);
        Assert.Equal(["Article 01"], second.CardTitles());
        static string page(VisitedPage p, Post post) => p.TextOf($"#post-{post.Id}");
    }

    [Fact]
    public async Task With_twenty_four_posts_one_of_them_pinned_there_is_no_second_page()
    {
        var topic = await site.OpenTopicAsync("Just one page", curator: "noor");
        for (var n = 1; n <= 24; n++)
        {
            await site.PublishAsync(topic, $"Article {n:00}");
        }

        var pinned = await site.PublishAsync(topic, "To be pinned and withdrawn");
        await site.EditTopicAsync(topic.Id, t => t.Pin(pinned.Id, site.Clock.GetUtcNow()));
        await site.EditPostAsync(pinned.Id, p => p.Unpublish(site.Clock.GetUtcNow()));

        var page = await site.Guest().GetAsync($"/t/{topic.Slug}");

        Assert.Equal(24, page.CardTitles().Count);
        Assert.DoesNotContain("To be pinned and withdrawn", page.Text, StringComparison.Ordinal);
        Assert.Null(page.Html.QuerySelector("a[rel=next]"));
    }

    [Fact]
    public async Task Tags_lead_to_their_posts_and_say_how_many_there_are()
    {
        var topic = await site.OpenTopicAsync("Tagged reading", curator: "noor");
        for (var n = 1; n <= 26; n++)
        {
            await site.PublishAsync(topic, $"Hygiene {n:00}", p => p.SetTags([n == 1 ? "hand hygiene" : "Hand hygiene", "تغذية"]));
        }

        await site.PublishAsync(topic, "Something else", p => p.SetTags(["R&D"]));
        var guest = site.Guest();
        var front = await guest.GetAsync($"/t/{topic.Slug}");
        Assert.Contains("and hygiene 26", front.TextOf("nav[aria-label=Tags]"), StringComparison.Ordinal);
        Assert.Contains("R&D 1", front.TextOf("nav[aria-label=Tags]"), StringComparison.Ordinal);

        var tagged = await guest.GetAsync($"/t/{topic.Slug}/tag/hand-hygiene");
        Assert.Equal(24, tagged.CardTitles().Count);
        Assert.DoesNotContain("Something else", tagged.CardTitles());
        Assert.Contains("26 posts", tagged.TextOf(".shelf"), StringComparison.Ordinal);
        var more = await guest.GetAsync(tagged.Find("a[rel=next]").GetAttribute("href")!);
        Assert.Equal(["Hygiene 02", "Hygiene 01"], more.CardTitles());

        var arabic = front.Html.QuerySelectorAll("nav[aria-label=Tags] a").First(a => a.TextContent.Contains("تغذية", StringComparison.Ordinal));
        Assert.Equal(24, (await guest.GetAsync(arabic.GetAttribute("href")!)).CardTitles().Count);
        Assert.Equal(HttpStatusCode.NotFound, (await guest.GetAsync($"/t/{topic.Slug}/tag/never-used")).Status);
    }

    [Fact]
    public async Task The_archive_has_a_page_for_each_month()
    {
        var topic = await site.OpenTopicAsync("Month by month", curator: "noor");
        var early = await site.PublishAsync(topic, "Earlier");
        site.Clock.Advance(TimeSpan.FromDays(35));
        var late = await site.PublishAsync(topic, "Later");
        var alsoLate = await site.PublishAsync(topic, "Later still");

        var guest = site.Guest();
        var front = await guest.GetAsync($"/t/{topic.Slug}");
        var months = front.Html.QuerySelectorAll(".months li").Select(m => string.Join(' ', m.TextContent.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries)));
        Assert.Equal([$"{MonthOf(late)} 2", $"{MonthOf(early)} 1"], months);

        var links = front.Html.QuerySelectorAll(".months a").Select(a => a.GetAttribute("href")!).ToList();
        Assert.Equal(["Later still", "Later"], (await guest.GetAsync(links[0])).CardTitles());
        Assert.Equal(["Earlier"], (await guest.GetAsync(links[1])).CardTitles());
        Assert.Contains(MonthOf(early), (await guest.GetAsync(links[1])).TextOf(".shelf"), StringComparison.Ordinal);
        foreach (var never in (string[])["2020/1", "2026/13", "2026/0", "0/1", "2147483647/12"])
        {
            Assert.Equal(HttpStatusCode.NotFound, (await guest.GetAsync($"/t/{topic.Slug}/archive/{never}")).Status);
        }

        Assert.Equal(alsoLate.PublishedMonth, late.PublishedMonth);
    }

    [Fact]
    public async Task An_empty_topic_says_so_to_readers_and_shows_its_curator_where_to_begin()
    {
        var topic = await site.OpenTopicAsync("Nothing yet", curator: "noor");

        var read = await site.Guest().GetAsync($"/t/{topic.Slug}");
        var curated = await (await site.SignInAsync("noor")).GetAsync($"/t/{topic.Slug}");

        Assert.Contains("on their way", read.TextOf(".empty"), StringComparison.Ordinal);
        Assert.Null(read.Html.QuerySelector("#capture-url"));
        Assert.NotNull(curated.Find($"form[action='/t/{topic.Slug}/captures'] #capture-url"));
    }

    [Fact]
    public async Task A_page_with_a_right_to_left_language_runs_right_to_left_and_each_card_in_its_own_direction()
    {
        var topic = await site.OpenTopicAsync("صحة", curator: "noor");
        await site.EditTopicAsync(topic.Id, t => t.Describe("صحة الأسرة", "مقالات مختارة", [], "ar", false, site.Clock.GetUtcNow()));
        var english = await site.PublishAsync(topic, "An English article", p => p.SetLanguage("en"));
        var arabic = await site.PublishAsync(topic, "مقال عن النوم");

        var page = await site.Guest().GetAsync($"/t/{Uri.EscapeDataString(topic.Slug)}");

        Assert.Equal(("ar", "rtl"), (page.Find("html").GetAttribute("lang"), page.Find("html").GetAttribute("dir")));
        Assert.Equal(("en", "ltr"), (page.Find($"#post-{english.Id}").GetAttribute("lang"), page.Find($"#post-{english.Id}").GetAttribute("dir")));
        Assert.Equal(("ar", "rtl"), (page.Find($"#post-{arabic.Id}").GetAttribute("lang"), page.Find($"#post-{arabic.Id}").GetAttribute("dir")));
    }

    [Fact]
    public async Task What_was_never_opened_is_not_found()
    {
        var guest = site.Guest();
        foreach (var path in (string[])["/t/never-opened", "/t/never-opened/rss", "/t/never-opened/embed", "/t/never-opened/p/1/x", "/t/%F0%9F%92%89", "/t/a%20b"])
        {
            Assert.Equal(HttpStatusCode.NotFound, (await guest.GetAsync(path)).Status);
        }
    }

    private static string MonthOf(Post post) => post.PublishedAt!.Value.ToString("MMMM yyyy", CultureInfo.InvariantCulture);
}

public sealed class TopicPageTestsOnSqlite(SqliteSite site) : TopicPageTests(site), IClassFixture<SqliteSite>;

public sealed class TopicPageTestsOnPostgres(PostgresSite site) : TopicPageTests(site), IClassFixture<PostgresSite>;
