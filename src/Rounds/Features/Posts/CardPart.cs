using Rounds.Features.Topics;

namespace Rounds.Features.Posts;

/// <summary>A card with what its reader may do with it.</summary>
/// <param name="Card">The post.</param>
/// <param name="Door">Null where the card stands outside its topic: in a widget or a list of related posts.</param>
/// <param name="IsLead">True for the card that opens the page, drawn across its whole width.</param>
public sealed record CardPart(PostCard Card, TopicDoor? Door, bool IsLead)
{
    public bool IsPinned => Door?.Topic.PinnedPostId == Card.Post.Id;
}
