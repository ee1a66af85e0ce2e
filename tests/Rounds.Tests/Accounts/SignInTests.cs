using System.Diagnostics;
using System.Net;
using Rounds.Features.Accounts;
using Rounds.Features.Accounts.Entry;

namespace Rounds.Tests.Accounts;

public abstract class SignInTests(Site site)
{
    [Theory]
    [InlineData("hanne")]
    [InlineData(" @Hanne ")]
    [InlineData("HANNE@post.example")]
    public async Task A_handle_or_an_e_mail_signs_in(string name)
    {
        await HaveAsync("hanne");

        var visitor = site.Guest();
        Assert.Equal("/desk", (await visitor.TypePasswordAsync(name)).Path);

        Assert.True(await visitor.SeesAccountAsync());
    }

    [Fact]
    public async Task A_guest_who_wanted_a_page_gets_there_after_signing_in()
    {
        await HaveAsync("hanne");
        var visitor = site.Guest();

        var door = await visitor.GetAsync("/account/password");
        Assert.StartsWith("/sign-in?from=", door.Path);
        Assert.True(door.Response.Headers.CacheControl?.NoStore);
        var after = await visitor.SubmitAsync(door, "main form", new { Name = "hanne", Steps.Password });

        Assert.Equal("/account/password", after.Path);
    }

    [Theory]
    [InlineData("https://elsewhere.example/")]
    [InlineData("//elsewhere.example/")]
    [InlineData("/\\elsewhere.example")]
    public async Task Nobody_is_sent_to_another_site(string from)
    {
        await HaveAsync("hanne");

        var after = await site.Guest().TypePasswordAsync("hanne", at: $"/sign-in?from={Uri.EscapeDataString(from)}");

        Assert.Equal("/desk", after.Path);
    }

    [Fact]
    public async Task A_wrong_password_and_an_unknown_name_get_the_same_answer_and_lock_the_same()
    {
        await HaveAsync("locked.out");
        var (known, unknown) = (site.Guest(), site.Guest());

        for (var attempt = 1; attempt <= 7; attempt++)
        {
            var answers = await Task.WhenAll(known.TypePasswordAsync("locked.out", "wrong and wrong"), unknown.TypePasswordAsync("no.such.name", "wrong and wrong"));
            Assert.Equal(answers[0].TextOf(".form-errors"), answers[1].TextOf(".form-errors"));
            Assert.Contains(attempt < 6 ? PasswordSignIn.NoMatch : PasswordSignIn.Locked, answers[0].TextOf(".form-errors"));
        }

        Assert.Contains(PasswordSignIn.Locked, (await site.Guest().TypePasswordAsync("locked.out")).Text);
        site.Clock.Advance(TimeSpan.FromMinutes(10) + TimeSpan.FromSeconds(1));
        Assert.Equal("/desk", (await site.Guest().TypePasswordAsync("locked.out")).Path);
        Assert.Contains(PasswordSignIn.NoMatch, (await site.Guest().TypePasswordAsync("no.such.name", "wrong and wrong")).Text);
    }

    [Fact]
    public async Task A_burst_of_wrong_passwords_counts_every_one()
    {
        await HaveAsync("burst");
        var visitors = Enumerable.Range(0, 6).Select(_ => site.Guest()).ToList();

        await Task.WhenAll(visitors.Select(v => v.TypePasswordAsync("burst", "wrong and wrong")));

        Assert.Contains(PasswordSignIn.Locked, (await site.Guest().TypePasswordAsync("burst")).Text);
    }

    [Fact]
    public async Task An_unknown_name_takes_as_long_as_a_wrong_password()
    {
        await HaveAsync("slow");
        await TimeAsync("slow", 1);
        await TimeAsync("nobody", 1);

        var known = await TimeAsync("slow", 4);
        var unknown = await TimeAsync("nobody", 4);

        // Hashing costs tens of milliseconds; without it an unknown name would take a tenth of the time.
        Assert.True(unknown > known / 3, $"known {known.TotalMilliseconds} ms, unknown {unknown.TotalMilliseconds} ms");
    }

    [Fact]
    public async Task Many_tries_from_one_address_are_stopped()
    {
        var visitor = site.Guest();
        var page = await visitor.GetAsync("/sign-in");

        var answers = new List<HttpStatusCode>();
        for (var i = 0; i < 31; i++)
        {
            answers.Add((await visitor.SubmitAsync(page, "main form", new { Name = "", Password = "" })).Status);
        }

        Assert.Equal(HttpStatusCode.TooManyRequests, answers[^1]);
        Assert.All(answers.SkipLast(1), a => Assert.Equal(HttpStatusCode.OK, a));
    }

    [Fact]
    public async Task A_form_without_its_token_is_refused()
    {
        var answer = await site.Guest().PostAsync("/sign-in", new FormUrlEncodedContent([new("Input.Name", "hanne"), new("Input.Password", Steps.Password)]));

        Assert.Equal(HttpStatusCode.BadRequest, answer.Status);
    }

    [Fact]
    public async Task Signing_out_ends_the_session()
    {
        var visitor = await site.JoinAsync("leaver");

        await visitor.SubmitAsync(await visitor.GetAsync("/account"), "form[action='/sign-out']");

        Assert.False(await visitor.SeesAccountAsync());
    }

    private async Task HaveAsync(string handle)
    {
        if (!await site.InDbAsync(db => Task.FromResult(db.Users.Any(u => u.UserName == handle))))
        {
            await site.JoinAsync(handle);
        }
    }

    private async Task<TimeSpan> TimeAsync(string name, int tries)
    {
        var visitor = site.Guest();
        var page = await visitor.GetAsync("/sign-in");
        var watch = Stopwatch.StartNew();
        for (var i = 0; i < tries; i++)
        {
            await visitor.SubmitAsync(page, "main form", new { Name = name, Password = "wrong and wrong" });
        }

        return watch.Elapsed;
    }
}

public sealed class SignInTestsOnSqlite(SqliteSite site) : SignInTests(site), IClassFixture<SqliteSite>;

public sealed class SignInTestsOnPostgres(PostgresSite site) : SignInTests(site), IClassFixture<PostgresSite>;
