using System.Globalization;

namespace Rounds.Feeds.Text;

/// <summary>How podcasts write the length of an episode: seconds, <c>mm:ss</c> or <c>hh:mm:ss</c>.</summary>
internal static class Durations
{
    public static TimeSpan? Parse(string text)
    {
        var seconds = 0.0;
        var parts = text.Split(':');
        if (parts.Length > 3)
            return null;
        foreach (var part in parts)
        {
            if (!double.TryParse(part, NumberStyles.AllowDecimalPoint | NumberStyles.AllowLeadingWhite | NumberStyles.AllowTrailingWhite, CultureInfo.InvariantCulture, out var number))
                return null;
            seconds = seconds * 60 + number;
        }
        return seconds is > 0 and < 10_000_000 ? TimeSpan.FromSeconds(Math.Round(seconds)) : null;
    }
}
