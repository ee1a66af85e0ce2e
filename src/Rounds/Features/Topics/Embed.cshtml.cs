using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Rounds.Features.Posts;
using Rounds.Platform.Web;

namespace Rounds.Features.Topics;

/// <summary>The widget: a topic's newest posts for a frame on another site, without scripts or cookies.</summary>
[AllowAnonymous]
public sealed class EmbedModel(TopicAccess access, PostQueries posts, SiteAddress address) : PageModel
{
    private const int Most = 8;

    public Topic Topic { get; private set; } = null!;
    public IReadOnlyList<PostCard> Cards { get; private set; } = [];
    public string TopicUrl => address.Absolute(Request, $"/t/{Uri.EscapeDataString(Topic.Slug)}");

    public async Task<IActionResult> OnGetAsync(string topic, CancellationToken cancel)
    {
        if (await access.ReadAsync(topic, User, cancel) is not { Topic.IsPrivate: false } door)
        {
            return NotFound();
        }

        Topic = door.Topic;
        HttpContext.ServeToGuests(TopicPageCopies.Tag(Topic.Id));
        Cards = [.. (await posts.CardsAsync(Topic, new Shelf(), 1, cancel)).Take(Most)];
        return Page();
    }
}
