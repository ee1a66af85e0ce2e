using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;
using Rounds.Data;
using Rounds.Features.Topics;

namespace Rounds.Features.Accounts.People;

/// <summary>How a change of a topic's people ended; the sentence tells what to do when it did not happen.</summary>
public sealed record MembershipOutcome(string? Refusal)
{
    internal static readonly MembershipOutcome Done = new((string?)null);
}

/// <summary>Who curates and contributes to a topic.</summary>
public sealed class Membership(RoundsDb db, DatabaseEngine engine, UserManager<User> users, TimeProvider clock)
{
    private static readonly MembershipOutcome NeedsCurator =
        new("A topic keeps at least one curator. Make somebody else a curator first.");

    public async Task<MembershipOutcome> AddAsync(long topicId, string handle, TopicRole role, CancellationToken cancel)
    {
        if (await users.FindByNameAsync(Handle.Tidy(handle)) is not { IsPlaceholder: false } person)
        {
            return new MembershipOutcome("Nobody with an account here has this handle. Check it, or invite the person by link below.");
        }

        if (await db.TopicMembers.AnyAsync(m => m.TopicId == topicId && m.UserId == person.Id, cancel))
        {
            return new MembershipOutcome($"{person.DisplayName} is on this topic already. Change the role in the list.");
        }

        db.TopicMembers.Add(new TopicMember(topicId, person.Id, role, clock.GetUtcNow()));
        try
        {
            await db.SaveChangesAsync(cancel);
        }
        catch (DbUpdateException fault) when (engine.IsDuplicate(fault))
        {
            // Added twice at once: they are on the topic, which is what was wanted.
        }

        return MembershipOutcome.Done;
    }

    /// <summary>An owner may leave a topic without curator, because owners curate every topic.</summary>
    public async Task<MembershipOutcome?> ChangeAsync(long topicId, long userId, TopicRole role, bool byOwner, CancellationToken cancel)
    {
        if (await db.TopicMembers.FindAsync([topicId, userId], cancel) is not { } member)
        {
            return null;
        }

        if (role is TopicRole.Contributor && !byOwner && await IsLastCuratorAsync(member, cancel))
        {
            return NeedsCurator;
        }

        member.Become(role);
        await db.SaveChangesAsync(cancel);
        return MembershipOutcome.Done;
    }

    public async Task<MembershipOutcome?> RemoveAsync(long topicId, long userId, bool byOwner, CancellationToken cancel)
    {
        if (await db.TopicMembers.FindAsync([topicId, userId], cancel) is not { } member)
        {
            return null;
        }

        if (!byOwner && await IsLastCuratorAsync(member, cancel))
        {
            return NeedsCurator;
        }

        db.TopicMembers.Remove(member);
        await db.SaveChangesAsync(cancel);
        return MembershipOutcome.Done;
    }

    private async Task<bool> IsLastCuratorAsync(TopicMember member, CancellationToken cancel) =>
        member.Role is TopicRole.Curator
        && !await db.TopicMembers.AnyAsync(m => m.TopicId == member.TopicId && m.UserId != member.UserId && m.Role == TopicRole.Curator, cancel);
}
