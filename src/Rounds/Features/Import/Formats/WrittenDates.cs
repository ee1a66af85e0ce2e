using System.Globalization;

namespace Rounds.Features.Import.Formats;

/// <summary>Dates as files write them. Those without a zone are taken as UTC.</summary>
internal static class WrittenDates
{
    private static readonly string[] Forms =
    [
        "MMMM d, yyyy h:mm tt", "MMM d, yyyy h:mm tt", "MMMM d, yyyy", "MMM d, yyyy", "MMMM d yyyy", "d MMMM yyyy", "d MMM yyyy", "d MMMM yyyy HH:mm",
        "MMMM d, yyyy HH:mm", "MM/dd/yyyy", "M/d/yyyy", "M/d/yyyy h:mm tt", "M/d/yyyy H:mm", "d/M/yyyy", "d/M/yyyy H:mm", "d.M.yyyy", "d.M.yyyy H:mm", "yyyy/M/d", "yyyyMMdd",
    ];

    /// <summary>Null when the text is no date, or one before the web or far ahead.</summary>
    public static DateTimeOffset? Read(string? text)
    {
        text = Prose.Line(text);
        if (text.Length is < 6 or > 60)
        {
            return null;
        }

        if (text.Length >= 9 && text.All(char.IsAsciiDigit))
        {
            return long.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? FromUnix(number) : null;
        }

        const DateTimeStyles utc = DateTimeStyles.AssumeUniversal | DateTimeStyles.AdjustToUniversal;
        return DateTimeOffset.TryParseExact(text, Forms, CultureInfo.InvariantCulture, utc, out var date)
            || DateTimeOffset.TryParse(text, CultureInfo.InvariantCulture, utc, out date)
            ? Sane(date)
            : null;
    }

    /// <summary>Seconds, milliseconds or microseconds since 1970, told apart by their size: bookmark files have all three.</summary>
    public static DateTimeOffset? FromUnix(long number)
    {
        var milliseconds = number switch
        {
            < 100_000_000_000 => number * 1000,
            < 100_000_000_000_000 => number,
            _ => number / 1000,
        };
        return milliseconds is > 0 and < 4_102_444_800_000 ? Sane(DateTimeOffset.FromUnixTimeMilliseconds(milliseconds)) : null;
    }

    private static DateTimeOffset? Sane(DateTimeOffset date) => date.Year is >= 1990 and < 2100 ? date : null;
}
