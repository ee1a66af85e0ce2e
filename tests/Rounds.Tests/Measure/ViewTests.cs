using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Rounds.Features.Measure;
using Rounds.Features.Topics;

namespace Rounds.Tests.Measure;

/// <summary>Who is counted, when it is written, and what the page says of it.</summary>
public abstract class ViewTests(Site site)
{
    [Fact]
    public async Task A_browser_is_counted_on_topic_and_post_copy_or_not()
    {
        var topic = await site.OpenTopicAsync("Counted", curator: "noor");
        var post = await site.PublishAsync(topic, "Counted post");
        var guest = site.Guest();
        await guest.GetAsync($"/t/{topic.Slug}");
        await guest.GetAsync($"/t/{topic.Slug}");
        await site.Guest().GetAsync($"/t/{topic.Slug}?page=1");
        await guest.GetAsync($"/t/{topic.Slug}/p/{post.Id}/counted-post");
        await guest.GetAsync($"/t/{topic.Slug}/p/{post.Id}/counted-post");

        await FlushAsync();

        var counted = await site.FindTopicAsync(topic.Id);
        Assert.Equal((5, 5), (counted.CountedViews, counted.ViewsThatDay));
        Assert.Equal(2, (await site.FindPostAsync(post.Id)).Views);
        var days = await site.InDbAsync(db => db.DayViews.Where(d => d.TopicId == topic.Id).OrderBy(d => d.PostId).Select(d => d.Views).ToListAsync());
        Assert.Equal([3, 2], days);
    }

    [Theory]
    [InlineData("Mozilla/5.0 (compatible; Googlebot/2.1; +http://www.google.com/bot.html)")]
    [InlineData("facebookexternalhit/1.1")]
    [InlineData("Slackbot-LinkExpanding 1.0")]
    [InlineData("WhatsApp/2.23.20.0")]
    [InlineData("curl/8.5.0")]
    [InlineData("python-requests/2.31")]
    [InlineData("Feedly/1.0")]
    [InlineData("Mozilla/5.0 (X11; Linux x86_64) HeadlessChrome/120.0")]
    [InlineData("UptimeRobot/2.0")]
    [InlineData("")]
    public async Task A_program_is_not(string agent)
    {
        var topic = await site.OpenTopicAsync("Robots");
        var guest = site.Guest();
        guest.Http.DefaultRequestHeaders.Remove("User-Agent");
        if (agent.Length > 0)
        {
            guest.Http.DefaultRequestHeaders.TryAddWithoutValidation("User-Agent", agent);
        }

        await guest.GetAsync($"/t/{topic.Slug}");
        await guest.GetAsync($"/t/{topic.Slug}");

        Assert.Equal(0, await CountAsync(topic));
    }

    [Theory]
    [InlineData("Mozilla/5.0 (iPhone; CPU iPhone OS 17_4 like Mac OS X) AppleWebKit/605.1.15 (KHTML, like Gecko) Version/17.4 Mobile/15E148 Safari/604.1")]
    [InlineData("Mozilla/5.0 (Windows NT 10.0; Win64; x64; rv:128.0) Gecko/20100101 Firefox/128.0")]
    [InlineData("Mozilla/5.0 (Linux; Android 13; CUBOT P80) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/120.0 Mobile Safari/537.36")]
    public async Task Peoples_browsers_are(string agent)
    {
        var topic = await site.OpenTopicAsync("Browsers");
        var guest = site.Guest();
        guest.Http.DefaultRequestHeaders.Remove("User-Agent");
        guest.Http.DefaultRequestHeaders.TryAddWithoutValidation("User-Agent", agent);

        await guest.GetAsync($"/t/{topic.Slug}");

        Assert.Equal(1, await CountAsync(topic));
    }

    [Fact]
    public async Task Looking_ahead_heads_feeds_and_missing_pages_are_no_views()
    {
        var topic = await site.OpenTopicAsync("No views");
        var post = await site.PublishAsync(topic, "No view");
        var guest = site.Guest();
        foreach (var (name, value) in ((string, string)[])[("Sec-Purpose", "prefetch"), ("Sec-Purpose", "prefetch;prerender"), ("Purpose", "prefetch")])
        {
            await guest.AskAsync($"/t/{topic.Slug}", (name, value));
            await guest.AskAsync($"/t/{topic.Slug}", (name, value));
        }

        for (var n = 0; n < 2; n++)
        {
            await guest.Http.SendAsync(new HttpRequestMessage(HttpMethod.Head, $"/t/{topic.Slug}"));
        }

        await guest.GetAsync($"/t/{topic.Slug}/rss");
        await guest.GetAsync($"/t/{topic.Slug}/embed");
        await guest.GetAsync($"/t/{topic.Slug}?page=7");
        await guest.AskAsync($"/t/{topic.Slug}/p/{post.Id}/wrong");

        Assert.Equal(0, await CountAsync(topic));
    }

