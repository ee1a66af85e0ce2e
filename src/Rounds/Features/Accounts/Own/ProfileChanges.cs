using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;
using Rounds.Data;
using Rounds.Platform.Web;

namespace Rounds.Features.Accounts.Own;

/// <summary>Saves what people say of themselves.</summary>
public sealed class ProfileChanges(RoundsDb db, DatabaseEngine engine, UserManager<User> users, GuestPages pages)
{
    public async Task<IdentityResult> DescribeAsync(User me, string displayName, string bio, string email, CancellationToken cancel)
    {
        if (await users.FindByEmailAsync(email.Trim()) is { } other && other.Id != me.Id)
        {
            return IdentityResult.Failed(users.ErrorDescriber.DuplicateEmail(email));
        }

        me.DisplayName = displayName.Trim();
        me.Bio = bio.Trim();
        if (!string.Equals(me.Email, email.Trim(), StringComparison.Ordinal))
        {
            me.Email = email.Trim();
            me.EmailConfirmed = false;

            // Links to a new password that went to the old address die with the stamp.
            me.SecurityStamp = Guid.NewGuid().ToString("n");
        }

        try
        {
            var result = await users.UpdateAsync(me);
            await DropTopicsAsync(me.Id, cancel);
            return result;
        }
        catch (DbUpdateException fault) when (engine.IsDuplicate(fault))
        {
            return IdentityResult.Failed(users.ErrorDescriber.DuplicateEmail(email));
        }
    }

    /// <summary>The name stands on the pages of the topics that they keep.</summary>
    private async Task DropTopicsAsync(long userId, CancellationToken cancel)
    {
        foreach (var topicId in await db.TopicMembers.Where(m => m.UserId == userId).Select(m => m.TopicId).ToListAsync(cancel))
        {
            pages.Drop($"topic:{topicId}");
        }
    }
}
