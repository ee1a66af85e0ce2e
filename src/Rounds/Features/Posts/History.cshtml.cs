using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;
using Rounds.Data;
using Rounds.Features.Topics;

namespace Rounds.Features.Posts;

/// <summary>What a post said before its edits, for the topic's members.</summary>
[Authorize]
public sealed class HistoryModel(TopicAccess access, RoundsDb db, PostQueries posts) : PageModel
{
    public TopicDoor Door { get; private set; } = null!;
    public Post Post { get; private set; } = null!;
    public IReadOnlyList<(PostVersion Version, string EditedBy)> Versions { get; private set; } = [];

    public async Task<IActionResult> OnGetAsync(string topic, long id, CancellationToken cancel)
    {
        if (await access.ContributeAsync(topic, User, cancel) is not { } door
            || await db.Posts.AsNoTracking().FirstOrDefaultAsync(p => p.Id == id && p.TopicId == door.Topic.Id, cancel) is not { } post)
        {
            return NotFound();
        }

        (Door, Post) = (door, post);
        var versions = await posts.HistoryAsync(id, cancel);
        var ids = versions.Select(v => v.EditedById).Distinct().ToList();
        var names = await db.Users.Where(u => ids.Contains(u.Id)).ToDictionaryAsync(u => u.Id, u => u.DisplayName, cancel);
        Versions = [.. versions.Select(v => (v, names.GetValueOrDefault(v.EditedById, "somebody who left")))];
        return Page();
    }
}
