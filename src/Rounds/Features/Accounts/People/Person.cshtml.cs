using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Identity;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Rounds.Features.Accounts.Entry;
using Rounds.Features.Accounts.Own;
using Rounds.Platform.Web;

namespace Rounds.Features.Accounts.People;

/// <summary>One person, as an owner sees them.</summary>
[Authorize(Roles = SiteRoles.Owner)]
public sealed class PersonModel(
    UserManager<User> users, SignInManager<User> signIn, PeopleQueries queries, RoleChanges changes, PasswordLinks links, TwoStep twoStep, SiteAddress address)
    : PageModel
{
    private const string LastOwner = "This is the only owner. Make somebody else an owner first.";

    [BindProperty(SupportsGet = true)]
    public long Id { get; set; }

    [BindProperty]
    public List<string> Roles { get; set; } = [];

    public User Person { get; private set; } = new();

    public IReadOnlyList<MembershipRow> Topics { get; private set; } = [];

    public bool IsMe => Person.Id == User.Id();

    public async Task<IActionResult> OnGetAsync(CancellationToken cancel)
    {
        if (!await FindAsync(cancel))
        {
            return NotFound();
        }

        Roles = [.. await queries.RolesAsync(Id, cancel)];
        return Page();
    }

    public async Task<IActionResult> OnPostRolesAsync(CancellationToken cancel)
    {
        if (!await FindAsync(cancel))
        {
            return NotFound();
        }

        Roles = [.. SiteRoles.All.Where(Roles.Contains)];
        if (Roles.Count == 0)
        {
            return await RefuseAsync("A person has at least one role. To shut somebody out, suspend them.", cancel);
        }

        return await changes.GiveAsync(Person, Roles, cancel) ? await DoneAsync("The roles are saved.") : await RefuseAsync(LastOwner, cancel);
    }

    public async Task<IActionResult> OnPostSuspensionAsync(CancellationToken cancel)
    {
        if (!await FindAsync(cancel))
        {
            return NotFound();
        }

        if (IsMe)
        {
            return await RefuseAsync("You cannot suspend yourself. Another owner can.", cancel);
        }

        return await changes.SuspendAsync(Person, cancel)
            ? await DoneAsync($"{Person.DisplayName} is suspended, and signed out within a minute.")
            : await RefuseAsync(LastOwner, cancel);
    }

    public async Task<IActionResult> OnPostRestorationAsync(CancellationToken cancel)
    {
        if (!await FindAsync(cancel))
        {
            return NotFound();
        }

        await changes.RestoreAsync(Person);
        return await DoneAsync($"{Person.DisplayName} may sign in again.");
    }

    /// <summary>For people whose mail does not arrive: the owner hands over the link.</summary>
    public async Task<IActionResult> OnPostLinkAsync(CancellationToken cancel)
    {
        if (!await FindAsync(cancel))
        {
            return NotFound();
        }

        TempData.ShowLink($"Link for {Person.DisplayName} to set a new password, within a day", await links.WriteAsync(Person, address.Of(Request)));
        return LocalRedirect($"/people/{Id}");
    }

    /// <summary>For people whose phone and recovery codes are gone; it is for the owner to know that it is really them who asks.</summary>
    public async Task<IActionResult> OnPostUnpairingAsync(CancellationToken cancel)
    {
        if (!await FindAsync(cancel))
        {
            return NotFound();
        }

        await twoStep.TurnOffAsync(Person);
        return await DoneAsync("Two-step sign-in is off for this person. Ask them to set it up again.");
    }

    private async Task<bool> FindAsync(CancellationToken cancel)
    {
        if (await users.FindByIdAsync(Id.ToString(System.Globalization.CultureInfo.InvariantCulture)) is not { IsPlaceholder: false } person)
        {
            return false;
        }

        Person = person;
        Topics = await queries.MembershipsAsync(Id, cancel);
        return true;
    }

    private async Task<IActionResult> DoneAsync(string notice)
    {
        if (IsMe)
        {
            await signIn.RefreshSignInAsync(Person);
        }

        TempData["Notice"] = notice;
        return LocalRedirect(IsMe && !await users.IsInRoleAsync(Person, SiteRoles.Owner) ? Landing.Desk : $"/people/{Id}");
    }

    private async Task<IActionResult> RefuseAsync(string sentence, CancellationToken cancel)
    {
        ModelState.AddModelError("", sentence);
        Roles = [.. await queries.RolesAsync(Id, cancel)];
        return Page();
    }
}
