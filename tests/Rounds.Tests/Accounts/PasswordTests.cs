using System.Net;

namespace Rounds.Tests.Accounts;

public abstract class PasswordTests(Site site)
{
    [Fact]
    public async Task A_forgotten_password_is_replaced_by_a_mailed_link_that_works_once()
    {
        await site.JoinAsync("forgetful");

        var answer = await AskAsync("forgetful@post.example");
        Assert.Contains("outbox", answer.Text);
        var mail = await site.MailToAsync("forgetful@post.example");
        var link = site.LinkIn(mail, "/reset-password/");
        var visitor = site.Guest();
        var page = await visitor.GetAsync(link);
        Assert.True(page.Response.Headers.CacheControl?.NoStore);
        var weak = await visitor.SubmitAsync(page, "form.panel", new { Password = "short" });
        Assert.Contains("at least 10 characters", weak.TextOf(".form-errors"));
        var done = await visitor.SubmitAsync(weak, "form.panel", new { Password = "eleven grey geese" });

        Assert.Equal("/sign-in", done.Path);
        Assert.Contains("Sign in with it", done.Text);
        Assert.Equal("/desk", (await visitor.TypePasswordAsync("forgetful", "eleven grey geese")).Path);
        Assert.Equal(HttpStatusCode.Gone, (await site.Guest().GetAsync(link)).Status);
    }

    [Fact]
    public async Task The_answer_does_not_tell_whether_there_is_an_account()
    {
        await site.JoinAsync("known.one");

        Assert.Equal((await AskAsync("known.one")).Text, (await AskAsync("unknown.one")).Text);
    }

    [Theory]
    [InlineData("/reset-password/1/bm90LWEtdG9rZW4")]
    [InlineData("/reset-password/999999/bm90LWEtdG9rZW4")]
    [InlineData("/reset-password/1/!!!")]
    public async Task A_link_that_is_no_good_says_what_to_do(string path)
    {
        var page = await site.Guest().GetAsync(path);

        Assert.Equal(HttpStatusCode.Gone, page.Status);
        Assert.NotNull(page.Html.QuerySelector("a[href='/forgot-password']"));
    }

    [Fact]
    public async Task A_new_password_by_link_ends_a_lockout_and_the_sessions_there_were()
    {
        var inside = await site.JoinAsync("locked.and.back");
        for (var i = 0; i < 6; i++)
        {
            await site.Guest().TypePasswordAsync("locked.and.back", "wrong and wrong");
        }

        await AskAsync("locked.and.back");
        var link = site.LinkIn(await site.MailToAsync("locked.and.back@post.example"), "/reset-password/");
        var visitor = site.Guest();
        await visitor.SubmitAsync(await visitor.GetAsync(link), "form.panel", new { Password = "eleven grey geese" });

        Assert.Equal("/desk", (await visitor.TypePasswordAsync("locked.and.back", "eleven grey geese")).Path);
        site.Clock.Advance(TimeSpan.FromMinutes(2));
        Assert.False(await inside.SeesAccountAsync());
        Assert.True(await visitor.SeesAccountAsync());
    }

    [Fact]
    public async Task Changing_the_password_asks_for_the_old_one_and_ends_other_sessions()
    {
        var (here, there) = (await site.JoinAsync("changer"), site.Guest());
        await there.TypePasswordAsync("changer");

        var refused = await here.SubmitAsync(await here.GetAsync("/account/password"), "form.panel", new { Current = "wrong and wrong", Password = "nine loud magpies" });
        Assert.Contains("not your password", refused.TextOf(".form-errors"));
        var done = await here.SubmitAsync(refused, "form.panel", new { Current = Steps.Password, Password = "nine loud magpies" });
        Assert.Contains("Your new password is set", done.Text);

        site.Clock.Advance(TimeSpan.FromMinutes(2));
        Assert.True(await here.SeesAccountAsync());
        Assert.False(await there.SeesAccountAsync());
        Assert.Equal("/desk", (await there.TypePasswordAsync("changer", "nine loud magpies")).Path);
    }

    [Fact]
    public async Task The_profile_is_saved_and_a_new_e_mail_needs_the_password()
    {
        var visitor = await site.JoinAsync("profiled");
        await site.JoinAsync("neighbour");
        var page = await visitor.GetAsync("/account");

        var unasked = await visitor.SubmitAsync(page, "form.panel", new { Email = "new@post.example", Bio = "Nurse, writes about sleep." });
        Assert.Contains("Type your password", unasked.TextOf(".form-errors"));
        Assert.Equal("Nurse, writes about sleep.", unasked.TextOf("textarea"));
        var taken = await visitor.SubmitAsync(unasked, "form.panel", new { Email = "neighbour@post.example", Steps.Password });
        Assert.Contains("Another account has this e-mail", taken.TextOf(".form-errors"));
        var saved = await visitor.SubmitAsync(taken, "form.panel", new { DisplayName = "Pro Filed", Email = "new@post.example", Steps.Password });

        Assert.Contains("Your profile is saved", saved.Text);
        var person = await site.FindAsync("profiled");
        Assert.Equal(("Pro Filed", "Nurse, writes about sleep.", "new@post.example"), (person.DisplayName, person.Bio, person.Email));
        Assert.Equal("/desk", (await site.Guest().TypePasswordAsync("new@post.example")).Path);
    }

    [Fact]
    public async Task Saving_the_profile_alone_asks_for_no_password_and_ends_no_session()
    {
        var (here, there) = (await site.JoinAsync("calm"), site.Guest());
        await there.TypePasswordAsync("calm");

        await here.SubmitAsync(await here.GetAsync("/account"), "form.panel", new { DisplayName = "Calm Person" });

        site.Clock.Advance(TimeSpan.FromMinutes(2));
        Assert.True(await there.SeesAccountAsync());
        Assert.Equal("Calm Person", (await site.FindAsync("calm")).DisplayName);
    }

    private async Task<VisitedPage> AskAsync(string name)
    {
        var visitor = site.Guest();
        return await visitor.SubmitAsync(await visitor.GetAsync("/forgot-password"), "form.panel", new { Name = name });
    }
}

public sealed class PasswordTestsOnSqlite(SqliteSite site) : PasswordTests(site), IClassFixture<SqliteSite>;

public sealed class PasswordTestsOnPostgres(PostgresSite site) : PasswordTests(site), IClassFixture<PostgresSite>;
