using System.Net;
using Rounds.Features.Accounts;

namespace Rounds.Tests.Accounts;

public abstract class PeopleTests(Site site)
{
    [Fact]
    public async Task Only_owners_see_people()
    {
        Assert.Equal(HttpStatusCode.OK, (await (await OwnerAsync()).GetAsync("/people")).Status);
        foreach (var path in new[] { "/people", "/people/1" })
        {
            Assert.Equal(HttpStatusCode.NotFound, (await (await site.SignInAsync("mere.curator")).GetAsync(path)).Status);
            Assert.StartsWith("/sign-in", (await site.Guest().GetAsync(path)).Path);
        }
    }

    [Fact]
    public async Task An_invitation_is_shown_once_mailed_and_withdrawn()
    {
        var owner = await OwnerAsync();
        var page = await owner.SubmitAsync(await owner.GetAsync("/people"), "form[action$='/invitation']", new { Role = "moderator", Email = "mod@post.example" });

        var shown = new Uri(page.Find("#link-once").GetAttribute("value")!).PathAndQuery;
        Assert.Equal(shown, site.LinkIn(await site.MailToAsync("mod@post.example"), "/invitation/"));
        Assert.Contains("outbox", page.TextOf(".link-once"));
        var later = await owner.GetAsync("/people");
        Assert.Null(later.Html.QuerySelector("#link-once"));
        Assert.Contains("mod@post.example", later.Text);

        var guest = site.Guest();
        Assert.Equal("mod@post.example", (await guest.GetAsync(shown)).Find("#Input_Email").GetAttribute("value"));
        var row = later.Html.QuerySelectorAll("tr").Single(r => r.TextContent.Contains("mod@post.example", StringComparison.Ordinal));
        await owner.SubmitAsync(later, $"form:has(input[value='{row.QuerySelector("input[name=id]")!.GetAttribute("value")}'])");
        Assert.Equal(HttpStatusCode.Gone, (await guest.GetAsync(shown)).Status);
    }

    [Fact]
    public async Task New_roles_count_within_a_minute()
    {
        var owner = await OwnerAsync();
        var person = await site.JoinAsync("riser", SiteRoles.Reader);
        var at = $"/people/{(await site.FindAsync("riser")).Id}";

        await owner.SubmitAsync(await owner.GetAsync(at), "form[action$='/roles']", new { Roles = new[] { "approver", "moderator" } });

        Assert.Equal(["approver", "moderator"], (await site.RolesOfAsync("riser")).Order());
        site.Clock.Advance(TimeSpan.FromMinutes(2));
        Assert.False(await person.SeesAccountAsync());
    }

    [Fact]
    public async Task A_suspended_person_is_out_until_restored()
    {
        var owner = await OwnerAsync();
        var person = await site.JoinAsync("suspended");
        var at = $"/people/{(await site.FindAsync("suspended")).Id}";

        var page = await owner.SubmitAsync(await owner.GetAsync(at), "form[action$='/suspension']");
        Assert.NotNull(page.Html.QuerySelector(".badge.bad"));
        site.Clock.Advance(TimeSpan.FromMinutes(2));
        Assert.False(await person.SeesAccountAsync());
        var refused = await site.Guest().TypePasswordAsync("suspended");
        Assert.Contains("ask the owner", refused.TextOf(".form-errors"));
        site.Clock.Advance(TimeSpan.FromDays(400));
        Assert.Contains("ask the owner", (await site.Guest().TypePasswordAsync("suspended")).TextOf(".form-errors"));

        owner = await OwnerAsync();
        await owner.SubmitAsync(await owner.GetAsync(at), "form[action$='/restoration']");
        Assert.Equal("/desk", (await site.Guest().TypePasswordAsync("suspended")).Path);
    }

    [Fact]
    public async Task An_owner_hands_over_a_link_to_a_new_password()
    {
        var owner = await OwnerAsync();
        await site.JoinAsync("no.mail");
        var page = await owner.SubmitAsync(await owner.GetAsync($"/people/{(await site.FindAsync("no.mail")).Id}"), "form[action$='/link']");
        var link = new Uri(page.Find("#link-once").GetAttribute("value")!).PathAndQuery;

        var visitor = site.Guest();
        await visitor.SubmitAsync(await visitor.GetAsync(link), "form.panel", new { Password = "eleven grey geese" });

        Assert.Equal("/desk", (await visitor.TypePasswordAsync("no.mail", "eleven grey geese")).Path);
    }

    [Fact]
    public async Task People_are_found_by_a_part_of_their_name()
    {
        var owner = await OwnerAsync();
        await site.JoinAsync("findable");
        await site.JoinAsync("elsewise");

        var page = await owner.SubmitAsync(await owner.GetAsync("/people"), "form.find", new { q = "FINDab" });

        Assert.Contains("Name of findable", page.Text);
        Assert.DoesNotContain("Name of elsewise", page.Text);
    }

    private Task<Visitor> OwnerAsync() => site.SignInAsync("the.owner", SiteRoles.Owner);
}

public sealed class PeopleTestsOnSqlite(SqliteSite site) : PeopleTests(site), IClassFixture<SqliteSite>;

public sealed class PeopleTestsOnPostgres(PostgresSite site) : PeopleTests(site), IClassFixture<PostgresSite>;

public abstract class LastOwnerTests(Site site)
{
    [Fact]
    public async Task The_site_always_keeps_an_owner()
    {
        var first = await site.SignInAsync("owner.a", SiteRoles.Owner);
        var (a, b) = ((await site.FindAsync("owner.a")).Id, (await site.PersonAsync("owner.b", SiteRoles.Curator)).Id);

        var refused = await first.SubmitAsync(await first.GetAsync($"/people/{a}"), "form[action$='/roles']", new { Roles = "curator" });
        Assert.Contains("only owner", refused.TextOf(".form-errors"));
        Assert.Null(refused.Html.QuerySelector("form[action$='/suspension']"));
        Assert.Equal([SiteRoles.Owner], await site.RolesOfAsync("owner.a"));

        var second = await site.SignInAsync("owner.b", SiteRoles.Owner);
        var pages = await Task.WhenAll(first.GetAsync($"/people/{b}"), second.GetAsync($"/people/{a}"));
        await Task.WhenAll(
            first.SubmitAsync(pages[0], "form[action$='/roles']", new { Roles = "curator" }),
            second.SubmitAsync(pages[1], "form[action$='/roles']", new { Roles = "curator" }));

        var left = (await Task.WhenAll(site.RolesOfAsync("owner.a"), site.RolesOfAsync("owner.b"))).Count(r => r.Contains(SiteRoles.Owner));
        Assert.Equal(1, left);
    }
}

public sealed class LastOwnerTestsOnSqlite(SqliteSite site) : LastOwnerTests(site), IClassFixture<SqliteSite>;

public sealed class LastOwnerTestsOnPostgres(PostgresSite site) : LastOwnerTests(site), IClassFixture<PostgresSite>;
