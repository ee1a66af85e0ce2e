using System.Net;
using Rounds.Features.Accounts.Entry;

namespace Rounds.Tests.Accounts;

public abstract class TwoStepTests(Site site)
{
    [Fact]
    public async Task Setting_up_shows_a_key_for_camera_and_hand_and_ten_codes_once()
    {
        var visitor = await site.JoinAsync("maren");

        var (key, codes) = await SetUpAsync(visitor);

        Assert.Equal(32, key.Replace(" ", "", StringComparison.Ordinal).Length);
        Assert.Equal(10, codes.Distinct().Count());
        Assert.Empty((await visitor.GetAsync("/account/two-step")).Html.QuerySelectorAll(".recovery-codes"));
        Assert.True((await site.FindAsync("maren")).TwoFactorEnabled);
    }

    [Fact]
    public async Task The_key_is_not_shown_without_the_password()
    {
        var visitor = await site.JoinAsync("left.screen");

        var page = await visitor.SubmitAsync(await visitor.GetAsync("/account/two-step"), "form[action$='/key']", new { Password = "not the password" });

        Assert.Contains("not your password", page.TextOf(".form-errors"));
        Assert.Empty((await visitor.GetAsync("/account/two-step")).Html.QuerySelectorAll(".qr, .key"));
    }

    [Fact]
    public async Task Signing_in_asks_for_the_code_and_takes_each_once()
    {
        var (key, _) = await SetUpAsync(await site.JoinAsync("edda"));
        NextCode();

        var visitor = site.Guest();
        var door = await visitor.TypePasswordAsync("edda", at: "/sign-in?from=%2Faccount%2Fpassword");
        Assert.StartsWith("/sign-in/code", door.Path);
        Assert.False(visitor.IsSignedIn());
        var wrong = await visitor.SubmitAsync(door, "form.panel", new { Code = "000000" });
        Assert.Contains("not the code of this moment", wrong.TextOf(".form-errors"));
        var code = Authenticator.Code(key, site.Clock.GetUtcNow());
        Assert.Equal("/account/password", (await visitor.SubmitAsync(wrong, "form.panel", new { Code = $"{code[..3]} {code[3..]}" })).Path);

        var second = site.Guest();
        var replay = await second.SubmitAsync(await second.TypePasswordAsync("edda"), "form.panel", new { Code = code });
        Assert.Contains("each works once", replay.TextOf(".form-errors"));
        Assert.False(second.IsSignedIn());
    }

    [Fact]
    public async Task One_code_at_two_doors_at_once_opens_one()
    {
        var (key, _) = await SetUpAsync(await site.JoinAsync("two.doors"));
        NextCode();
        var visitors = new[] { site.Guest(), site.Guest(), site.Guest() };
        var doors = await Task.WhenAll(visitors.Select(v => v.TypePasswordAsync("two.doors")));
        var code = Authenticator.Code(key, site.Clock.GetUtcNow());

        await Task.WhenAll(visitors.Select((v, i) => v.SubmitAsync(doors[i], "form.panel", new { Code = code })));

        Assert.Single(visitors, v => v.IsSignedIn());
    }

    [Fact]
    public async Task A_remembered_browser_is_not_asked_until_the_password_changes()
    {
        var owner = await site.JoinAsync("remembered");
        var (key, _) = await SetUpAsync(owner);
        NextCode();
        var visitor = site.Guest();
        var door = await visitor.TypePasswordAsync("remembered");
        await visitor.SubmitAsync(door, "form.panel", new { Code = Authenticator.Code(key, site.Clock.GetUtcNow()), RememberBrowser = true });
        visitor.Cookies.Drop("rounds-session");

        Assert.Equal("/desk", (await visitor.TypePasswordAsync("remembered")).Path);

        await owner.SubmitAsync(await owner.GetAsync("/account/password"), "form.panel", new { Current = Steps.Password, Password = "nine loud magpies" });
        visitor.Cookies.Drop("rounds-session");
        site.Clock.Advance(TimeSpan.FromMinutes(2));
        Assert.StartsWith("/sign-in/code", (await visitor.TypePasswordAsync("remembered", "nine loud magpies")).Path);
    }

