using System.Net;
using System.Net.Http.Json;
using System.Text.Json;
using Rounds.Features.Accounts;

namespace Rounds.Tests.Accounts;

public abstract class PasskeyTests(Site site)
{
    [Fact]
    public async Task A_passkey_is_made_with_the_password_and_signs_in_without_it()
    {
        var visitor = await site.JoinAsync("keyed");
        using var phone = new SoftAuthenticator(site.Address);

        Assert.Equal("/account/passkeys", await MakeAsync(visitor, phone, "My phone"));
        Assert.Contains("My phone", (await visitor.GetAsync("/account/passkeys")).Text);

        var guest = site.Guest();
        Assert.Equal((HttpStatusCode.OK, "/account/two-step"), await SignInAsync(guest, phone, from: "/account/two-step"));
        Assert.True(await guest.SeesAccountAsync());
        Assert.Equal((HttpStatusCode.OK, "/desk"), await SignInAsync(site.Guest(), phone, from: "https://elsewhere.example/"));
    }

    [Fact]
    public async Task A_passkey_needs_no_code()
    {
        var visitor = await site.JoinAsync("both.ways");
        using var phone = new SoftAuthenticator(site.Address);
        await MakeAsync(visitor, phone);
        var page = await visitor.SubmitAsync(await visitor.GetAsync("/account/two-step"), "form[action$='/key']", new { Steps.Password });
        await visitor.SubmitAsync(page, "form[action$='/activation']", new { Code = Authenticator.Code(page.TextOf(".key"), site.Clock.GetUtcNow()) });

        Assert.Equal((HttpStatusCode.OK, "/desk"), await SignInAsync(site.Guest(), phone));
    }

    [Fact]
    public async Task Making_one_asks_for_the_password()
    {
        var visitor = await site.JoinAsync("asked");

        var (status, body) = await SendAsync(visitor, "/account/passkeys", "/account/passkeys/options", new { password = "wrong and wrong" });

        Assert.Equal(HttpStatusCode.BadRequest, status);
        Assert.Contains("not your password", body.GetProperty("detail").GetString());
    }

    [Fact]
    public async Task A_challenge_is_good_once_and_for_its_own_page()
    {
        var visitor = await site.JoinAsync("replayed");
        using var phone = new SoftAuthenticator(site.Address);
        await MakeAsync(visitor, phone);
        var guest = site.Guest();
        var (_, options) = await SendAsync(guest, "/sign-in", "/sign-in/passkey/options", new { });
        phone.Origin = "https://elsewhere.example";
        var stolen = phone.Get(options);
        phone.Origin = site.Address.GetLeftPart(UriPartial.Authority);

        Assert.Equal(HttpStatusCode.BadRequest, (await SendAsync(guest, "/sign-in", "/sign-in/passkey", new { credential = stolen })).Status);
        var late = await SendAsync(guest, "/sign-in", "/sign-in/passkey", new { credential = phone.Get(options) });

        Assert.Equal(HttpStatusCode.BadRequest, late.Status);
        Assert.Contains("took too long", late.Body.GetProperty("detail").GetString());
        Assert.False(guest.IsSignedIn());
    }

    [Theory]
    [InlineData("/sign-in/passkey/options")]
    [InlineData("/sign-in/passkey")]
    [InlineData("/account/passkeys/options")]
    [InlineData("/account/passkeys/attestation")]
    public async Task Without_the_forms_token_nothing_happens(string path)
    {
        var visitor = path.StartsWith("/account", StringComparison.Ordinal) ? await site.SignInAsync("tokenless") : site.Guest();

        Assert.Equal(HttpStatusCode.BadRequest, (await visitor.PostAsync(path, JsonContent.Create(new { credential = new { } }))).Status);
    }

    [Fact]
    public async Task A_suspended_person_does_not_get_in_with_a_passkey()
    {
        var visitor = await site.JoinAsync("shut.out");
        using var phone = new SoftAuthenticator(site.Address);
        await MakeAsync(visitor, phone);
        var owner = await site.SignInAsync("pk.owner", SiteRoles.Owner);
        await owner.SubmitAsync(await owner.GetAsync($"/people/{(await site.FindAsync("shut.out")).Id}"), "form[action$='/suspension']");

        Assert.Equal(HttpStatusCode.BadRequest, (await SignInAsync(site.Guest(), phone)).Status);
    }

