using System.Net;
using Rounds.Features.Accounts;

namespace Rounds.Tests.Talk;

/// <summary>House rules, privacy, about, and the owner's settings of the site.</summary>
public abstract class HousePagesTests(Site site)
{
    [Theory]
    [InlineData("/house-rules", "Leave out whatever could tell who a patient is")]
    [InlineData("/privacy", "No cookies.")]
    [InlineData("/about", "Every post leads to its source.")]
    public async Task Guests_read_them_without_a_cookie(string path, string words)
    {
        var guest = site.Guest();

        var page = await guest.GetAsync(path);

        Assert.Equal(HttpStatusCode.OK, page.Status);
        Assert.Contains(words, page.Text);
        Assert.Single(page.Html.QuerySelectorAll("h1"));
        Assert.Empty(guest.Cookies.Names);
        Assert.NotNull(page.Response.Headers.ETag);
    }

    [Fact]
    public async Task The_owners_rules_take_the_place_of_ours_at_once_and_go_again()
    {
        var owner = await site.SignInAsync("olive", SiteRoles.Owner);
        var guest = site.Guest();
        Assert.Contains("If somebody is in danger", (await guest.GetAsync("/house-rules")).Text);

        var settings = await owner.GetAsync("/settings");
        var after = await owner.SubmitAsync(settings, "main form", new { Name = "Valley Hospital reads", Tagline = "For all of us.", HouseRules = "## Ours\n\nBe *kind*. <script>x</script>" });

        Assert.Contains("saved", after.TextOf(".notice"));
        var rules = await guest.GetAsync("/house-rules");
        Assert.Equal("Ours", rules.TextOf("article h2"));
        Assert.NotNull(rules.Find("article em"));
        Assert.Empty(rules.Html.QuerySelectorAll("article script"));
        Assert.Contains("Valley Hospital reads", rules.TextOf(".brand"));
        Assert.Contains("For all of us.", (await guest.GetAsync("/about")).Text);

        await owner.SubmitAsync(await owner.GetAsync("/settings"), "main form", new { HouseRules = "" });
        Assert.Contains("If somebody is in danger", (await guest.GetAsync("/house-rules")).Text);
    }

    [Fact]
    public async Task A_site_without_a_name_is_not_saved()
    {
        var owner = await site.SignInAsync("olive", SiteRoles.Owner);

        var again = await owner.SubmitAsync(await owner.GetAsync("/settings"), "main form", new { Name = " ", Tagline = "Kept." });

        Assert.Contains("The site needs a name", again.TextOf(".form-errors"));
        Assert.Equal("Kept.", again.Find("#Input_Tagline").GetAttribute("value"));
    }

    [Fact]
    public async Task Settings_are_the_owners_alone()
    {
        var curator = await site.SignInAsync("noor");

        Assert.Equal(HttpStatusCode.NotFound, (await curator.GetAsync("/settings")).Status);
        Assert.StartsWith("/sign-in", (await site.Guest().GetAsync("/settings")).Path);
    }
}

public sealed class HousePagesTestsOnSqlite(SqliteSite site) : HousePagesTests(site), IClassFixture<SqliteSite>;

public sealed class HousePagesTestsOnPostgres(PostgresSite site) : HousePagesTests(site), IClassFixture<PostgresSite>;
