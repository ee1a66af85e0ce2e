using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Rounds.Features.Topics;

namespace Rounds.Features.Leads;

/// <summary>Who wrote to a topic's curators, by state.</summary>
[Authorize]
public sealed class InboxModel(TopicAccess access, LeadsQueries queries) : PageModel
{
    [BindProperty(SupportsGet = true)]
    public LeadState State { get; set; }

    public Topic Topic { get; private set; } = null!;
    public ContactForm Form { get; private set; } = null!;
    public IReadOnlyDictionary<LeadState, int> Counts { get; private set; } = null!;
    public IReadOnlyList<Lead> Leads { get; private set; } = [];
    public string TopicPath => $"/t/{Uri.EscapeDataString(Topic.Slug)}";

    public async Task<IActionResult> OnGetAsync([FromRoute(Name = "topic")] string slug, CancellationToken cancel)
    {
        if (!ModelState.IsValid || await access.CurateAsync(slug, User, cancel) is not { } door)
        {
            return NotFound();
        }

        Topic = door.Topic;
        Form = await queries.FormAsync(Topic.Id, cancel);
        Counts = await queries.CountsAsync(Topic.Id, cancel);
        Leads = await queries.InboxAsync(Topic.Id, State, cancel);
        return Page();
    }
}
