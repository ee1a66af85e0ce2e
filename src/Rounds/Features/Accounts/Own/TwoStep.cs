using Microsoft.AspNetCore.Identity;
using Rounds.Platform.Web;

namespace Rounds.Features.Accounts.Own;

/// <summary>A key as the person puts it into their app: by camera or by hand.</summary>
public sealed record TwoStepKey(string Grouped, string Address)
{
    public QrDrawing Drawing => QrDrawing.Of(Address);
}

/// <summary>Two-step sign-in of one person: key, codes, on and off.</summary>
public sealed partial class TwoStep(UserManager<User> users, SiteName site, ILogger<TwoStep> log)
{
    private const int RecoveryCodes = 10;

    /// <summary>Makes a fresh key. It counts for nothing until a code proves that the app has it.</summary>
    public Task MakeKeyAsync(User person) => users.ResetAuthenticatorKeyAsync(person);

    public async Task<TwoStepKey?> KeyAsync(User person)
    {
        if (await users.GetAuthenticatorKeyAsync(person) is not { Length: > 0 } key)
        {
            return null;
        }

        // The form of the address is Google Authenticator's, which all apps follow.
        var issuer = Uri.EscapeDataString(site.Value);
        var address = $"otpauth://totp/{issuer}:{Uri.EscapeDataString(person.UserName!)}?secret={key}&issuer={issuer}&digits=6&period=30";
        return new TwoStepKey(string.Join(' ', key.ToLowerInvariant().Chunk(4).Select(group => new string(group))), address);
    }

    /// <summary>Turns it on when the code is right, and gives the recovery codes; null when it is not.</summary>
    public async Task<IReadOnlyList<string>?> ActivateAsync(User person, string code)
    {
        if (!await users.VerifyTwoFactorTokenAsync(person, TokenOptions.DefaultAuthenticatorProvider, code))
        {
            return null;
        }

        await users.SetTwoFactorEnabledAsync(person, true);
        LogTurned(log, person.Id, "on");
        return await RenewCodesAsync(person);
    }

    public async Task<IReadOnlyList<string>> RenewCodesAsync(User person) =>
        [.. await users.GenerateNewTwoFactorRecoveryCodesAsync(person, RecoveryCodes) ?? []];

    /// <summary>Turns it off; the key is thrown away, so that turning it on again needs the app to learn a new one.</summary>
    public async Task TurnOffAsync(User person)
    {
        await users.SetTwoFactorEnabledAsync(person, false);
        await users.ResetAuthenticatorKeyAsync(person);
        LogTurned(log, person.Id, "off");
    }

    [LoggerMessage(LogLevel.Information, "Two-step sign-in of person {Id} was turned {State}")]
    private static partial void LogTurned(ILogger logger, long id, string state);
}