    [Fact]
    public async Task Passkeys_are_renamed_and_removed()
    {
        var visitor = await site.JoinAsync("tidy");
        using var phone = new SoftAuthenticator(site.Address);
        await MakeAsync(visitor, phone);

        var page = await visitor.SubmitAsync(await visitor.GetAsync("/account/passkeys"), "form[action$='/name']", new { Name = "Blue laptop" });
        Assert.Contains("Blue laptop", page.TextOf(".passkeys"));
        Assert.Equal((HttpStatusCode.OK, "/desk"), await SignInAsync(site.Guest(), phone));
        var refused = await visitor.SubmitAsync(page, "form[action$='/removal']", new { Password = "wrong and wrong" });
        Assert.Contains("not your password", refused.TextOf(".form-errors"));
        await visitor.SubmitAsync(refused, "form[action$='/removal']", new { Steps.Password });

        Assert.Equal(HttpStatusCode.BadRequest, (await SignInAsync(site.Guest(), phone)).Status);
    }

    [Fact]
    public async Task Somebody_elses_passkey_is_not_there_to_be_removed()
    {
        using var phone = new SoftAuthenticator(site.Address);
        using var other = new SoftAuthenticator(site.Address);
        var (mine, theirs) = (await site.JoinAsync("pk.mine"), await site.JoinAsync("pk.theirs"));
        await MakeAsync(mine, phone);
        await MakeAsync(theirs, other);
        var id = (await theirs.GetAsync("/account/passkeys")).Find("form[action$='/removal'] input[name=Id]").GetAttribute("value");
        var page = await mine.GetAsync("/account/passkeys");
        page.Find("form[action$='/removal'] input[name=Id]").SetAttribute("value", id);

        Assert.Equal(HttpStatusCode.NotFound, (await mine.SubmitAsync(page, "form[action$='/removal']", new { Steps.Password })).Status);
        Assert.Equal((HttpStatusCode.OK, "/desk"), await SignInAsync(site.Guest(), other));
    }

    [Fact]
    public async Task The_only_way_in_is_not_removed()
    {
        var visitor = site.Guest();
        await visitor.AcceptAsync(await visitor.GetAsync(await site.InviteAsync(SiteRoles.Curator)), "only.key", password: null);
        using var phone = new SoftAuthenticator(site.Address);
        await MakeAsync(visitor, phone, password: null);

        var page = await visitor.SubmitAsync(await visitor.GetAsync("/account/passkeys"), "form[action$='/removal']");

        Assert.Contains("your only way in", page.TextOf(".form-errors"));
        Assert.Equal((HttpStatusCode.OK, "/desk"), await SignInAsync(site.Guest(), phone));
    }

    private static async Task<string?> MakeAsync(Visitor visitor, SoftAuthenticator device, string? name = null, string? password = Steps.Password)
    {
        var (status, options) = await SendAsync(visitor, "/account/passkeys", "/account/passkeys/options", new { password });
        Assert.True(status == HttpStatusCode.OK, options.ToString());
        var (kept, body) = await SendAsync(visitor, "/account/passkeys", "/account/passkeys/attestation", new { credential = device.Create(options), name });
        Assert.True(kept == HttpStatusCode.OK, body.ToString());
        return body.GetProperty("next").GetString();
    }

    private static async Task<(HttpStatusCode Status, string? Next)> SignInAsync(Visitor visitor, SoftAuthenticator device, string? from = null)
    {
        var (_, options) = await SendAsync(visitor, "/sign-in", "/sign-in/passkey/options", new { });
        var (status, body) = await SendAsync(visitor, "/sign-in", "/sign-in/passkey", new { credential = device.Get(options), from });
        return (status, status == HttpStatusCode.OK ? body.GetProperty("next").GetString() : null);
    }

    /// <summary>What passkey.js does: JSON with the token that stands in the page's form.</summary>
    private static async Task<(HttpStatusCode Status, JsonElement Body)> SendAsync(Visitor visitor, string page, string path, object body)
    {
        var token = (await visitor.GetAsync(page)).Find("main input[name=form-token]").GetAttribute("value");
        using var request = new HttpRequestMessage(HttpMethod.Post, path) { Content = JsonContent.Create(body) };
        request.Headers.Add("RequestVerificationToken", token);
        request.Headers.Add("Origin", visitor.Http.BaseAddress!.GetLeftPart(UriPartial.Authority));
        request.Headers.Add("Sec-Fetch-Site", "same-origin");
        using var response = await visitor.Http.SendAsync(request);
        return (response.StatusCode, await response.Content.ReadFromJsonAsync<JsonElement>());
    }
}

public sealed class PasskeyTestsOnSqlite(SqliteSite site) : PasskeyTests(site), IClassFixture<SqliteSite>;

public sealed class PasskeyTestsOnPostgres(PostgresSite site) : PasskeyTests(site), IClassFixture<PostgresSite>;
