using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Rounds.Features.Talk;
using Rounds.Features.Topics;
using Rounds.Platform.Web;

namespace Rounds.Features.Posts;

/// <summary>One post with all that was said about it.</summary>
[AllowAnonymous]
public sealed class ShowModel(TopicAccess access, Masthead masthead, PostQueries posts, TalkQueries talk) : PageModel
{
    public TopicDoor Door { get; private set; } = null!;
    public MastheadView Head { get; private set; } = null!;
    public PostCard Card { get; private set; } = null!;
    public IReadOnlyList<ReshareCredit> Chain { get; private set; } = [];
    public IReadOnlyList<ReshareCredit> Reshares { get; private set; } = [];
    public IReadOnlyList<PostCard> Related { get; private set; } = [];

    /// <summary>Null for a post that nobody may talk about yet.</summary>
    public TalkView? Talk { get; private set; }

    public async Task<IActionResult> OnGetAsync(string topic, long id, string? slug, CancellationToken cancel)
    {
        if (await access.ReadAsync(topic, User, cancel) is not { } door
            || await posts.CardAsync(door.Topic.Id, id, cancel) is not { } card
            || (card.Post.State != PostState.Published && !door.MayContribute))
        {
            return NotFound();
        }

        if (slug != card.Post.Slug && card.Post.Slug.Length > 0)
        {
            return LocalRedirectPermanent(card.EncodedUrl);
        }

        (Door, Card) = (door, card);
        if (!door.Topic.IsPrivate)
        {
            HttpContext.ServeToGuests(TopicPageCopies.Tag(door.Topic.Id), door.MayContribute ? null : new ViewedPage(door.Topic.Id, id));
        }

        Head = await masthead.OfAsync(door.Topic, cancel);
        Chain = await posts.ChainAsync(card.Post, cancel);
        Reshares = await posts.ResharesAsync(id, cancel);
        Related = await posts.RelatedAsync(card.Post, 3, cancel);
        Talk = card.Post.State == PostState.Published ? await talk.ViewAsync(door, card.Post, User, cancel) : null;
        return Page();
    }
}
