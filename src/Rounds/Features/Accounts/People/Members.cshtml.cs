using System.ComponentModel.DataAnnotations;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Identity;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Rounds.Features.Accounts.Invitations;
using Rounds.Features.Topics;
using Rounds.Platform.Web;

namespace Rounds.Features.Accounts.People;

/// <summary>The curators and contributors of a topic, for its curators.</summary>
[Authorize]
public sealed class MembersModel(
    TopicAccess access, PeopleQueries queries, Membership membership, InvitationDesk desk, UserManager<User> users, SiteAddress address) : PageModel
{
    [BindProperty(SupportsGet = true)]
    public string Topic { get; set; } = "";

    [BindProperty]
    public string? Handle { get; set; }

    [BindProperty, Mailbox]
    public string? Email { get; set; }

    [BindProperty]
    public TopicRole Role { get; set; } = TopicRole.Contributor;

    public string Title { get; private set; } = "";
    public IReadOnlyList<MemberRow> Members { get; private set; } = [];
    public IReadOnlyList<InvitationRow> Invitations { get; private set; } = [];

    private TopicDoor? Door { get; set; }

    public async Task<IActionResult> OnGetAsync(CancellationToken cancel) => await EnterAsync(cancel) ? Page() : NotFound();

    public async Task<IActionResult> OnPostMemberAsync(CancellationToken cancel)
    {
        if (!await EnterAsync(cancel))
        {
            return NotFound();
        }

        if (string.IsNullOrWhiteSpace(Handle))
        {
            ModelState.AddModelError(nameof(Handle), "Type the handle of the person.");
            return Page();
        }

        return Answer(await membership.AddAsync(Door!.Topic.Id, Handle, Role, cancel), nameof(Handle));
    }

    public async Task<IActionResult> OnPostInvitationAsync(CancellationToken cancel)
    {
        if (!await EnterAsync(cancel))
        {
            return NotFound();
        }

        if (!ModelState.IsValid)
        {
            return Page();
        }

        var terms = new InvitationTerms(SiteRoles.Reader, Email, Door!.Topic.Id, Role);
        TempData.Show(await desk.InviteAsync(terms, await users.GetUserAsync(User), address.Of(Request), cancel));
        return Back();
    }

    public async Task<IActionResult> OnPostRoleAsync(long id, CancellationToken cancel) =>
        await EnterAsync(cancel) ? Answer(await membership.ChangeAsync(Door!.Topic.Id, id, Role, Door.IsOwner, cancel), "") : NotFound();

    public async Task<IActionResult> OnPostRemovalAsync(long id, CancellationToken cancel) =>
        await EnterAsync(cancel) ? Answer(await membership.RemoveAsync(Door!.Topic.Id, id, Door.IsOwner, cancel), "") : NotFound();

    public async Task<IActionResult> OnPostWithdrawalAsync(long id, CancellationToken cancel)
    {
        if (!await EnterAsync(cancel))
        {
            return NotFound();
        }

        await desk.WithdrawAsync(id, Door!.Topic.Id, cancel);
        return Back();
    }

    private async Task<bool> EnterAsync(CancellationToken cancel)
    {
        Door = await access.CurateAsync(Topic, User, cancel);
        if (Door is null)
        {
            return false;
        }

        Title = Door.Topic.Title;
        Members = await queries.MembersAsync(Door.Topic.Id, cancel);
        Invitations = await queries.OpenInvitationsAsync(Door.Topic.Id, cancel);
        return true;
    }

    private IActionResult Answer(MembershipOutcome? outcome, string field)
    {
        if (outcome is null)
        {
            return NotFound();
        }

        if (outcome.Refusal is { } refusal)
        {
            ModelState.AddModelError(field, refusal);
            return Page();
        }

        // Whoever took themselves off the topic has no business on this page any more.
        return Back();
    }

    private LocalRedirectResult Back() => LocalRedirect($"/t/{Topic}/members");
}
