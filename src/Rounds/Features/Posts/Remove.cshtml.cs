using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;
using Rounds.Data;
using Rounds.Features.Topics;
using Rounds.Platform.Web;

namespace Rounds.Features.Posts;

/// <summary>Asks before a post is deleted: it works without JavaScript, and nothing is lost to a slip.</summary>
[Authorize]
public sealed class RemoveModel(TopicAccess access, RoundsDb db, PostDesk desk) : PageModel
{
    public TopicDoor Door { get; private set; } = null!;
    public Post Post { get; private set; } = null!;

    public async Task<IActionResult> OnGetAsync(string topic, long id, CancellationToken cancel) =>
        await FindAsync(topic, id, cancel) ? Page() : NotFound();

    public async Task<IActionResult> OnPostAsync(string topic, long id, CancellationToken cancel)
    {
        if (!await FindAsync(topic, id, cancel))
        {
            return NotFound();
        }

        await desk.DeleteAsync(Door.Topic, Post, cancel);
        return LocalRedirect(Door.Topic.Path);
    }

    private async Task<bool> FindAsync(string topic, long id, CancellationToken cancel)
    {
        if (await access.ContributeAsync(topic, User, cancel) is not { } door
            || await db.Posts.FirstOrDefaultAsync(p => p.Id == id && p.TopicId == door.Topic.Id, cancel) is not { } post
            || !PostRules.MayChange(door, post, User.Id()))
        {
            return false;
        }

        (Door, Post) = (door, post);
        return true;
    }
}
