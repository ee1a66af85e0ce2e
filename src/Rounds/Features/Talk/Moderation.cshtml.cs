using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Rounds.Features.Talk;

/// <summary>What waits for a moderator, the urgent first.</summary>
[Authorize]
public sealed class ModerationModel(ModerationQueries moderation) : PageModel
{
    public ModerationQueue Queue { get; private set; } = null!;

    public async Task<IActionResult> OnGetAsync(CancellationToken cancel)
    {
        if (!await moderation.MayModerateAsync(User, cancel))
        {
            return NotFound();
        }

        Queue = await moderation.QueueAsync(User, cancel);
        return Page();
    }
}