    [Fact]
    public async Task Members_do_not_count_in_their_own_topic_but_other_readers_do()
    {
        var topic = await site.OpenTopicAsync("Members", curator: "noor");
        var post = await site.PublishAsync(topic, "Read by members");
        var cleo = await site.ContributorAsync(topic, "cleo");
        foreach (var member in (Visitor[])[await site.SignInAsync("noor"), cleo, await site.SignInAsync("olga", "owner")])
        {
            await member.GetAsync($"/t/{topic.Slug}");
            await member.GetAsync($"/t/{topic.Slug}/p/{post.Id}/read-by-members");
        }

        Assert.Equal(0, await CountAsync(topic));
        await (await site.SignInAsync("ruth", "reader")).GetAsync($"/t/{topic.Slug}");
        Assert.Equal(1, await CountAsync(topic));
    }

    [Fact]
    public async Task What_is_not_written_yet_is_written_when_the_site_stops()
    {
        var topic = await site.OpenTopicAsync("Stopped");
        var guest = site.Guest();
        for (var n = 0; n < 7; n++)
        {
            await guest.GetAsync($"/t/{topic.Slug}");
        }

        await site.RestartAsync();

        Assert.Equal(7, (await site.FindTopicAsync(topic.Id)).CountedViews);
    }

    [Fact]
    public async Task The_masthead_says_all_and_todays()
    {
        var topic = await site.OpenTopicAsync("Long known");
        await site.EditTopicAsync(topic.Id, t => t.RecordImportedViews(514_400));
        Assert.Equal("514.4K views · 0 today", await ViewsAsync());
        await CountAsync(topic);
        site.Clock.Advance(TimeSpan.FromMinutes(2));
        Assert.Equal("514.4K views · 1 today", await ViewsAsync());
        await CountAsync(topic);
        site.Clock.Advance(TimeSpan.FromDays(1));
        Assert.Equal("514.4K views · 0 today", await ViewsAsync());
        await CountAsync(topic);
        site.Clock.Advance(TimeSpan.FromMinutes(2));
        Assert.Equal("514.4K views · 1 today", await ViewsAsync());

        async Task<string> ViewsAsync() => (await site.Guest().GetAsync($"/t/{topic.Slug}")).TextOf(".views");
    }

    [Fact]
    public async Task Views_of_two_days_written_together_are_kept_apart()
    {
        var topic = await site.OpenTopicAsync("Midnight");
        var guest = site.Guest();
        await guest.GetAsync($"/t/{topic.Slug}");
        site.Clock.Advance(TimeSpan.FromDays(1));
        await guest.GetAsync($"/t/{topic.Slug}");
        await guest.GetAsync($"/t/{topic.Slug}");

        await FlushAsync();

        var counted = await site.FindTopicAsync(topic.Id);
        var today = DateOnly.FromDateTime(site.Clock.GetUtcNow().UtcDateTime);
        Assert.Equal((3, 2), (counted.CountedViews, counted.ViewsOn(today)));
        Assert.Equal(2, await site.InDbAsync(db => db.DayViews.CountAsync(d => d.TopicId == topic.Id)));
    }

    [Fact]
    public async Task Many_readers_at_once_are_all_counted()
    {
        var topic = await site.OpenTopicAsync("Crowd");
        var guests = Enumerable.Range(0, 8).Select(_ => site.Guest()).ToList();
        await guests[0].GetAsync($"/t/{topic.Slug}");

        var reading = guests.Select(async g =>
        {
            for (var n = 0; n < 25; n++)
            {
                await g.AskAsync($"/t/{topic.Slug}");
            }
        }).ToList();
        while (!Task.WhenAll(reading).IsCompleted)
        {
            await FlushAsync();
        }

        await Task.WhenAll(reading);
        Assert.Equal(201, await CountAsync(topic));
    }

    private Task FlushAsync() => site.Services.GetRequiredService<ViewCounter>().FlushAsync(CancellationToken.None);

    private async Task<long> CountAsync(Topic topic)
    {
        await FlushAsync();
        return (await site.FindTopicAsync(topic.Id)).CountedViews;
    }
}

public sealed class ViewTestsOnSqlite(SqliteSite site) : ViewTests(site), IClassFixture<SqliteSite>;

public sealed class ViewTestsOnPostgres(PostgresSite site) : ViewTests(site), IClassFixture<PostgresSite>;
