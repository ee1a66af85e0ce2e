using System.ComponentModel.DataAnnotations;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.AspNetCore.RateLimiting;
using Rounds.Platform.Web;

namespace Rounds.Features.Accounts.Entry;

[AllowAnonymous, EnableRateLimiting(Doors.SignInRate)]
public sealed class SignInModel(PasswordSignIn door) : PageModel
{
    [BindProperty(SupportsGet = true)]
    public string? From { get; set; }

    [BindProperty]
    public Credentials Input { get; set; } = new();

    public IActionResult OnGet() => User.IsSignedIn() ? LocalRedirect(Landing.For(From)) : Page();

    public async Task<IActionResult> OnPostAsync()
    {
        if (!ModelState.IsValid)
        {
            return Page();
        }

        var result = await door.TryAsync(Input.Name, Input.Password, Input.Keep);
        if (result.Succeeded)
        {
            return LocalRedirect(Landing.For(From));
        }

        if (result.RequiresTwoFactor)
        {
            return RedirectToPage("/Accounts/Entry/Code", new { From, Input.Keep });
        }

        ModelState.AddModelError("", result.IsLockedOut ? PasswordSignIn.Locked : PasswordSignIn.NoMatch);
        return Page();
    }

    public sealed class Credentials
    {
        [Required(ErrorMessage = "Type your handle or your e-mail address.")]
        [StringLength(254, ErrorMessage = "A handle or e-mail address is shorter than that.")]
        public string Name { get; set; } = "";

        // A bound on what is hashed: nobody types more, and a megabyte would keep the processor busy.
        [Required(ErrorMessage = "Type your password."), StringLength(256, ErrorMessage = "A password has at most 256 characters."), DataType(DataType.Password)]
        public string Password { get; set; } = "";

        public bool Keep { get; set; }
    }
}
