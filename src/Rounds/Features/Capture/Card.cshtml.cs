using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Rounds.Features.Posts;
using Rounds.Features.Topics;

namespace Rounds.Features.Capture;

/// <summary>One card alone, for the script that waits for a capture; 204 while it is still loading.</summary>
[Authorize]
public sealed class CardModel(TopicAccess access, PostQueries posts) : PageModel
{
    public CardPart Part { get; private set; } = null!;

    public async Task<IActionResult> OnGetAsync(string topic, long id, CancellationToken cancel)
    {
        if (await access.ContributeAsync(topic, User, cancel) is not { } door || await posts.CardAsync(door.Topic.Id, id, cancel) is not { } card)
        {
            return NotFound();
        }

        Response.Headers.CacheControl = "no-store";
        Part = new CardPart(card, door, false);
        return card.Post.State == PostState.Loading ? StatusCode(StatusCodes.Status204NoContent) : Page();
    }
}
