using System.ComponentModel.DataAnnotations;

namespace Rounds.Features.Accounts;

/// <summary>The short name that people sign in with and that stands in lists. It never holds an @, so it is never taken for an e-mail.</summary>
public static class Handle
{
    public const string Rule = "A handle has 2 to 30 letters a to z, digits, dots, hyphens or underscores, and begins with a letter or digit.";

    public static string Tidy(string typed) => typed.Trim().TrimStart('@').ToLowerInvariant();

    public static bool IsWellFormed(string handle) =>
        handle.Length is >= 2 and <= 30
        && char.IsAsciiLetterOrDigit(handle[0])
        && handle.All(c => char.IsAsciiLetterLower(c) || char.IsAsciiDigit(c) || c is '.' or '-' or '_');
}

[AttributeUsage(AttributeTargets.Property)]
public sealed class HandleAttribute() : ValidationAttribute(Handle.Rule)
{
    public override bool IsValid(object? value) => value is not string typed || Handle.IsWellFormed(Handle.Tidy(typed));
}
