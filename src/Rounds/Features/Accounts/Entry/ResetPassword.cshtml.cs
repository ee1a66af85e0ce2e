using System.ComponentModel.DataAnnotations;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.AspNetCore.RateLimiting;
using Rounds.Platform.Web;

namespace Rounds.Features.Accounts.Entry;

[AllowAnonymous, EnableRateLimiting(Doors.SignInRate)]
public sealed class ResetPasswordModel(PasswordLinks links) : PageModel
{
    [BindProperty(SupportsGet = true)]
    public long Id { get; set; }

    [BindProperty(SupportsGet = true)]
    public string Code { get; set; } = "";

    [BindProperty, Required(ErrorMessage = "Choose a new password."), DataType(DataType.Password)]
    [StringLength(256, ErrorMessage = "A password has at most 256 characters.")]
    public string Password { get; set; } = "";

    /// <summary>Whose password it is, for the browser's password store; null when the link is no good.</summary>
    public User? Person { get; private set; }

    public async Task<IActionResult> OnGetAsync()
    {
        ModelState.Clear();
        return await FindAsync() ? Page() : Gone();
    }

    public async Task<IActionResult> OnPostAsync()
    {
        if (!await FindAsync())
        {
            return Gone();
        }

        if (!ModelState.IsValid)
        {
            return Page();
        }

        var result = await links.UseAsync(Person!, Code, Password);
        if (result.Succeeded)
        {
            TempData["Notice"] = "Your new password is set. Sign in with it.";
            return RedirectToPage("/Accounts/Entry/SignIn");
        }

        foreach (var error in result.Errors)
        {
            ModelState.AddModelError(nameof(Password), error.Description);
        }

        return Page();
    }

    private async Task<bool> FindAsync() => (Person = await links.ReadAsync(Id, Code)) is not null;

    private PageResult Gone()
    {
        Response.StatusCode = StatusCodes.Status410Gone;
        return Page();
    }
}
