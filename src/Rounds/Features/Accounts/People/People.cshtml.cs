using System.ComponentModel.DataAnnotations;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Identity;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Rounds.Features.Accounts.Invitations;
using Rounds.Platform.Web;

namespace Rounds.Features.Accounts.People;

[Authorize(Roles = SiteRoles.Owner)]
public sealed class PeopleModel(PeopleQueries queries, InvitationDesk desk, UserManager<User> users, SiteAddress address) : PageModel
{
    [BindProperty(SupportsGet = true)]
    public string? Q { get; set; }

    [BindProperty]
    public Invite Input { get; set; } = new();

    public IReadOnlyList<PersonRow> People { get; private set; } = [];
    public IReadOnlyList<User> Placeholders { get; private set; } = [];
    public IReadOnlyList<InvitationRow> Invitations { get; private set; } = [];

    public async Task OnGetAsync(CancellationToken cancel)
    {
        ModelState.Clear();
        await LookAsync(cancel);
    }

    public async Task<IActionResult> OnPostInvitationAsync(CancellationToken cancel)
    {
        await LookAsync(cancel);
        if (!SiteRoles.All.Contains(Input.Role))
        {
            ModelState.AddModelError("Input.Role", "Choose one of the roles.");
        }

        if (Input.Claims is { } claimed && Placeholders.All(p => p.Id != claimed))
        {
            ModelState.AddModelError("Input.Claims", "That author has an account by now. Choose another, or nobody.");
        }

        if (!ModelState.IsValid)
        {
            return Page();
        }

        var terms = new InvitationTerms(Input.Role, Input.Email, ClaimsUserId: Input.Claims);
        TempData.Show(await desk.InviteAsync(terms, await users.GetUserAsync(User), address.Of(Request), cancel));
        return LocalRedirect("/people");
    }

    public async Task<IActionResult> OnPostWithdrawalAsync(long id, CancellationToken cancel)
    {
        await desk.WithdrawAsync(id, topicId: null, cancel);
        TempData["Notice"] = "The invitation is withdrawn: its link works no more.";
        return LocalRedirect("/people");
    }

    private async Task LookAsync(CancellationToken cancel)
    {
        People = await queries.FindAsync(Q, cancel);
        Placeholders = await queries.PlaceholdersAsync(cancel);
        Invitations = await queries.OpenInvitationsAsync(topicId: null, cancel);
    }

    public sealed class Invite
    {
        [Required(ErrorMessage = "Choose one of the roles.")]
        public string Role { get; set; } = SiteRoles.Curator;

        [Mailbox]
        public string? Email { get; set; }

        public long? Claims { get; set; }
    }
}
