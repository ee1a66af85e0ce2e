using System.Text.Json;
using Microsoft.AspNetCore.Identity;
using Rounds.Features.Accounts.Own;
using Rounds.Platform.Web;

namespace Rounds.Features.Accounts;

/// <summary>
/// The two ceremonies of WebAuthn as the page's script speaks them: it asks for options, hands them to the browser, and sends
/// back what the authenticator made. Identity keeps the challenge in an encrypted cookie of five minutes.
/// </summary>
public static partial class PasskeyDoor
{
    /// <summary>More than anybody's devices; a bound on what one account can store.</summary>
    private const int MostPasskeys = 20;

    private const string Expired = "That took too long. Try again.";
    private const string NotGood = "The passkey was not accepted. Try again, or sign in with your password.";

    public static void MapPasskeys(this Doors doors)
    {
        var own = doors.SignedIn.MapGroup("/account/passkeys");
        own.MapPost("/options", OfferAsync);
        own.MapPost("/attestation", KeepAsync);

        // Guests with a token: the sign-in page is nobody's copy. Options cost nothing and are asked for by every look at the
        // page, so only what checks a signature is counted.
        var entry = doors.GuestForms.MapGroup("/sign-in/passkey").AddEndpointFilter(Doors.CheckTokenAsync);
        entry.MapPost("/options", ChallengeAsync).DisableRateLimiting();
        entry.MapPost("", SignInAsync).RequireRateLimiting(Doors.SignInRate);
    }

    private static async Task<IResult> OfferAsync(
        HttpContext http, OfferBody body, UserManager<User> users, SignInManager<User> signIn)
    {
        var me = (await users.GetUserAsync(http.User))!;
        if (await PasswordAsk.CheckAsync(signIn, me, body.Password) is { } refusal)
        {
            return Refuse(refusal);
        }

        if ((await users.GetPasskeysAsync(me)).Count >= MostPasskeys)
        {
            return Refuse($"An account has at most {MostPasskeys} passkeys. Remove one that you do not use.");
        }

        var options = await signIn.MakePasskeyCreationOptionsAsync(new PasskeyUserEntity
        {
            Id = await users.GetUserIdAsync(me),
            Name = me.UserName!,
            DisplayName = me.DisplayName,
        });
        return Json(http, options);
    }

    private static async Task<IResult> KeepAsync(
        HttpContext http, CredentialBody body, UserManager<User> users, SignInManager<User> signIn, TimeProvider clock, ILoggerFactory logs)
    {
        var me = (await users.GetUserAsync(http.User))!;
        PasskeyAttestationResult attested;
        try
        {
            attested = await signIn.PerformPasskeyAttestationAsync(body.Credential.GetRawText());
        }
        catch (InvalidOperationException)
        {
            // Identity's word for a challenge that is not there any more.
            return Refuse(Expired);
        }

        // The challenge was made for the account that then typed its password; another one in this browser has no claim to it.
        if (!attested.Succeeded || attested.UserEntity.Id != await users.GetUserIdAsync(me))
        {
            return Refuse(NotGood);
        }

        var passkey = attested.Passkey;
        passkey.Name = PasskeyNames.Tidy(body.Name) ?? PasskeyNames.Of(clock.GetUtcNow());
        await users.AddOrUpdatePasskeyAsync(me, passkey);
        LogAdded(logs.CreateLogger(nameof(PasskeyDoor)), me.Id);
        return Next("/account/passkeys");
    }

    private static async Task<IResult> ChallengeAsync(HttpContext http, SignInManager<User> signIn) =>
        Json(http, await signIn.MakePasskeyRequestOptionsAsync(null));

    /// <summary>Not Identity's PasskeySignInAsync: that one lets a suspended person in.</summary>
    private static async Task<IResult> SignInAsync(
        HttpContext http, CredentialBody body, UserManager<User> users, SignInManager<User> signIn, ILoggerFactory logs)
    {
        PasskeyAssertionResult<User> asserted;
        try
        {
            asserted = await signIn.PerformPasskeyAssertionAsync(body.Credential.GetRawText());
        }
        catch (InvalidOperationException)
        {
            return Refuse(Expired);
        }

        // A lockout after wrong passwords says nothing against who holds the passkey; a suspension does.
        if (!asserted.Succeeded || asserted.User.IsSuspended || !await signIn.CanSignInAsync(asserted.User))
        {
            LogRefused(logs.CreateLogger(nameof(PasskeyDoor)), asserted.Failure);
            return Refuse(NotGood);
        }

        // Keeps the signature counter: one that runs backwards is a copied authenticator (WebAuthn, section 6.1.1).
        await users.AddOrUpdatePasskeyAsync(asserted.User, asserted.Passkey);

        // The authenticator has checked finger, face or PIN already: that is two factors, so no code is asked for.
        await signIn.SignInAsync(asserted.User, isPersistent: false, authenticationMethod: "passkey");
        LogSignedIn(logs.CreateLogger(nameof(PasskeyDoor)), asserted.User.Id);
        return Next(Landing.For(body.From));
    }

    private static IResult Json(HttpContext http, string json)
    {
        http.Response.Headers.CacheControl = "no-store";
        return Results.Content(json, "application/json");
    }

    private static IResult Next(string path) => Results.Json(new { next = path });

    private static IResult Refuse(string sentence) => Results.Problem(detail: sentence, statusCode: StatusCodes.Status400BadRequest);

    [LoggerMessage(LogLevel.Information, "Person {Id} added a passkey")]
    private static partial void LogAdded(ILogger logger, long id);

    [LoggerMessage(LogLevel.Warning, "A passkey was not accepted")]
    private static partial void LogRefused(ILogger logger, Exception? fault);

    [LoggerMessage(LogLevel.Information, "Person {Id} signed in with a passkey")]
    private static partial void LogSignedIn(ILogger logger, long id);

    private sealed record OfferBody(string? Password);

    private sealed record CredentialBody(JsonElement Credential, string? Name, string? From);
}
