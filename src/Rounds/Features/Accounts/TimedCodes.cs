using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;
using Rounds.Data;

namespace Rounds.Features.Accounts;

/// <summary>
/// Checks two-step codes by the site's clock. Identity's own check takes a code as often as it comes within two minutes;
/// RFC 6238, section 5.2 wants each accepted once, so that a code seen over a shoulder is worth nothing.
/// </summary>
public sealed class TimedCodes(RoundsDb db, TimeProvider clock) : IUserTwoFactorTokenProvider<User>
{
    private const string Provider = "Rounds";
    private const string LastStep = "LastCodeStep";

    public async Task<bool> CanGenerateTwoFactorTokenAsync(UserManager<User> manager, User user) =>
        !string.IsNullOrEmpty(await manager.GetAuthenticatorKeyAsync(user));

    /// <summary>Nothing is sent: the app makes the code.</summary>
    public Task<string> GenerateAsync(string purpose, UserManager<User> manager, User user) => Task.FromResult("");

    public async Task<bool> ValidateAsync(string purpose, string token, UserManager<User> manager, User user)
    {
        if (await manager.GetAuthenticatorKeyAsync(user) is not { Length: > 0 } key)
        {
            return false;
        }

        // One step to either side for clocks that are off by less than half a minute, as section 5.2 recommends.
        var now = Totp.StepAt(clock.GetUtcNow());
        for (var step = now - 1; step <= now + 1; step++)
        {
            if (CryptographicOperations.FixedTimeEquals(Encoding.UTF8.GetBytes(Totp.CodeAt(key, step)), Encoding.UTF8.GetBytes(token)))
            {
                return await TakeStepAsync(manager, user, step);
            }
        }

        return false;
    }

    /// <summary>False when this step or a later one was taken before: of two uses at once, one wins.</summary>
    private async Task<bool> TakeStepAsync(UserManager<User> manager, User user, long step)
    {
        var taken = step.ToString("D12", CultureInfo.InvariantCulture);
        if (await manager.GetAuthenticationTokenAsync(user, Provider, LastStep) is null)
        {
            await manager.SetAuthenticationTokenAsync(user, Provider, LastStep, taken);
            return true;
        }

        // Equal lengths, so text compares as numbers do.
        return await db.UserTokens
            .Where(t => t.UserId == user.Id && t.LoginProvider == Provider && t.Name == LastStep && string.Compare(t.Value, taken) < 0)
            .ExecuteUpdateAsync(s => s.SetProperty(t => t.Value, taken)) == 1;
    }
}
