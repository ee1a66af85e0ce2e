namespace Rounds.Feeds.Dates;

/// <summary>The parts of a date as they are found.</summary>
internal struct Moment
{
    public int Year, Month, Day, Hour, Minute, Second;
    public long Fraction; // in ticks
    public int OffsetMinutes;

    /// <summary>Null when there is no such day or time. Hour 24 and second 60 are the start of the next, as ISO 8601 has them.</summary>
    public readonly DateTimeOffset? ToUtc()
    {
        if (Year is < 1 or > 9998 || Month is < 1 or > 12 || Day < 1 || Day > DateTime.DaysInMonth(Year, Month))
            return null;
        if (Hour is < 0 or > 24 || Minute is < 0 or > 59 || Second is < 0 or > 61 || (Hour == 24 && (Minute != 0 || Second != 0)))
            return null;
        if (Year == 1 && OffsetMinutes > 0)
            return null;
        var midnight = new DateTime(Year, Month, Day, 0, 0, 0, DateTimeKind.Unspecified);
        var local = midnight.AddTicks((Hour * 3_600L + Minute * 60L + Second) * TimeSpan.TicksPerSecond + Fraction);
        return new DateTimeOffset(local.AddMinutes(-OffsetMinutes), TimeSpan.Zero);
    }

    /// <summary>Two digits: up to 89 in this century, 90 and later in the last; three are years since 1900, a slip of C programs.</summary>
    public static int FullYear(int year, int digits) => digits switch
    {
        <= 2 => year < 90 ? 2000 + year : 1900 + year,
        3 => 1900 + year,
        _ => year,
    };
}
