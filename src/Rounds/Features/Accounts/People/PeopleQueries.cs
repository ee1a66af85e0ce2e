using Microsoft.EntityFrameworkCore;
using Rounds.Data;
using Rounds.Features.Topics;

namespace Rounds.Features.Accounts.People;

/// <summary>A person in the owner's list.</summary>
public sealed record PersonRow(User User, IReadOnlyList<string> Roles);

/// <summary>An invitation nobody has used yet.</summary>
public sealed record InvitationRow(long Id, string? Email, string Role, TopicRole? TopicRole, string? Topic, string? InvitedBy, DateTimeOffset ExpiresAt);

/// <summary>A person on a topic.</summary>
public sealed record MemberRow(User User, TopicRole Role, DateTimeOffset Since);

/// <summary>Someone's role on a topic, seen from the person.</summary>
public sealed record MembershipRow(string Slug, string Title, TopicRole Role);

public sealed class PeopleQueries(RoundsDb db, TimeProvider clock)
{
    public const int Most = 200;

    /// <summary>People with an account, by name; at most <see cref="Most"/>, so a large house searches.</summary>
    public async Task<IReadOnlyList<PersonRow>> FindAsync(string? words, CancellationToken cancel)
    {
        var people = db.Users.AsNoTracking().Where(u => !u.IsPlaceholder);
        if (!string.IsNullOrWhiteSpace(words))
        {
            var upper = words.Trim().ToUpperInvariant();
            people = people.Where(u => u.NormalizedUserName!.Contains(upper) || u.NormalizedEmail!.Contains(upper) || u.DisplayName.ToUpper().Contains(upper));
        }

        var found = await people.OrderBy(u => u.DisplayName).ThenBy(u => u.Id).Take(Most).ToListAsync(cancel);
        var ids = found.Select(u => u.Id).ToList();
        var roles = await db.UserRoles.Where(r => ids.Contains(r.UserId))
            .Join(db.Roles, r => r.RoleId, r => r.Id, (given, role) => new { given.UserId, role.Name })
            .ToListAsync(cancel);
        var byPerson = roles.ToLookup(r => r.UserId, r => r.Name!);
        return [.. found.Select(u => new PersonRow(u, InOrder(byPerson[u.Id])))];
    }

    /// <summary>Authors known only from imported or demo content, whom an invitation can turn into people.</summary>
    public async Task<IReadOnlyList<User>> PlaceholdersAsync(CancellationToken cancel) =>
        await db.Users.AsNoTracking().Where(u => u.IsPlaceholder).OrderBy(u => u.DisplayName).ThenBy(u => u.Id).Take(Most).ToListAsync(cancel);

    public async Task<IReadOnlyList<string>> RolesAsync(long userId, CancellationToken cancel) => InOrder(await db.UserRoles
        .Where(r => r.UserId == userId)
        .Join(db.Roles, r => r.RoleId, r => r.Id, (_, role) => role.Name!)
        .ToListAsync(cancel));

    /// <summary>Open invitations of the site, or of one topic.</summary>
    public async Task<IReadOnlyList<InvitationRow>> OpenInvitationsAsync(long? topicId, CancellationToken cancel)
    {
        var now = clock.GetUtcNow();
        return await db.Invitations.AsNoTracking()
            .Where(i => i.UsedAt == null && i.ExpiresAt > now && (topicId == null || i.TopicId == topicId))
            .OrderByDescending(i => i.CreatedAt)
            .Select(i => new InvitationRow(
                i.Id, i.Email, i.Role, i.TopicRole,
                db.Topics.Where(t => t.Id == i.TopicId).Select(t => t.Title).FirstOrDefault(),
                db.Users.Where(u => u.Id == i.InvitedById).Select(u => u.DisplayName).FirstOrDefault(),
                i.ExpiresAt))
            .ToListAsync(cancel);
    }

    public async Task<IReadOnlyList<MemberRow>> MembersAsync(long topicId, CancellationToken cancel) => await db.TopicMembers.AsNoTracking()
        .Where(m => m.TopicId == topicId)
        .Join(db.Users, m => m.UserId, u => u.Id, (member, user) => new { member, user })
        .OrderBy(m => m.member.Role == TopicRole.Curator ? 0 : 1).ThenBy(m => m.user.DisplayName)
        .Select(m => new MemberRow(m.user, m.member.Role, m.member.Since))
        .ToListAsync(cancel);

    public async Task<IReadOnlyList<MembershipRow>> MembershipsAsync(long userId, CancellationToken cancel) => await db.TopicMembers.AsNoTracking()
        .Where(m => m.UserId == userId)
        .Join(db.Topics, m => m.TopicId, t => t.Id, (member, topic) => new { member, topic })
        .OrderBy(m => m.topic.Title)
        .Select(m => new MembershipRow(m.topic.Slug, m.topic.Title, m.member.Role))
        .ToListAsync(cancel);

    private static IReadOnlyList<string> InOrder(IEnumerable<string> roles) => [.. SiteRoles.All.Where(roles.ToHashSet().Contains)];
}
