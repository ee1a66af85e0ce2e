using System.Globalization;

namespace Rounds.Feeds.Text;

/// <summary>Points as GeoRSS and GML write them: latitude, then longitude.</summary>
internal static class Places
{
    public static FeedPlace? Parse(string text)
    {
        var parts = text.Split([' ', ',', '\t', '\n'], StringSplitOptions.RemoveEmptyEntries);
        return parts.Length == 2 && Degrees(parts[0]) is >= -90 and <= 90 and var latitude && Degrees(parts[1]) is >= -180 and <= 180 and var longitude
            ? new FeedPlace(latitude, longitude)
            : null;
    }

    public static double? Degrees(string text) =>
        double.TryParse(text, NumberStyles.AllowLeadingSign | NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var degrees) ? degrees : null;
}
