using System.ComponentModel.DataAnnotations;
using Microsoft.AspNetCore.Identity;
using Microsoft.AspNetCore.Mvc;

namespace Rounds.Features.Accounts.Own;

public sealed class AccountModel(UserManager<User> users, SignInManager<User> signIn, ProfileChanges changes) : OwnPageModel(users, signIn)
{
    [BindProperty]
    public Profile Input { get; set; } = new();

    public string UserHandle { get; private set; } = "";

    public async Task OnGetAsync()
    {
        var me = await MeAsync();
        UserHandle = me.UserName!;
        Input = new Profile { DisplayName = me.DisplayName, Bio = me.Bio, Email = me.Email ?? "" };
    }

    public async Task<IActionResult> OnPostAsync(CancellationToken cancel)
    {
        var me = await MeAsync();
        UserHandle = me.UserName!;
        if (!ModelState.IsValid)
        {
            return Page();
        }

        // Whoever can change the address can have a link to a new password sent there.
        var isNewEmail = !string.Equals(me.Email ?? "", Input.Email.Trim(), StringComparison.OrdinalIgnoreCase);
        if (isNewEmail && !await ConfirmAsync(me, Input.Password, "Input.Password"))
        {
            return Page();
        }

        if (!Take(await changes.DescribeAsync(me, Input.DisplayName, Input.Bio ?? "", Input.Email, cancel), "Input.Email"))
        {
            return Page();
        }

        await KeepSessionAsync(me);
        TempData["Notice"] = "Your profile is saved.";
        return RedirectToPage();
    }

    public sealed class Profile
    {
        [Required(ErrorMessage = "Write your name as readers will see it."), StringLength(80, ErrorMessage = "A name has at most 80 characters.")]
        public string DisplayName { get; set; } = "";

        [StringLength(600, ErrorMessage = "Keep it under 600 characters.")]
        public string? Bio { get; set; }

        [Required(ErrorMessage = "Write your e-mail address: the link to a new password goes there when you need one."), Mailbox]
        public string Email { get; set; } = "";

        [DataType(DataType.Password), StringLength(256, ErrorMessage = "A password has at most 256 characters.")]
        public string? Password { get; set; }
    }
}
