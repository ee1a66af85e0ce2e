using System.Net;
using Microsoft.EntityFrameworkCore;
using Rounds.Features.Accounts;
using Rounds.Features.Posts;

namespace Rounds.Tests.Talk;

/// <summary>The thanks button: once a reader and day, without cookies, without storing who it was.</summary>
public abstract class ThanksTests(Site site)
{
    [Fact]
    public async Task A_guest_thanks_once_a_day_and_sees_the_count_on_the_page_the_button_stood_on()
    {
        var topic = await site.OpenTopicAsync("Kind words");
        var post = await site.PublishAsync(topic, "Thank you notes");
        var guest = site.Guest();
        var page = await guest.GetAsync($"/t/{topic.Slug}");

        var after = await guest.SubmitAsync(page, $"#thanks-{post.Id}");
        await guest.SubmitAsync(page, $"#thanks-{post.Id}");

        Assert.Equal($"/t/{topic.Slug}", after.Path);
        Assert.EndsWith("1", after.TextOf($"#thanks-{post.Id}"));
        Assert.Equal(1, await CountAsync(post));
        Assert.Empty(guest.Cookies.Names);

        site.Clock.Advance(TimeSpan.FromDays(1));
        await guest.SubmitAsync(page, $"#thanks-{post.Id}");
        Assert.Equal(2, await CountAsync(post));
    }

    [Fact]
    public async Task Two_guests_and_a_signed_in_person_are_three()
    {
        var topic = await site.OpenTopicAsync("Thanks again");
        var post = await site.PublishAsync(topic, "Three readers");
        var path = $"/t/{topic.Slug}/p/{post.Id}/{post.Slug}";
        var reader = await site.SignInAsync("samira", SiteRoles.Reader);

        foreach (var visitor in (Visitor[])[site.Guest(), site.Guest(), reader, reader])
        {
            var after = await visitor.SubmitAsync(await visitor.GetAsync(path), $"#thanks-{post.Id}");
            Assert.Equal(path, after.Path);
        }

        Assert.Equal(3, await CountAsync(post));
    }

    [Fact]
    public async Task Thanks_that_came_with_an_import_are_kept()
    {
        var topic = await site.OpenTopicAsync("Moved here");
        var post = await site.PublishAsync(topic, "Old favourite", p => p.CountThanks(41));
        var guest = site.Guest();

        await guest.SubmitAsync(await guest.GetAsync($"/t/{topic.Slug}"), $"#thanks-{post.Id}");

        Assert.Equal(42, await CountAsync(post));
    }

    [Fact]
    public async Task Nothing_stored_leads_back_to_a_guest()
    {
        var topic = await site.OpenTopicAsync("No traces");
        var first = await site.PublishAsync(topic, "One");
        var second = await site.PublishAsync(topic, "Two");
        var guest = site.Guest();
        var page = await guest.GetAsync($"/t/{topic.Slug}");
        await guest.SubmitAsync(page, $"#thanks-{first.Id}");
        await guest.SubmitAsync(page, $"#thanks-{second.Id}");

        var givers = await site.InDbAsync(db => db.Thanks.Where(t => t.PostId == first.Id || t.PostId == second.Id).Select(t => t.Giver).ToListAsync());

        Assert.Equal(2, givers.Distinct().Count());
        Assert.All(givers, giver => Assert.Matches("^guest:[0-9a-f]{32}$", giver));
    }

    [Fact]
    public async Task A_button_on_another_site_thanks_for_nothing()
    {
        var topic = await site.OpenTopicAsync("Forged thanks");
        var post = await site.PublishAsync(topic, "Not asked");
        var reader = await site.SignInAsync("samira", SiteRoles.Reader);

        var guests = await site.Guest().PostAsync($"/t/{topic.Slug}/p/{post.Id}/talk/guest-thanks", fromSite: "cross-site");
        var readers = await reader.PostAsync($"/t/{topic.Slug}/p/{post.Id}/talk/thanks");

        Assert.Equal([HttpStatusCode.BadRequest, HttpStatusCode.BadRequest], [guests.Status, readers.Status]);
        Assert.Equal(0, await CountAsync(post));
    }

    [Theory]
    [InlineData("https://elsewhere.example/trap", null)]
    [InlineData("{site}//elsewhere.example/trap", null)]
    [InlineData("{site}/t/way-back?page=2", "/t/way-back?page=2")]
    public async Task The_way_back_never_leads_to_another_site(string referrer, string? back)
    {
        var topic = await site.OpenTopicAsync("Way back");
        var post = await site.PublishAsync(topic, "Here and there");
        using var request = new HttpRequestMessage(HttpMethod.Post, $"/t/{topic.Slug}/p/{post.Id}/talk/guest-thanks");
        request.Headers.Add("Sec-Fetch-Site", "same-origin");
        request.Headers.Add("Referer", referrer.Replace("{site}", site.Address.GetLeftPart(UriPartial.Authority)));

        using var response = await site.Guest().Http.SendAsync(request);

        Assert.Equal($"{back ?? $"/t/{topic.Slug}/p/{post.Id}/{post.Slug}"}#thanks-{post.Id}", response.Headers.Location?.OriginalString);
    }

    private Task<int> CountAsync(Post post) => site.InDbAsync(db => db.Posts.Where(p => p.Id == post.Id).Select(p => p.ThanksCount).SingleAsync());
}

public sealed class ThanksTestsOnSqlite(SqliteSite site) : ThanksTests(site), IClassFixture<SqliteSite>;

public sealed class ThanksTestsOnPostgres(PostgresSite site) : ThanksTests(site), IClassFixture<PostgresSite>;
