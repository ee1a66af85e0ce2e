using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Rounds.Features.Topics;

namespace Rounds.Features.Leads;

/// <summary>Asks before a lead is deleted for good.</summary>
[Authorize]
public sealed class LeadRemovalModel(TopicAccess access, LeadsQueries queries, LeadsDesk desk) : PageModel
{
    [FromRoute(Name = "topic")]
    public string TopicSlug { get; set; } = "";

    [FromRoute(Name = "id")]
    public long LeadId { get; set; }

    public Lead Lead { get; private set; } = null!;
    public string InboxPath => $"/t/{Uri.EscapeDataString(TopicSlug)}/leads";

    public async Task<IActionResult> OnGetAsync(CancellationToken cancel) => await OpenAsync(cancel) ? Page() : NotFound();

    public async Task<IActionResult> OnPostAsync(CancellationToken cancel)
    {
        if (!await OpenAsync(cancel))
        {
            return NotFound();
        }

        await desk.PurgeAsync(Lead, cancel);
        TempData["Notice"] = "The message is deleted, with its name and address.";
        return LocalRedirect(InboxPath);
    }

    private async Task<bool> OpenAsync(CancellationToken cancel)
    {
        if (await access.CurateAsync(TopicSlug, User, cancel) is not { } door || await queries.FindAsync(door.Topic.Id, LeadId, cancel) is not { } lead)
        {
            return false;
        }

        Lead = lead;
        return true;
    }
}
