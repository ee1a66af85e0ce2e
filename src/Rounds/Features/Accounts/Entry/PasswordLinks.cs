using System.Buffers.Text;
using System.Globalization;
using System.Text;
using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;
using Rounds.Data;
using Rounds.Platform.Jobs;

namespace Rounds.Features.Accounts.Entry;

/// <summary>One-time links with which a person sets a new password. A link dies with its use, with any change of the password, and after a day.</summary>
public sealed class PasswordLinks(UserManager<User> users, JobQueue jobs, RoundsDb db, DatabaseEngine engine)
{
    public async Task<string> WriteAsync(User user, string siteAddress)
    {
        var token = await users.GeneratePasswordResetTokenAsync(user);
        return $"{siteAddress}/reset-password/{user.Id}/{Base64Url.EncodeToString(Encoding.UTF8.GetBytes(token))}";
    }

    /// <summary>Has a link mailed to whoever has this handle or e-mail, if there is such a person with an e-mail.</summary>
    public async Task OrderMailAsync(string name, string siteAddress, CancellationToken cancel)
    {
        if (await AccountRegister.FindAsync(users, name) is not { Email.Length: > 0, IsPlaceholder: false } user)
        {
            return;
        }

        await jobs.EnqueueAsync(PasswordMailJob.Kind, string.Create(CultureInfo.InvariantCulture, $"{user.Id} {siteAddress}"), cancel);
        try
        {
            await db.SaveChangesAsync(cancel);
        }
        catch (DbUpdateException fault) when (engine.IsDuplicate(fault))
        {
            // Asked for twice at once: one mail is enough.
        }
    }

    /// <summary>The person a link is for, or null when it is used, too old or made up.</summary>
    public async Task<User?> ReadAsync(long userId, string code)
    {
        var user = await users.FindByIdAsync(userId.ToString(CultureInfo.InvariantCulture));
        return user is not null && Decode(code) is { } token
            && await users.VerifyUserTokenAsync(user, users.Options.Tokens.PasswordResetTokenProvider, UserManager<User>.ResetPasswordTokenPurpose, token)
            ? user
            : null;
    }

    /// <summary>Sets the password. Whoever reads the account's mail may come in again, so a lockout after wrong tries ends; a suspension does not.</summary>
    public async Task<IdentityResult> UseAsync(User user, string code, string password)
    {
        var result = await users.ResetPasswordAsync(user, Decode(code) ?? "", password);
        if (result.Succeeded && !user.IsSuspended)
        {
            await users.SetLockoutEndDateAsync(user, null);
            await users.ResetAccessFailedCountAsync(user);
        }

        return result;
    }

    private static string? Decode(string code) => Base64Url.IsValid(code) ? Encoding.UTF8.GetString(Base64Url.DecodeFromChars(code)) : null;
}
