using System.Security.Claims;
using Microsoft.EntityFrameworkCore;
using Rounds.Data;
using Rounds.Features.Accounts;
using Rounds.Platform.Web;

namespace Rounds.Features.Topics;

/// <summary>A topic as one person may use it.</summary>
public sealed record TopicDoor(Topic Topic, TopicRole? Role, bool IsOwner)
{
    public bool MayCurate => IsOwner || Role is TopicRole.Curator;

    public bool MayContribute => IsOwner || Role is not null;
}

/// <summary>
/// Finds a topic by its address: compiled once, since every page of a topic begins with it. One a site, not one a process:
/// EF Core binds a compiled query to the model that it first ran on, and two sites in one process have two models.
/// </summary>
public sealed class TopicLookup
{
    private readonly Func<RoundsDb, string, CancellationToken, Task<Topic?>> _bySlug = EF.CompileAsyncQuery(
        (RoundsDb db, string slug, CancellationToken cancel) => db.Topics.FirstOrDefault(t => t.Slug == slug));

    public Task<Topic?> BySlugAsync(RoundsDb db, string slug, CancellationToken cancel) => _bySlug(db, slug, cancel);
}

/// <summary>Finds a topic for a person; null is a 404, whether it is missing or not theirs to see.</summary>
public sealed class TopicAccess(RoundsDb db, TopicLookup lookup)
{
    public async Task<TopicDoor?> ReadAsync(string slug, ClaimsPrincipal user, CancellationToken cancel)
    {
        var topic = await lookup.BySlugAsync(db, slug, cancel);
        if (topic is null)
        {
            return null;
        }

        var door = new TopicDoor(topic, await RoleAsync(topic.Id, user, cancel), user.IsInRole(SiteRoles.Owner));
        return topic.IsPrivate && !door.MayContribute ? null : door;
    }

    public async Task<TopicDoor?> ContributeAsync(string slug, ClaimsPrincipal user, CancellationToken cancel) =>
        await ReadAsync(slug, user, cancel) is { MayContribute: true } door ? door : null;

    public async Task<TopicDoor?> CurateAsync(string slug, ClaimsPrincipal user, CancellationToken cancel) =>
        await ReadAsync(slug, user, cancel) is { MayCurate: true } door ? door : null;

    /// <summary>Moderators of the site may judge on every public topic; curators on their own.</summary>
    public async Task<TopicDoor?> ModerateAsync(string slug, ClaimsPrincipal user, CancellationToken cancel) =>
        await ReadAsync(slug, user, cancel) is { } door && (door.MayCurate || user.IsInRole(SiteRoles.Moderator)) ? door : null;

    /// <summary>The topics a person may put posts into, by title.</summary>
    public async Task<IReadOnlyList<Topic>> MineAsync(ClaimsPrincipal user, CancellationToken cancel)
    {
        var topics = db.Topics.AsNoTracking();
        if (!user.IsInRole(SiteRoles.Owner))
        {
            var id = user.Id();
            topics = topics.Where(t => db.TopicMembers.Any(m => m.TopicId == t.Id && m.UserId == id));
        }

        return await topics.OrderBy(t => t.Title).ToListAsync(cancel);
    }

    private async Task<TopicRole?> RoleAsync(long topicId, ClaimsPrincipal user, CancellationToken cancel)
    {
        if (user.Identity?.IsAuthenticated != true)
        {
            return null;
        }

        var id = user.Id();
        return await db.TopicMembers.Where(m => m.TopicId == topicId && m.UserId == id).Select(m => (TopicRole?)m.Role).FirstOrDefaultAsync(cancel);
    }
}
