namespace Rounds.Feeds.Dates;

/// <summary>RFC 822 dates as programs write them, letter by letter (<c>Thu, 01 Jan 2004 19:48:21 +0000</c>): the bulk of all dates, read without
/// a copy. Whatever deviates is left to <see cref="WrittenDate"/>.</summary>
internal static class RfcDate
{
    private const string Months = "JanFebMarAprMayJunJulAugSepOctNovDec";

    public static DateTimeOffset? Parse(ReadOnlySpan<char> text)
    {
        if (text.Length > 5 && text[3] == ',' && text[4] == ' ')
            text = text[5..];
        // dd MMM yyyy hh:mm:ss zone
        if (text.Length < 22 || text[2] != ' ' || text[6] != ' ' || text[11] != ' ' || text[14] != ':' || text[17] != ':' || text[20] != ' ')
            return null;
        var month = Months.AsSpan().IndexOf(text.Slice(3, 3));
        if (month < 0 || month % 3 != 0)
            return null;
        var moment = new Moment
        {
            Day = Two(text), Month = month / 3 + 1, Year = Two(text[7..]) * 100 + Two(text[9..]), Hour = Two(text[12..]), Minute = Two(text[15..]), Second = Two(text[18..]),
        };
        var zone = text[21..];
        if (zone is not ("GMT" or "UTC" or "+0000" or "Z") && (zone[0] is not ('+' or '-') || zone.Length != 5 || !Zones.Offset(zone, out moment.OffsetMinutes)))
            return null;
        return moment.ToUtc();
    }

    /// <summary>A number of two digits; one that is none puts the date out of every range.</summary>
    private static int Two(ReadOnlySpan<char> text) =>
        char.IsAsciiDigit(text[0]) && char.IsAsciiDigit(text[1]) ? (text[0] - '0') * 10 + text[1] - '0' : -10_000;
}
