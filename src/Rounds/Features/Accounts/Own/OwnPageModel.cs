using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Identity;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Rounds.Features.Accounts.Own;

/// <summary>A page on which people see to their own account.</summary>
[Authorize]
public abstract class OwnPageModel(UserManager<User> users, SignInManager<User> signIn) : PageModel
{
    protected UserManager<User> Users => users;

    /// <summary>True when a change that matters asks for the password again.</summary>
    public bool HasPassword { get; private set; }

    protected async Task<User> MeAsync()
    {
        // Accounts are never deleted, only suspended; a session of nobody is a fault.
        var me = await users.GetUserAsync(User) ?? throw new InvalidOperationException("The session names a person who does not exist.");
        HasPassword = me.PasswordHash is not null;
        return me;
    }

    /// <summary>
    /// Asks again for the password before a change that matters, so that a screen left open is not an account lost.
    /// Wrong ones count towards lockout as at sign-in. A person without a password is not asked.
    /// </summary>
    protected async Task<bool> ConfirmAsync(User me, string? password, string field)
    {
        if (await PasswordAsk.CheckAsync(signIn, me, password) is not { } refusal)
        {
            return true;
        }

        ModelState.AddModelError(field, refusal);
        return false;
    }

    /// <summary>Ends the person's other sessions, keeps this one.</summary>
    protected Task KeepSessionAsync(User me) => signIn.RefreshSignInAsync(me);

    protected bool Take(IdentityResult result, string field)
    {
        foreach (var error in result.Errors)
        {
            ModelState.AddModelError(field, error.Description);
        }

        return result.Succeeded;
    }
}
