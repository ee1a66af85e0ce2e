using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Rounds.Features.Topics;

namespace Rounds.Features.Talk;

/// <summary>Who decided what on a topic, and why.</summary>
[Authorize]
public sealed class ModerationLogModel(TopicAccess access, ModerationQueries moderation) : PageModel
{
    // From the query alone: Razor Pages has a route value of this name.
    [FromQuery(Name = "page")]
    public int Number { get; set; } = 1;

    public Topic Topic { get; private set; } = null!;
    public IReadOnlyList<LogLine> Lines { get; private set; } = [];

    public async Task<IActionResult> OnGetAsync([FromRoute(Name = "topic")] string slug, CancellationToken cancel)
    {
        if (Number < 1 || await access.ModerateAsync(slug, User, cancel) is not { } door)
        {
            return NotFound();
        }

        Topic = door.Topic;
        Lines = await moderation.LogAsync(Topic.Id, Number, cancel);
        return Page();
    }
}
