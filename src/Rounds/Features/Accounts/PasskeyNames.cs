using System.Globalization;

namespace Rounds.Features.Accounts;

/// <summary>What people call their passkeys, to tell the phone's from the laptop's.</summary>
public static class PasskeyNames
{
    public const int Longest = 60;

    /// <summary>Null when nothing is left of what was typed.</summary>
    public static string? Tidy(string? typed)
    {
        var name = typed?.Trim() ?? "";
        return name.Length == 0 ? null : name.Length > Longest ? name[..Longest] : name;
    }

    public static string Of(DateTimeOffset now) => string.Create(CultureInfo.InvariantCulture, $"Passkey of {now:MMMM d, yyyy}");
}
