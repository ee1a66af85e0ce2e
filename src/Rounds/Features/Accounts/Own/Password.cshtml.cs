using System.ComponentModel.DataAnnotations;
using Microsoft.AspNetCore.Identity;
using Microsoft.AspNetCore.Mvc;

namespace Rounds.Features.Accounts.Own;

public sealed class PasswordModel(UserManager<User> users, SignInManager<User> signIn) : OwnPageModel(users, signIn)
{
    [BindProperty, DataType(DataType.Password), StringLength(256, ErrorMessage = "A password has at most 256 characters.")]
    public string? Current { get; set; }

    [BindProperty, Required(ErrorMessage = "Choose a new password."), DataType(DataType.Password)]
    [StringLength(256, ErrorMessage = "A password has at most 256 characters.")]
    public string Password { get; set; } = "";

    public string UserHandle { get; private set; } = "";

    public async Task OnGetAsync() => UserHandle = (await MeAsync()).UserName!;

    public async Task<IActionResult> OnPostAsync()
    {
        var me = await MeAsync();
        UserHandle = me.UserName!;
        if (!ModelState.IsValid || !await ConfirmAsync(me, Current, nameof(Current)))
        {
            return Page();
        }

        // Both give a new security stamp: other sessions end within a minute.
        var result = HasPassword ? await Users.ChangePasswordAsync(me, Current!, Password) : await Users.AddPasswordAsync(me, Password);
        if (!Take(result, nameof(Password)))
        {
            return Page();
        }

        await KeepSessionAsync(me);
        TempData["Notice"] = "Your new password is set. Wherever else you were signed in, you are signed out.";
        return RedirectToPage();
    }
}
