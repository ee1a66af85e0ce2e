using System.ComponentModel.DataAnnotations;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Identity;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.AspNetCore.RateLimiting;
using Rounds.Platform.Web;

namespace Rounds.Features.Accounts.Entry;

/// <summary>The second step, after the password was right.</summary>
[AllowAnonymous, EnableRateLimiting(Doors.SignInRate)]
public sealed class CodeModel(SignInManager<User> signIn) : PageModel
{
    public const string Expired = "That took too long. Sign in with your password again, then type the code.";

    [BindProperty(SupportsGet = true)]
    public string? From { get; set; }

    [BindProperty(SupportsGet = true)]
    public bool Keep { get; set; }

    [BindProperty, Required(ErrorMessage = "Type the code that your app shows.")]
    public string Code { get; set; } = "";

    [BindProperty]
    public bool RememberBrowser { get; set; }

    public async Task<IActionResult> OnGetAsync()
    {
        ModelState.Clear();
        return await signIn.GetTwoFactorAuthenticationUserAsync() is null ? StartAgain() : Page();
    }

    public async Task<IActionResult> OnPostAsync()
    {
        if (await signIn.GetTwoFactorAuthenticationUserAsync() is null)
        {
            return StartAgain();
        }

        if (!ModelState.IsValid)
        {
            return Page();
        }

        var code = string.Concat(Code.Where(char.IsAsciiDigit));
        var result = await signIn.TwoFactorAuthenticatorSignInAsync(code, Keep, RememberBrowser);
        if (result.Succeeded)
        {
            return LocalRedirect(Landing.For(From));
        }

        ModelState.AddModelError(nameof(Code), result.IsLockedOut
            ? PasswordSignIn.Locked
            : "That is not the code of this moment. Wait for the next one, as each works once, and check that the clock of your phone is right.");
        return Page();
    }

    private RedirectToPageResult StartAgain()
    {
        TempData["Notice"] = Expired;
        return RedirectToPage("/Accounts/Entry/SignIn", new { From });
    }
}
