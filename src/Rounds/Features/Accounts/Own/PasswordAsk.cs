using Microsoft.AspNetCore.Identity;

namespace Rounds.Features.Accounts.Own;

/// <summary>The question for the password before a change that matters.</summary>
public static class PasswordAsk
{
    /// <summary>Null when the change may go on, otherwise what to tell the person.</summary>
    public static async Task<string?> CheckAsync(SignInManager<User> signIn, User me, string? password)
    {
        if (me.PasswordHash is null)
        {
            return null;
        }

        if (string.IsNullOrEmpty(password))
        {
            return "Type your password, so that we know it is you.";
        }

        var result = await signIn.CheckPasswordSignInAsync(me, password, lockoutOnFailure: true);
        return result.Succeeded ? null
            : result.IsLockedOut ? "Too many wrong tries. Wait ten minutes and try again."
            : "That is not your password. Type it again.";
    }
}
