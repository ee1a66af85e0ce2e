using System.Buffers.Text;
using System.ComponentModel.DataAnnotations;
using Microsoft.AspNetCore.Identity;
using Microsoft.AspNetCore.Mvc;

namespace Rounds.Features.Accounts.Own;

/// <summary>A passkey in the list; the id is the credential's in base64url.</summary>
public sealed record PasskeyRow(string Id, string Name, DateTimeOffset CreatedAt, bool IsSynced);

public sealed class PasskeysModel(UserManager<User> users, SignInManager<User> signIn) : OwnPageModel(users, signIn)
{
    [BindProperty]
    public string? Id { get; set; }

    [BindProperty, StringLength(PasskeyNames.Longest, ErrorMessage = "A name has at most 60 characters.")]
    public string? Name { get; set; }

    [BindProperty, DataType(DataType.Password), StringLength(256, ErrorMessage = "A password has at most 256 characters.")]
    public string? Password { get; set; }

    public IReadOnlyList<PasskeyRow> Passkeys { get; private set; } = [];

    public Task OnGetAsync() => LookAsync();

    public async Task<IActionResult> OnPostNameAsync()
    {
        var me = await LookAsync();
        if (await FindAsync(me) is not { } passkey)
        {
            return NotFound();
        }

        if (PasskeyNames.Tidy(Name) is not { } name || !ModelState.IsValid)
        {
            ModelState.AddModelError(nameof(Name), "Give the passkey a name of at most 60 characters.");
            return Page();
        }

        passkey.Name = name;
        await Users.AddOrUpdatePasskeyAsync(me, passkey);
        return LocalRedirect("/account/passkeys");
    }

    public async Task<IActionResult> OnPostRemovalAsync()
    {
        var me = await LookAsync();
        if (await FindAsync(me) is not { } passkey)
        {
            return NotFound();
        }

        if (!HasPassword && Passkeys.Count == 1)
        {
            ModelState.AddModelError("", "This passkey is your only way in. Set a password first, or add another passkey.");
            return Page();
        }

        if (!await ConfirmAsync(me, Password, nameof(Password)))
        {
            return Page();
        }

        // A device that was lost may still be signed in: a new stamp ends its session.
        await Users.RemovePasskeyAsync(me, passkey.CredentialId);
        await Users.UpdateSecurityStampAsync(me);
        await KeepSessionAsync(me);
        TempData["Notice"] = "The passkey is removed. Wherever else you were signed in, you are signed out.";
        return LocalRedirect("/account/passkeys");
    }

    private async Task<User> LookAsync()
    {
        var me = await MeAsync();
        Passkeys = [.. (await Users.GetPasskeysAsync(me))
            .OrderBy(p => p.CreatedAt)
            .Select(p => new PasskeyRow(Base64Url.EncodeToString(p.CredentialId), p.Name ?? PasskeyNames.Of(p.CreatedAt), p.CreatedAt, p.IsBackedUp))];
        return me;
    }

    private async Task<UserPasskeyInfo?> FindAsync(User me) =>
        Id is { Length: > 0 } && Base64Url.IsValid(Id) ? await Users.GetPasskeyAsync(me, Base64Url.DecodeFromChars(Id)) : null;
}
