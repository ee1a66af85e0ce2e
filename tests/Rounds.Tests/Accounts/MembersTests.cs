using System.Net;
using Rounds.Features.Accounts;

namespace Rounds.Tests.Accounts;

public abstract class MembersTests(Site site)
{
    [Fact]
    public async Task Only_the_topics_curators_see_its_members()
    {
        var topic = await site.OpenTopicAsync("Members only", curator: "mc.curator");
        var at = $"/t/{topic.Slug}/members";

        Assert.Equal(HttpStatusCode.OK, (await (await site.SignInAsync("mc.curator")).GetAsync(at)).Status);
        Assert.Equal(HttpStatusCode.OK, (await (await site.SignInAsync("mc.owner", SiteRoles.Owner)).GetAsync(at)).Status);
        Assert.Equal(HttpStatusCode.NotFound, (await (await site.SignInAsync("mc.other")).GetAsync(at)).Status);
        Assert.Equal(HttpStatusCode.NotFound, (await (await site.SignInAsync("mc.other")).GetAsync("/t/no-such-topic/members")).Status);
        Assert.StartsWith("/sign-in", (await site.Guest().GetAsync(at)).Path);
    }

    [Fact]
    public async Task A_curator_adds_changes_and_removes_people()
    {
        var topic = await site.OpenTopicAsync("Adding people", curator: "ap.curator");
        var curator = await site.SignInAsync("ap.curator");
        var person = await site.SignInAsync("ap.person", SiteRoles.Reader);
        var at = $"/t/{topic.Slug}/members";

        var page = await curator.SubmitAsync(await curator.GetAsync(at), "form[action$='/member']", new { Handle = "nobody.at.all" });
        Assert.Contains("invite the person by link", page.TextOf(".form-errors"));
        Assert.Equal("nobody.at.all", page.Find("#Handle").GetAttribute("value"));
        page = await curator.SubmitAsync(page, "form[action$='/member']", new { Handle = "@ap.person", Role = "Contributor" });
        Assert.Equal(HttpStatusCode.NotFound, (await person.GetAsync(at)).Status);

        page = await curator.SubmitAsync(page, $"form[action$='/role']:has(input[value='{(await site.FindAsync("ap.person")).Id}'])");
        Assert.Equal(HttpStatusCode.OK, (await person.GetAsync(at)).Status);

        page = await curator.SubmitAsync(page, $"form[action$='/removal']:has(input[value='{(await site.FindAsync("ap.person")).Id}'])");
        Assert.Equal(HttpStatusCode.NotFound, (await person.GetAsync(at)).Status);

        page = await curator.SubmitAsync(page, "form[action$='/removal']");
        Assert.Contains("at least one curator", page.TextOf(".form-errors"));
    }

    [Fact]
    public async Task Somebody_new_is_invited_to_the_topic()
    {
        var topic = await site.OpenTopicAsync("Inviting people", curator: "ip.curator");
        var other = await site.OpenTopicAsync("Another topic", curator: "ip.rival");
        var curator = await site.SignInAsync("ip.curator");
        var at = $"/t/{topic.Slug}/members";

        var page = await curator.SubmitAsync(await curator.GetAsync(at), "form[action$='/invitation']", new { Role = "Curator" });
        var link = new Uri(page.Find("#link-once").GetAttribute("value")!).PathAndQuery;
        var guest = site.Guest();
        await guest.AcceptAsync(await guest.GetAsync(link), "ip.newcomer");

        Assert.Equal([SiteRoles.Reader], await site.RolesOfAsync("ip.newcomer"));
        Assert.Equal(HttpStatusCode.OK, (await guest.GetAsync(at)).Status);
        Assert.Equal(HttpStatusCode.NotFound, (await guest.GetAsync($"/t/{other.Slug}/members")).Status);
    }

    [Fact]
    public async Task An_invitation_is_withdrawn_only_by_the_curators_of_its_topic()
    {
        var topic = await site.OpenTopicAsync("Withdrawing", curator: "wd.curator");
        var other = await site.OpenTopicAsync("Rival", curator: "wd.rival");
        var (curator, rival) = (await site.SignInAsync("wd.curator"), await site.SignInAsync("wd.rival"));
        var page = await curator.SubmitAsync(await curator.GetAsync($"/t/{topic.Slug}/members"), "form[action$='/invitation']", new { Email = "wd@post.example" });
        var link = new Uri(page.Find("#link-once").GetAttribute("value")!).PathAndQuery;
        var id = page.Find("form[action$='/withdrawal'] input[name=id]").GetAttribute("value")!;

        var theirs = await rival.SubmitAsync(await rival.GetAsync($"/t/{other.Slug}/members"), "form[action$='/invitation']");
        theirs.Find("form[action$='/withdrawal'] input[name=id]").SetAttribute("value", id);
        await rival.SubmitAsync(theirs, "form[action$='/withdrawal']");
        Assert.Equal(HttpStatusCode.OK, (await site.Guest().GetAsync(link)).Status);

        await curator.SubmitAsync(page, "form[action$='/withdrawal']");
        Assert.Equal(HttpStatusCode.Gone, (await site.Guest().GetAsync(link)).Status);
    }
}

public sealed class MembersTestsOnSqlite(SqliteSite site) : MembersTests(site), IClassFixture<SqliteSite>;

public sealed class MembersTestsOnPostgres(PostgresSite site) : MembersTests(site), IClassFixture<PostgresSite>;
