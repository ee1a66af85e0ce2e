using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Rounds.Features.Topics;

namespace Rounds.Features.Suggestions;

/// <summary>What readers suggested, for the topic's members to take or drop.</summary>
[Authorize]
public sealed class InboxModel(TopicAccess access, SuggestionQueries queries) : PageModel
{
    [BindProperty(SupportsGet = true)]
    public SuggestionState State { get; set; }

    public Topic Topic { get; private set; } = null!;
    public IReadOnlyDictionary<SuggestionState, int> Counts { get; private set; } = null!;
    public IReadOnlyList<InboxSuggestion> Suggestions { get; private set; } = [];
    public string TopicPath => $"/t/{Uri.EscapeDataString(Topic.Slug)}";

    public async Task<IActionResult> OnGetAsync([FromRoute(Name = "topic")] string slug, CancellationToken cancel)
    {
        if (!ModelState.IsValid || await access.ContributeAsync(slug, User, cancel) is not { } door)
        {
            return NotFound();
        }

        Topic = door.Topic;
        Counts = await queries.CountsAsync(Topic.Id, cancel);
        Suggestions = await queries.InboxAsync(Topic.Id, State, cancel);
        return Page();
    }
}
