using System.Collections.Frozen;
using Microsoft.AspNetCore.Identity;

namespace Rounds.Features.Accounts;

/// <summary>
/// Refuses the passwords that are tried first: NIST SP 800-63B, 5.1.1.2 asks to compare with commonly used, repetitive and
/// sequential ones and with the person's own name. Lockout and rate limit allow few guesses, so a short list is enough.
/// </summary>
public sealed class ObviousPasswords : IPasswordValidator<User>
{
    private const string Sequence = "abcdefghijklmnopqrstuvwxyzabcdefghij 01234567890123456789 qwertyuiopasdfghjklzxcvbnm qwertzuiopasdfghjklyxcvbnm";

    private static readonly FrozenSet<string> Common = new[]
    {
        "password", "passwort", "motdepasse", "contrasena", "letmein", "welcome", "iloveyou", "sunshine", "princess", "football", "baseball",
        "superman", "changeme", "administrator", "administration", "qwerty", "qwertyuiop", "1q2w3e4r5t", "1qaz2wsx3edc", "trustno", "hospital",
        "healthcare", "doctor", "nurse", "rounds", "secret",
    }.ToFrozenSet(StringComparer.Ordinal);

    public Task<IdentityResult> ValidateAsync(UserManager<User> manager, User user, string? password)
    {
        var typed = (password ?? "").ToLowerInvariant();
        return Task.FromResult(IsObvious(typed, user)
            ? IdentityResult.Failed(new IdentityError
            {
                Code = "PasswordObvious",
                Description = "This password is among the first that somebody would try. Use a few words that only you would put together.",
            })
            : IdentityResult.Success);
    }

    private static bool IsObvious(string typed, User user) =>
        typed.Distinct().Count() < 4
        || Sequence.Contains(typed, StringComparison.Ordinal)
        || Common.Contains(typed.TrimEnd("0123456789!.?*#$ ".ToCharArray()).TrimStart("0123456789".ToCharArray()))
        || typed == user.UserName?.ToLowerInvariant()
        || typed == user.Email?.ToLowerInvariant();
}
