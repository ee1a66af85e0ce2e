using System.Globalization;
using Microsoft.EntityFrameworkCore;
using Rounds.Data;
using Rounds.Features.Accounts;

namespace Rounds.Features.Import;

/// <summary>A person known by name only: shown as an author, cannot sign in until invited.</summary>
internal static class Placeholder
{
    private const int LongestHandle = 30;

    public static User Make(string name, string handle, DateTimeOffset now) => new()
    {
        DisplayName = name,
        UserName = handle,
        NormalizedUserName = handle.ToUpperInvariant(),
        CreatedAt = now,
        IsPlaceholder = true,
        SecurityStamp = Guid.NewGuid().ToString("n"),
    };

    /// <summary>The name in the letters that handles have, with a number where it is taken.</summary>
    public static async Task<string> FreeHandleAsync(RoundsDb db, string name, CancellationToken cancel)
    {
        var plain = new string([.. Slugs.From(name).Where(c => char.IsAsciiLetterOrDigit(c) || c == '-')]).Trim('-');
        var stem = plain.Length < 2 ? "person" : plain[..Math.Min(plain.Length, LongestHandle)].TrimEnd('-');
        var upper = stem.ToUpperInvariant();
        var taken = await db.Users.Where(u => u.NormalizedUserName!.StartsWith(upper)).Select(u => u.NormalizedUserName!).ToHashSetAsync(cancel);
        var handle = stem;
        for (var number = 2; taken.Contains(handle.ToUpperInvariant()); number++)
        {
            handle = string.Create(CultureInfo.InvariantCulture, $"{stem}-{number}");
        }

        return handle;
    }
}
