using Rounds.Features.Topics;

namespace Rounds.Features.Posts;

/// <summary>Who may change a post.</summary>
public static class PostRules
{
    public static bool MayChange(TopicDoor door, Post post, long userId) =>
        door.MayCurate || (door.MayContribute && post.CuratorId == userId && post.State != PostState.Published);
}
