using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;
using Rounds.Data;

namespace Rounds.Features.Accounts;

/// <summary>
/// Identity's keeper of accounts, with two things of ours: lockout follows the site's clock, and wrong tries are counted in
/// the database in one statement. Identity reads, adds one and writes, so that of many guesses sent at once one would count.
/// </summary>
public sealed class AccountRegister(
    RoundsDb db, TimeProvider clock, IUserStore<User> store, IOptions<IdentityOptions> options, IPasswordHasher<User> hasher,
    IEnumerable<IUserValidator<User>> userValidators, IEnumerable<IPasswordValidator<User>> passwordValidators,
    ILookupNormalizer names, IdentityErrorDescriber errors, IServiceProvider services, ILogger<UserManager<User>> log)
    : AspNetUserManager<User>(store, options, hasher, userValidators, passwordValidators, names, errors, services, log)
{
    public override Task<bool> IsLockedOutAsync(User user) =>
        Task.FromResult(user.LockoutEnabled && user.LockoutEnd is { } end && end > clock.GetUtcNow());

    public override async Task<IdentityResult> AccessFailedAsync(User user)
    {
        var most = Options.Lockout.MaxFailedAccessAttempts;
        DateTimeOffset? until = clock.GetUtcNow() + Options.Lockout.DefaultLockoutTimeSpan;
        var mine = db.Users.Where(u => u.Id == user.Id);
        await mine.ExecuteUpdateAsync(s => s.SetProperty(u => u.AccessFailedCount, u => u.AccessFailedCount + 1), CancellationToken);

        // Never shorten a suspension, which is a lockout without end.
        await mine.Where(u => u.AccessFailedCount >= most && (u.LockoutEnd == null || u.LockoutEnd < until))
            .ExecuteUpdateAsync(s => s.SetProperty(u => u.AccessFailedCount, 0).SetProperty(u => u.LockoutEnd, until), CancellationToken);
        await db.Entry(user).ReloadAsync(CancellationToken);
        return IdentityResult.Success;
    }

    /// <summary>The account of a handle or an e-mail as typed at sign-in. Handles hold no @.</summary>
    public static Task<User?> FindAsync(UserManager<User> users, string name) =>
        name.Contains('@', StringComparison.Ordinal) && !name.TrimStart().StartsWith('@')
            ? users.FindByEmailAsync(name.Trim())
            : users.FindByNameAsync(Handle.Tidy(name));
}
