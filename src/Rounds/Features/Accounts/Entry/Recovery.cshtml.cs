using System.ComponentModel.DataAnnotations;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Identity;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.AspNetCore.RateLimiting;
using Rounds.Platform.Web;

namespace Rounds.Features.Accounts.Entry;

/// <summary>The second step with one of the ten codes kept for a lost phone.</summary>
[AllowAnonymous, EnableRateLimiting(Doors.SignInRate)]
public sealed class RecoveryModel(SignInManager<User> signIn, UserManager<User> users) : PageModel
{
    [BindProperty(SupportsGet = true)]
    public string? From { get; set; }

    [BindProperty, Required(ErrorMessage = "Type one of your recovery codes.")]
    public string Code { get; set; } = "";

    public async Task<IActionResult> OnGetAsync()
    {
        ModelState.Clear();
        return await signIn.GetTwoFactorAuthenticationUserAsync() is null ? StartAgain() : Page();
    }

    public async Task<IActionResult> OnPostAsync()
    {
        if (await signIn.GetTwoFactorAuthenticationUserAsync() is not { } user)
        {
            return StartAgain();
        }

        if (!ModelState.IsValid)
        {
            return Page();
        }

        // Identity counts no wrong recovery codes, nor asks whether the account is locked.
        if (await users.IsLockedOutAsync(user))
        {
            ModelState.AddModelError("", PasswordSignIn.Locked);
            return Page();
        }

        var result = await signIn.TwoFactorRecoveryCodeSignInAsync(AsPrinted(Code));
        if (!result.Succeeded)
        {
            await users.AccessFailedAsync(user);
            ModelState.AddModelError(nameof(Code), "That is not one of your recovery codes, or it was used before. Take another from your list.");
            return Page();
        }

        TempData["Notice"] = $"You are in. Recovery codes left: {await users.CountRecoveryCodesAsync(user)}. If your phone is gone, set up two-step sign-in anew.";
        return LocalRedirect(From is null ? "/account/two-step" : Landing.For(From));
    }

    /// <summary>Codes are printed as five and five in capitals; people type them as they like.</summary>
    private static string AsPrinted(string typed)
    {
        var code = string.Concat(typed.Where(char.IsAsciiLetterOrDigit)).ToUpperInvariant();
        return code.Length > 5 ? code.Insert(5, "-") : code;
    }

    private RedirectToPageResult StartAgain()
    {
        TempData["Notice"] = CodeModel.Expired;
        return RedirectToPage("/Accounts/Entry/SignIn", new { From });
    }
}
