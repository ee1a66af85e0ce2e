using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Rounds.Features.Posts;
using Rounds.Features.Topics;

namespace Rounds.Features.Talk;

/// <summary>What the pages under <c>/t/{topic}/p/{id}/talk/</c> have in common: they stand on a post that may be talked about.</summary>
public abstract class TalkPage(TopicAccess access, TalkQueries talk) : PageModel
{
    [FromRoute(Name = "topic")]
    public string TopicSlug { get; set; } = "";

    [FromRoute(Name = "id")]
    public long PostId { get; set; }

    public TopicDoor Door { get; private set; } = null!;
    public Post Post { get; private set; } = null!;
    public string PostPath => TalkPaths.Post(TopicSlug, Post);

    protected TalkQueries Talk => talk;

    /// <summary>False when there is no such post for this person: a 404.</summary>
    protected async Task<bool> OpenAsync(CancellationToken cancel)
    {
        if (await access.ReadAsync(TopicSlug, User, cancel) is not { } door
            || await talk.PostAsync(door.Topic.Id, PostId, cancel) is not { } post)
        {
            return false;
        }

        (Door, Post) = (door, post);
        return true;
    }
}