    [Fact]
    public async Task Wrong_codes_lock_the_account_for_ten_minutes()
    {
        var (key, _) = await SetUpAsync(await site.JoinAsync("guessed"));
        NextCode();
        var visitor = site.Guest();
        var page = await visitor.TypePasswordAsync("guessed");
        for (var i = 0; i < 6; i++)
        {
            page = await visitor.SubmitAsync(page, "form.panel", new { Code = "123" });
        }

        page = await visitor.SubmitAsync(page, "form.panel", new { Code = Authenticator.Code(key, site.Clock.GetUtcNow()) });
        Assert.Contains(PasswordSignIn.Locked, page.Text);

        site.Clock.Advance(TimeSpan.FromMinutes(11));
        page = await visitor.TypePasswordAsync("guessed");
        Assert.Equal("/desk", (await visitor.SubmitAsync(page, "form.panel", new { Code = Authenticator.Code(key, site.Clock.GetUtcNow()) })).Path);
    }

    [Fact]
    public async Task A_recovery_code_lets_in_once()
    {
        var (_, codes) = await SetUpAsync(await site.JoinAsync("lost.phone"));
        var visitor = site.Guest();
        await visitor.TypePasswordAsync("lost.phone");

        var inside = await visitor.SubmitAsync(await visitor.GetAsync("/sign-in/recovery"), "form.panel", new { Code = codes[3].Replace("-", "", StringComparison.Ordinal).ToLowerInvariant() });
        Assert.Equal("/account/two-step", inside.Path);
        Assert.Contains("Recovery codes left: 9", inside.Text);

        var again = site.Guest();
        await again.TypePasswordAsync("lost.phone");
        var refused = await again.SubmitAsync(await again.GetAsync("/sign-in/recovery"), "form.panel", new { Code = codes[3] });
        Assert.Contains("not one of your recovery codes", refused.TextOf(".form-errors"));
    }

    [Fact]
    public async Task The_second_step_needs_the_first()
    {
        foreach (var path in new[] { "/sign-in/code", "/sign-in/recovery" })
        {
            var page = await site.Guest().GetAsync(path);
            Assert.Equal("/sign-in", page.Path);
            Assert.Contains("Sign in with your password again", page.Text);
        }
    }

    [Fact]
    public async Task New_codes_end_the_old_ones_and_turning_off_needs_the_password()
    {
        var visitor = await site.JoinAsync("renewer");
        var (_, old) = await SetUpAsync(visitor);

        var renewed = await visitor.SubmitAsync(await visitor.GetAsync("/account/two-step"), "form[action$='/codes']", new { Steps.Password });
        var fresh = renewed.Html.QuerySelectorAll(".recovery-codes code").Select(c => c.TextContent).ToList();
        Assert.Equal(10, fresh.Count);
        Assert.Empty(fresh.Intersect(old));

        var refused = await visitor.SubmitAsync(renewed, "form[action$='/removal']", new { Password = "wrong and wrong" });
        Assert.Contains("not your password", refused.TextOf(".form-errors"));
        await visitor.SubmitAsync(refused, "form[action$='/removal']", new { Steps.Password });
        Assert.Equal("/desk", (await site.Guest().TypePasswordAsync("renewer")).Path);
    }

    [Fact]
    public async Task A_form_sent_to_an_address_that_takes_none_finds_nothing()
    {
        var visitor = await site.JoinAsync("prober");
        var page = await visitor.GetAsync("/account/two-step");
        page.Find("form[action$='/key']").SetAttribute("action", "/account/two-step/nonsense");

        Assert.Equal(HttpStatusCode.NotFound, (await visitor.SubmitAsync(page, "form[action$='/nonsense']", new { Steps.Password })).Status);
    }

    private async Task<(string Key, IReadOnlyList<string> Codes)> SetUpAsync(Visitor visitor)
    {
        var page = await visitor.SubmitAsync(await visitor.GetAsync("/account/two-step"), "form[action$='/key']", new { Steps.Password });
        Assert.NotNull(page.Html.QuerySelector("svg.qr path[d^='M']"));
        var key = page.TextOf(".key");
        var wrong = await visitor.SubmitAsync(page, "form[action$='/activation']", new { Code = "1" });
        Assert.Equal(key, wrong.TextOf(".key"));
        var on = await visitor.SubmitAsync(wrong, "form[action$='/activation']", new { Code = Authenticator.Code(key, site.Clock.GetUtcNow()) });
        return (key, [.. on.Html.QuerySelectorAll(".recovery-codes code").Select(c => c.TextContent)]);
    }

    private void NextCode() => site.Clock.Advance(TimeSpan.FromSeconds(30));
}

public sealed class TwoStepTestsOnSqlite(SqliteSite site) : TwoStepTests(site), IClassFixture<SqliteSite>;

public sealed class TwoStepTestsOnPostgres(PostgresSite site) : TwoStepTests(site), IClassFixture<PostgresSite>;
