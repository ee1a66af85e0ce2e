using System.Net;
using Microsoft.EntityFrameworkCore;
using Rounds.Features.Topics;

namespace Rounds.Tests.Topics;

/// <summary>Search inside a topic: the same answers from both engines.</summary>
public abstract class SearchTests(Site site)
{
    [Theory]
    [InlineData("vaccination", "Vaccination week in the north")]
    [InlineData("VACCIN", "Vaccination week in the north")]
    [InlineData("north week", "Vaccination week in the north")]
    [InlineData("lighthouse", "Fewer falls at night")]
    [InlineData("floorboards", "Fewer falls at night")]
    [InlineData("porter", "Fewer falls at night")]
    [InlineData("geriatrics", "Fewer falls at night")]
    [InlineData("تمريض", "Fewer falls at night")]
    [InlineData("covid-19", "Covid-19 and the waiting room")]
    [InlineData("19 covid", "Covid-19 and the waiting room")]
    [InlineData("e-health", "What e-health/telehealth changed")]
    [InlineData("telehealth", "What e-health/telehealth changed")]
    [InlineData("ward-news", "Fewer falls at night")]
    [InlineData("news example", "Fewer falls at night")]
    [InlineData("don't wait", "Don’t wait for the rash")]
    [InlineData("النوم", "مقال عن النوم")]
    [InlineData("über", "Über Nacht gesund")]
    public async Task Words_are_found_wherever_they_stand_in_a_post(string words, string title)
    {
        var topic = await FilledAsync();

        var page = await site.Guest().GetAsync($"/t/{topic.Slug}/search?q={Uri.EscapeDataString(words)}");

        Assert.Equal([title], page.CardTitles());
        Assert.Contains("1 post with", page.TextOf(".shelf"), StringComparison.Ordinal);
        Assert.Equal(words, page.Find("#q").GetAttribute("value"));
        Assert.Equal("noindex", page.Find("meta[name=robots]").GetAttribute("content"));
    }

    [Theory]
    [InlineData("zebra")]
    [InlineData("vaccination zebra")]
    [InlineData("accination")]
    [InlineData("draft")]
    public async Task Nothing_found_is_said_with_what_to_do(string words)
    {
        var topic = await FilledAsync();

        var page = await site.Guest().GetAsync($"/t/{topic.Slug}/search?q={Uri.EscapeDataString(words)}");

        Assert.Equal(HttpStatusCode.OK, page.Status);
        Assert.Contains("Nothing found", page.Text, StringComparison.Ordinal);
        Assert.Contains("Try fewer or shorter words", page.Text, StringComparison.Ordinal);
        Assert.Empty(page.CardTitles());
    }

