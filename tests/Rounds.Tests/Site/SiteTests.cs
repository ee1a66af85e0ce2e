using System.Net;

namespace Rounds.Tests;

/// <summary>The fixture itself, so that a fault in it is not looked for in the site.</summary>
public abstract class SiteTests(Site site)
{
    [Fact]
    public async Task A_guest_sees_the_first_page()
    {
        var page = await site.Guest().GetAsync("/");

        Assert.Equal(HttpStatusCode.OK, page.Status);
        Assert.NotNull(page.Html.QuerySelector("h1"));
    }

    [Fact]
    public async Task A_person_is_signed_in_and_signs_out()
    {
        var person = await site.SignInAsync("noor");

        var page = await person.GetAsync("/");
        Assert.Equal(HttpStatusCode.OK, page.Status);
        var after = await person.SubmitAsync(page, "form[action='/sign-out']");

        Assert.Equal(HttpStatusCode.OK, after.Status);
        Assert.DoesNotContain("rounds-session", person.Cookies.Names);
    }

    [Fact]
    public async Task Posts_stand_in_the_topic_they_were_published_to()
    {
        var topic = await site.OpenTopicAsync("Hand hygiene", curator: "noor");
        var post = await site.PublishAsync(topic, "Soap wins again", p => p.SetTags(["Hygiene"]));

        var labels = await site.InDbAsync(db => Task.FromResult(db.PostTags.Where(t => t.PostId == post.Id).Select(t => t.Label).ToList()));

        Assert.Equal(["Hygiene"], labels);
        Assert.True(post.PublishedAt > topic.CreatedAt);
    }

    [Fact]
    public async Task The_site_starts_again_on_the_same_data()
    {
        var topic = await site.OpenTopicAsync("Night shifts");

        await site.RestartAsync();

        Assert.Equal("Night shifts", await site.InDbAsync(async db => (await db.Topics.FindAsync(topic.Id))?.Title));
        Assert.Equal(HttpStatusCode.OK, (await site.Guest().GetAsync("/")).Status);
    }
}

public sealed class SiteTestsOnSqlite(SqliteSite site) : SiteTests(site), IClassFixture<SqliteSite>;

public sealed class SiteTestsOnPostgres(PostgresSite site) : SiteTests(site), IClassFixture<PostgresSite>;
