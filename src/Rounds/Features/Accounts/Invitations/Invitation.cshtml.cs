using System.ComponentModel.DataAnnotations;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Identity;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Rounds.Platform.Web;

namespace Rounds.Features.Accounts.Invitations;

/// <summary>Where an invitation's link leads, and the owner's set-up link too.</summary>
[AllowAnonymous]
public sealed class InvitationModel(InvitationDesk desk, Acceptance acceptance, UserManager<User> users, SignInManager<User> signIn) : PageModel
{
    [BindProperty(SupportsGet = true)]
    public string Token { get; set; } = "";

    [BindProperty]
    public Account Input { get; set; } = new();

    /// <summary>Null when the link was used, is too old, was withdrawn or never was.</summary>
    public OpenInvitation? Open { get; private set; }

    /// <summary>Who is signed in here already, and may take the invitation with that account.</summary>
    public User? Me { get; private set; }

    public async Task<IActionResult> OnGetAsync(CancellationToken cancel)
    {
        ModelState.Clear();
        if (!await FindAsync(cancel))
        {
            return Gone();
        }

        Input = new Account
        {
            Email = Open!.Invitation.Email ?? "",
            DisplayName = Open.Claims?.DisplayName ?? "",
            Handle = Open.Claims?.UserName is { } handle && Handle.IsWellFormed(Handle.Tidy(handle)) ? Handle.Tidy(handle) : "",
        };
        return Page();
    }

    public async Task<IActionResult> OnPostAsync(CancellationToken cancel)
    {
        if (!await FindAsync(cancel))
        {
            return Gone();
        }

        if (Me is not null || !ModelState.IsValid)
        {
            return Page();
        }

        var accepted = await acceptance.MakeAccountAsync(Open!, new NewPerson(Input.DisplayName, Input.Handle, Input.Email, Input.Password), cancel);
        if (accepted.Person is { } person)
        {
            await signIn.SignInAsync(person, isPersistent: false);
            return LocalRedirect(Input.Password is null ? "/account/passkeys" : Open!.IsOwnerSetup ? "/" : Landing.Desk);
        }

        return Show(accepted);
    }

    /// <summary>Taken with the account that is signed in.</summary>
    public async Task<IActionResult> OnPostMembershipAsync(CancellationToken cancel)
    {
        if (!await FindAsync(cancel))
        {
            return Gone();
        }

        ModelState.Clear();
        if (Me is null)
        {
            return Page();
        }

        var accepted = await acceptance.JoinAsync(Open!, Me, cancel);
        if (accepted.Person is { } person)
        {
            await signIn.RefreshSignInAsync(person);
            return LocalRedirect(Open!.Topic is { } topic ? $"/t/{topic.Slug}" : Landing.Desk);
        }

        return Show(accepted);
    }

    private async Task<bool> FindAsync(CancellationToken cancel)
    {
        Open = await desk.FindOpenAsync(Token, cancel);
        Me = User.IsSignedIn() ? await users.GetUserAsync(User) : null;
        return Open is not null;
    }

    private PageResult Show(Accepted accepted)
    {
        if (accepted.IsTooLate)
        {
            return Gone();
        }

        foreach (var refusal in accepted.Refusals)
        {
            ModelState.AddModelError(FieldOf(refusal.Code), refusal.Description);
        }

        return Page();
    }

    private static string FieldOf(string code) => code switch
    {
        _ when code.StartsWith("Password", StringComparison.Ordinal) => "Input.Password",
        _ when code.EndsWith("UserName", StringComparison.Ordinal) => "Input.Handle",
        _ when code.EndsWith("Email", StringComparison.Ordinal) => "Input.Email",
        _ => "",
    };

    private PageResult Gone()
    {
        Open = null;
        Response.StatusCode = StatusCodes.Status410Gone;
        return Page();
    }

    public sealed class Account
    {
        [Required(ErrorMessage = "Write your name as readers will see it."), StringLength(80, ErrorMessage = "A name has at most 80 characters.")]
        public string DisplayName { get; set; } = "";

        [Required(ErrorMessage = "Choose a handle."), Handle]
        public string Handle { get; set; } = "";

        [Required(ErrorMessage = "Write your e-mail address: the link to a new password goes there when you need one."), Mailbox]
        public string Email { get; set; } = "";

        [DataType(DataType.Password), StringLength(256, ErrorMessage = "A password has at most 256 characters.")]
        public string? Password { get; set; }
    }
}
