using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;
using Rounds.Data;

namespace Rounds.Features.Accounts.People;

/// <summary>Gives and takes site roles, suspends and restores people, and never leaves the site without an owner who can come in.</summary>
public sealed partial class RoleChanges(RoundsDb db, UserManager<User> users, ILogger<RoleChanges> log)
{
    /// <summary>Replaces the person's roles. False when that would leave no owner.</summary>
    public async Task<bool> GiveAsync(User person, IReadOnlyCollection<string> roles, CancellationToken cancel)
    {
        var kept = await KeepingAnOwnerAsync(async () =>
        {
            var had = await users.GetRolesAsync(person);
            await users.RemoveFromRolesAsync(person, had.Except(roles));
            await users.AddToRolesAsync(person, roles.Except(had));

            // The cookie carries the roles: a new stamp has every session fetch them again, or end.
            await users.UpdateSecurityStampAsync(person);
        }, cancel);
        LogRoles(log, person.Id, kept);
        return kept;
    }

    /// <summary>Shuts a person out until restored. False when that would leave no owner.</summary>
    public async Task<bool> SuspendAsync(User person, CancellationToken cancel)
    {
        var kept = await KeepingAnOwnerAsync(() =>
        {
            (person.LockoutEnabled, person.LockoutEnd) = (true, DateTimeOffset.MaxValue);
            return users.UpdateSecurityStampAsync(person);
        }, cancel);
        LogSuspension(log, person.Id, kept);
        return kept;
    }

    public async Task RestoreAsync(User person)
    {
        (person.LockoutEnd, person.AccessFailedCount) = (null, 0);
        await users.UpdateSecurityStampAsync(person);
        LogRestored(log, person.Id);
    }

    private async Task<bool> KeepingAnOwnerAsync(Func<Task> change, CancellationToken cancel)
    {
        await using var transaction = await db.Database.BeginTransactionAsync(cancel);

        // Writing the role's row makes two owners who demote each other wait for one another; the second then sees who is left.
        var fresh = Guid.NewGuid().ToString();
        await db.Roles.Where(r => r.Name == SiteRoles.Owner).ExecuteUpdateAsync(s => s.SetProperty(r => r.ConcurrencyStamp, fresh), cancel);
        await change();
        if (!await HasOwnerAsync(cancel))
        {
            db.ChangeTracker.Clear();
            return false;
        }

        await transaction.CommitAsync(cancel);
        return true;
    }

    private Task<bool> HasOwnerAsync(CancellationToken cancel)
    {
        var withoutEnd = DateTimeOffset.MaxValue.AddYears(-1);
        return db.UserRoles
            .Where(given => db.Roles.Any(r => r.Id == given.RoleId && r.Name == SiteRoles.Owner))
            .AnyAsync(given => db.Users.Any(u => u.Id == given.UserId && (u.LockoutEnd == null || u.LockoutEnd < withoutEnd)), cancel);
    }

    [LoggerMessage(LogLevel.Information, "Roles of person {Id} were changed: {Done}")]
    private static partial void LogRoles(ILogger logger, long id, bool done);

    [LoggerMessage(LogLevel.Warning, "Person {Id} was suspended: {Done}")]
    private static partial void LogSuspension(ILogger logger, long id, bool done);

    [LoggerMessage(LogLevel.Information, "Person {Id} was restored")]
    private static partial void LogRestored(ILogger logger, long id);
}
