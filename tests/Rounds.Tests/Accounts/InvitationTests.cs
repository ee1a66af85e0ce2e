using System.Net;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Rounds.Features.Accounts;
using Rounds.Features.Topics;

namespace Rounds.Tests.Accounts;

public abstract class InvitationTests(Site site)
{
    [Fact]
    public async Task An_invitation_makes_an_account_with_its_role_once()
    {
        var link = await site.InviteAsync(SiteRoles.Approver);
        var visitor = site.Guest();

        var page = await visitor.GetAsync(link);
        Assert.True(page.Response.Headers.CacheControl?.NoStore);
        var after = await visitor.AcceptAsync(page, "imke.rahn");

        Assert.Equal("/desk", after.Path);
        Assert.True(await visitor.SeesAccountAsync());
        Assert.Equal([SiteRoles.Approver], await site.RolesOfAsync("imke.rahn"));
        Assert.Equal(site.Clock.GetUtcNow(), (await site.FindAsync("imke.rahn")).CreatedAt);

        var again = await site.Guest().GetAsync(link);
        Assert.Equal(HttpStatusCode.Gone, again.Status);
        Assert.Contains("ask the person who invited you", again.Text);
    }

    [Fact]
    public async Task A_link_too_old_withdrawn_or_made_up_says_what_to_do()
    {
        var link = await site.InviteAsync(SiteRoles.Reader);
        var visitor = site.Guest();
        var open = await visitor.GetAsync(link);
        site.Clock.Advance(Invitation.Lifetime);

        Assert.Equal(HttpStatusCode.Gone, (await visitor.AcceptAsync(open, "too.late")).Status);
        Assert.Equal(HttpStatusCode.Gone, (await site.Guest().GetAsync("/invitation/0123456789abcdef")).Status);
        Assert.False(await site.InDbAsync(db => db.Users.AnyAsync(u => u.UserName == "too.late")));
    }

    [Fact]
    public async Task Two_uses_at_once_make_one_account()
    {
        var link = await site.InviteAsync(SiteRoles.Curator);
        var visitors = Enumerable.Range(0, 6).Select(_ => site.Guest()).ToList();
        var pages = await Task.WhenAll(visitors.Select(v => v.GetAsync(link)));

        var answers = await Task.WhenAll(visitors.Select((v, i) => v.AcceptAsync(pages[i], $"racer{i}")));

        Assert.Single(answers, a => a.Path == "/desk");
        Assert.Equal(5, answers.Count(a => a.Status == HttpStatusCode.Gone));
        Assert.Equal(1, await site.InDbAsync(db => db.Users.CountAsync(u => u.UserName!.StartsWith("racer"))));
    }

    [Fact]
    public async Task One_handle_taken_at_once_by_two_goes_to_one_and_the_other_keeps_the_invitation()
    {
        var visitors = new[] { site.Guest(), site.Guest() };
        var links = new[] { await site.InviteAsync(SiteRoles.Reader), await site.InviteAsync(SiteRoles.Reader) };
        var pages = await Task.WhenAll(visitors.Select((v, i) => v.GetAsync(links[i])));

        var answers = await Task.WhenAll(visitors.Select((v, i) => v.SubmitAsync(pages[i], "form.panel",
            new { DisplayName = "Twin", Handle = "twin", Email = $"twin{i}@post.example", Steps.Password })));

        var loser = Assert.Single(answers, a => a.Path != "/desk");
        Assert.Contains("taken", loser.TextOf(".form-errors"));
        Assert.Equal("Twin", loser.Find("#Input_DisplayName").GetAttribute("value"));
        Assert.Equal("/desk", (await visitors[Array.IndexOf(answers, loser)].SubmitAsync(loser, "form.panel", new { Handle = "other.twin", Steps.Password })).Path);
    }

    [Theory]
    [InlineData("ok.handle", "a@b.example", "short", "at least 10 characters")]
    [InlineData("ok.handle", "a@b.example", "password1234", "first that somebody would try")]
    [InlineData("not a handle", "a@b.example", Steps.Password, "A handle has 2 to 30")]
    [InlineData("ok.handle", "not mail", Steps.Password, "does not look like an e-mail address")]
    public async Task What_is_not_right_is_said_and_the_form_keeps_what_was_typed(string handle, string email, string password, string sentence)
    {
        var visitor = site.Guest();
        var page = await visitor.GetAsync(await site.InviteAsync(SiteRoles.Reader));

        var again = await visitor.SubmitAsync(page, "form.panel", new { DisplayName = "Jo Ferr", Handle = handle, Email = email, Password = password });

        Assert.Contains(sentence, again.TextOf(".form-errors"));
        Assert.Equal(handle, again.Find("#Input_Handle").GetAttribute("value"));
        Assert.False(visitor.IsSignedIn());
    }

