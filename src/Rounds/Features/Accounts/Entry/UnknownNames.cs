using Microsoft.AspNetCore.Identity;
using Microsoft.Extensions.Options;

namespace Rounds.Features.Accounts.Entry;

/// <summary>
/// Counts wrong tries at names that nobody has, in memory, so that they lock as real accounts do: otherwise the words on
/// lockout would tell a stranger who has an account here.
/// </summary>
public sealed class UnknownNames(IPasswordHasher<User> hasher, IOptions<IdentityOptions> options, TimeProvider clock)
{
    private const int MostNames = 10_000;

    private readonly Lock _door = new();
    private readonly Dictionary<string, (int Tries, DateTimeOffset LockedUntil)> _names = [];

    /// <summary>Nobody's password, to be checked where there is no account: the answer takes as long as it would with one.</summary>
    public string DecoyHash { get; } = hasher.HashPassword(new User(), Guid.NewGuid().ToString());

    public bool IsLocked(string name)
    {
        lock (_door)
        {
            return _names.TryGetValue(name, out var seen) && seen.LockedUntil > clock.GetUtcNow();
        }
    }

    /// <summary>Counts a try; true when the name is locked from now on.</summary>
    public bool Count(string name)
    {
        var rules = options.Value.Lockout;
        lock (_door)
        {
            if (_names.Count >= MostNames)
            {
                _names.Clear();
            }

            var tries = _names.GetValueOrDefault(name).Tries + 1;
            var locks = tries >= rules.MaxFailedAccessAttempts;
            _names[name] = locks ? (0, clock.GetUtcNow() + rules.DefaultLockoutTimeSpan) : (tries, default);
            return locks;
        }
    }
}
