namespace Rounds.Feeds.Dates;

/// <summary>Reads the dates of feeds, whatever their form, to UTC: RFC 822 and its misspellings, ISO 8601 and the W3C's profile of it,
/// asctime and Unix's <c>date</c>, numbers of seconds, and dates with month names in some thirty languages. A date without a zone is
/// taken as UTC, except Korean ones, whose writers mean their own.</summary>
internal static class FeedDates
{
    // A date is a line; longer text is something else.
    private const int Longest = 120;

    public static DateTimeOffset? Parse(string? text)
    {
        if (text is null)
            return null;
        text = text.Trim();
        if (text.Length is < 4 or > Longest)
            return null;
        return RfcDate.Parse(text) ?? IsoDate.Parse(text) ?? WrittenDate.Parse(text);
    }
}