    [Theory]
    [InlineData("\"")]
    [InlineData("'")]
    [InlineData("'; DROP TABLE \"Posts\"; --")]
    [InlineData("vaccination\" OR \"1\"=\"1")]
    [InlineData("Title:falls AND NOT NEAR(a b) ^x +y -z *")]
    [InlineData(":* & | ! <-> ()")]
    [InlineData("\\")]
    [InlineData("\\:*'")]
    [InlineData("%")]
    [InlineData("{0}")]
    [InlineData("<script>alert(1)</script>")]
    [InlineData("💉")]
    [InlineData("💉 vaccination")]
    [InlineData("҈҉")]
    [InlineData("ﷺ")]
    [InlineData("a b c d e f g h i j k l m n o p q r s t u v w x y z")]
    public async Task Hostile_words_break_nothing_and_show_up_as_text(string words)
    {
        var topic = await FilledAsync();

        var page = await site.Guest().GetAsync($"/t/{topic.Slug}/search?q={Uri.EscapeDataString(words)}");

        Assert.Equal(HttpStatusCode.OK, page.Status);
        Assert.Equal(words, page.Find("#q").GetAttribute("value"));
        Assert.DoesNotContain("<script>alert", page.Source, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("q=%00")]
    [InlineData("q=%00vaccination")]
    [InlineData("q=%FF%FE")]
    [InlineData("q=%ED%A0%80")]
    [InlineData("q=")]
    [InlineData("q")]
    [InlineData("")]
    [InlineData("q=a&q=b")]
    [InlineData("tag=%00")]
    [InlineData("year=2147483647&month=12")]
    public async Task A_broken_address_is_no_fault(string query)
    {
        var topic = await FilledAsync();

        var page = await site.Guest().GetAsync($"/t/{topic.Slug}/search?{query}");

        Assert.Equal(HttpStatusCode.OK, page.Status);
    }

    [Fact]
    public async Task Many_words_and_many_pages()
    {
        var topic = await site.OpenTopicAsync("Many results");
        for (var n = 1; n <= 30; n++)
        {
            await site.PublishAsync(topic, $"Result {n:00}");
        }

        var guest = site.Guest();
        var page = await guest.GetAsync($"/t/{topic.Slug}/search?q=result");
        Assert.Equal(["Result 30", "Result 29"], page.CardTitles().Take(2));
        Assert.Equal(24, page.CardTitles().Count);
        var more = await guest.GetAsync(page.Find("a[rel=next]").GetAttribute("href")!);
        Assert.Equal(6, more.CardTitles().Count);
        Assert.Equal(HttpStatusCode.OK, (await guest.GetAsync($"/t/{topic.Slug}/search?q={new string('x', 5000)}")).Status);
    }

    [Fact]
    public async Task An_edited_post_is_found_by_its_new_words_only_and_a_deleted_one_by_none()
    {
        var topic = await site.OpenTopicAsync("Changing words");
        var post = await site.PublishAsync(topic, "Aspirin reconsidered", p => p.Quote("https://a.example/", null, null, null, null));
        var guest = site.Guest();
        async Task<int> Found(string words) => (await guest.GetAsync($"/t/{topic.Slug}/search?q={words}")).CardTitles().Count;

        await site.EditPostAsync(post.Id, p => p.Entitle("Ibuprofen reconsidered"));
        Assert.Equal((0, 1), (await Found("aspirin"), await Found("ibuprofen")));

        await site.InDbAsync(async db =>
        {
            db.Posts.Remove((await db.Posts.FindAsync(post.Id))!);
            return await db.SaveChangesAsync();
        });
        Assert.Equal(0, await Found("ibuprofen"));
    }

    /// <summary>Filled once: searching changes nothing.</summary>
    private async Task<Topic> FilledAsync()
    {
        if (await site.InDbAsync(db => db.Topics.FirstOrDefaultAsync(t => t.Slug == "searchable")) is { } filled)
        {
            return filled;
        }

        var topic = await site.OpenTopicAsync("Searchable");
        await site.PublishAsync(topic, "Vaccination week in the north");
        await site.PublishAsync(topic, "Fewer falls at night", p =>
        {
            p.Quote("https://wards.example/falls", "ward-news.example", "Sam Porter", null, "A lighthouse for the corridor.");
            p.SetInsight("Mind the *floorboards*.");
            p.SetTags(["Geriatrics", "تمريض"]);
        });
        foreach (var title in (string[])["Covid-19 and the waiting room", "What e-health/telehealth changed", "Don’t wait for the rash", "مقال عن النوم", "Über Nacht gesund"])
        {
            await site.PublishAsync(topic, title);
        }

        var draft = await site.PublishAsync(topic, "Draft about draughts");
        await site.EditPostAsync(draft.Id, p => p.Unpublish(site.Clock.GetUtcNow()));
        return topic;
    }
}

public sealed class SearchTestsOnSqlite(SqliteSite site) : SearchTests(site), IClassFixture<SqliteSite>;

public sealed class SearchTestsOnPostgres(PostgresSite site) : SearchTests(site), IClassFixture<PostgresSite>;
