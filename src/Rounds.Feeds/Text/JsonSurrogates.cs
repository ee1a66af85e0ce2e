using System.Globalization;

namespace Rounds.Feeds.Text;

/// <summary>JSON may write half of a character (<c>\ud83d</c> alone: a title cut in an emoji), which is valid JSON but no text, and which
/// System.Text.Json throws at whenever it is looked at. Such halves become U+FFFD before the parser sees them.</summary>
internal static class JsonSurrogates
{
    public static string Repair(string json)
    {
        if (!json.Contains("\\ud", StringComparison.Ordinal) && !json.Contains("\\uD", StringComparison.Ordinal))
            return json;
        char[]? repaired = null;
        for (var at = json.IndexOf('\\', StringComparison.Ordinal); at >= 0 && at + 1 < json.Length; at = NextEscape(json, at))
        {
            if (!IsHalf(json, at, out var isHigh))
                continue;
            if (isHigh && IsHalf(json, at + 6, out var secondIsHigh) && !secondIsHigh)
            {
                at += 6;
                continue;
            }
            repaired ??= json.ToCharArray();
            "fffd".CopyTo(repaired.AsSpan(at + 2));
        }
        return repaired is null ? json : new string(repaired);
    }

    /// <summary>The escape after this one: what follows a backslash is part of it, also a second backslash.</summary>
    private static int NextEscape(string json, int at) => at + 2 < json.Length ? json.IndexOf('\\', at + 2) : -1;

    private static bool IsHalf(string json, int at, out bool isHigh)
    {
        isHigh = false;
        if (at + 6 > json.Length || json[at] != '\\' || json[at + 1] != 'u'
            || !ushort.TryParse(json.AsSpan(at + 2, 4), NumberStyles.AllowHexSpecifier, CultureInfo.InvariantCulture, out var unit))
            return false;
        isHigh = char.IsHighSurrogate((char)unit);
        return char.IsSurrogate((char)unit);
    }
}