    [Fact]
    public async Task An_e_mail_belongs_to_one_account()
    {
        await site.JoinAsync("first.owner.of.mail");
        var visitor = site.Guest();
        var page = await visitor.GetAsync(await site.InviteAsync(SiteRoles.Reader));

        var again = await visitor.SubmitAsync(page, "form.panel",
            new { DisplayName = "Second", Handle = "second", Email = "FIRST.owner.of.mail@post.example", Steps.Password });

        Assert.Contains("Another account has this e-mail", again.TextOf(".form-errors"));
    }

    [Fact]
    public async Task Without_a_password_the_next_page_makes_a_passkey()
    {
        var visitor = site.Guest();

        var after = await visitor.AcceptAsync(await visitor.GetAsync(await site.InviteAsync(SiteRoles.Curator)), "keyless", password: null);

        Assert.Equal("/account/passkeys", after.Path);
        Assert.Contains("no password either", after.Text);
        Assert.Null((await site.FindAsync("keyless")).PasswordHash);
    }

    [Fact]
    public async Task An_invitation_to_a_topic_gives_the_role_there()
    {
        var topic = await site.OpenTopicAsync("Falls on the ward");
        var visitor = site.Guest();
        var page = await visitor.GetAsync(await site.InviteAsync(SiteRoles.Reader, topic, TopicRole.Curator));
        Assert.Contains("Falls on the ward", page.TextOf(".lead"));

        await visitor.AcceptAsync(page, "ward.curator");

        Assert.Equal(HttpStatusCode.OK, (await visitor.GetAsync($"/t/{topic.Slug}/members")).Status);
    }

    [Fact]
    public async Task A_signed_in_person_takes_an_invitation_with_the_account_they_have()
    {
        var topic = await site.OpenTopicAsync("Sleep on shifts");
        var visitor = await site.JoinAsync("has.account", SiteRoles.Reader);
        var page = await visitor.GetAsync(await site.InviteAsync(SiteRoles.Moderator, topic));
        Assert.Contains("You are signed in as", page.Text);

        await visitor.SubmitAsync(page, "form[action$='/membership']");

        Assert.Equal([SiteRoles.Moderator, SiteRoles.Reader], (await site.RolesOfAsync("has.account")).Order());
        var id = (await site.FindAsync("has.account")).Id;
        Assert.Equal(TopicRole.Contributor, await site.InDbAsync(db => db.TopicMembers.Where(m => m.TopicId == topic.Id && m.UserId == id).Select(m => m.Role).SingleAsync()));
        Assert.True(await visitor.SeesAccountAsync());
    }

    [Fact]
    public async Task An_author_known_from_an_import_becomes_a_person_and_keeps_their_posts()
    {
        var id = await site.InDbAsync(async db =>
        {
            var author = new User { UserName = "imported-nrip", NormalizedUserName = "IMPORTED-NRIP", DisplayName = "Imported Author", IsPlaceholder = true };
            db.Users.Add(author);
            await db.SaveChangesAsync();
            return author.Id;
        });
        var visitor = site.Guest();
        var page = await visitor.GetAsync(await site.InviteAsync(SiteRoles.Curator, claims: id));
        Assert.Equal("Imported Author", page.Find("#Input_DisplayName").GetAttribute("value"));

        await visitor.AcceptAsync(page, "claimed");

        var claimed = await site.FindAsync("claimed");
        Assert.Equal((id, false), (claimed.Id, claimed.IsPlaceholder));
        Assert.True(await visitor.SeesAccountAsync());
        Assert.Equal("/desk", (await site.Guest().TypePasswordAsync("claimed")).Path);
    }
}

public sealed class InvitationTestsOnSqlite(SqliteSite site) : InvitationTests(site), IClassFixture<SqliteSite>;

public sealed class InvitationTestsOnPostgres(PostgresSite site) : InvitationTests(site), IClassFixture<PostgresSite>;

public abstract class OwnerSetupTests(Site site)
{
    [Fact]
    public async Task The_set_up_link_makes_the_owner_and_leads_to_the_first_page()
    {
        var old = await InviteOwnerAsync();
        var token = await InviteOwnerAsync();
        Assert.Equal(HttpStatusCode.Gone, (await site.Guest().GetAsync($"/invitation/{old}")).Status);

        var visitor = site.Guest();
        var page = await visitor.GetAsync($"/invitation/{token}");
        Assert.Equal("Set up your site", page.TextOf("h1"));
        var after = await visitor.AcceptAsync(page, "first.owner");

        Assert.Equal("/", after.Path);
        Assert.Equal([SiteRoles.Owner], await site.RolesOfAsync("first.owner"));
        Assert.Null(await InviteOwnerAsync());
    }

    private async Task<string?> InviteOwnerAsync()
    {
        await using var scope = site.Services.CreateAsyncScope();
        return await scope.ServiceProvider.GetRequiredService<OwnerSetup>().InviteOwnerAsync(CancellationToken.None);
    }
}

public sealed class OwnerSetupTestsOnSqlite(SqliteSite site) : OwnerSetupTests(site), IClassFixture<SqliteSite>;

public sealed class OwnerSetupTestsOnPostgres(PostgresSite site) : OwnerSetupTests(site), IClassFixture<PostgresSite>;
