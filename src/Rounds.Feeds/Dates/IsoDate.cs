using System.Globalization;

namespace Rounds.Feeds.Dates;

/// <summary>ISO 8601 and RFC 3339: calendar dates whole or cut after year or month, ordinal and week dates, with and without separators,
/// with a time or without. Whatever does not fit wholly is left to <see cref="WrittenDate"/>.</summary>
internal static class IsoDate
{
    public static DateTimeOffset? Parse(ReadOnlySpan<char> text)
    {
        var digits = Digits(text);
        if (digits is not (4 or 7 or 8))
            return null;
        var moment = new Moment { Month = 1, Day = 1 };
        var date = digits switch
        {
            8 => Basic(text, ref moment),
            7 => Ordinal(Number(text[..4]), text[4..7], ref moment) ? 7 : 0,
            _ => Separated(text, ref moment),
        };
        if (date == 0)
            return null;
        text = text[date..];
        if (text.IsEmpty)
            return moment.ToUtc();
        if (text[0] is not ('T' or 't' or ' '))
            return null;
        text = text[1..].TrimStart();
        return text.IsEmpty || Time(text, ref moment) ? moment.ToUtc() : null;
    }

    private static int Digits(ReadOnlySpan<char> text)
    {
        var count = 0;
        while (count < text.Length && char.IsAsciiDigit(text[count]))
            count++;
        return count;
    }

    private static int Number(ReadOnlySpan<char> digits) => int.Parse(digits, NumberStyles.None, CultureInfo.InvariantCulture);

    private static int Basic(ReadOnlySpan<char> text, ref Moment moment)
    {
        (moment.Year, moment.Month, moment.Day) = (Number(text[..4]), Number(text[4..6]), Number(text[6..8]));
        return 8;
    }

    /// <summary>The length of a date that starts with four digits and a separator, or 0.</summary>
    private static int Separated(ReadOnlySpan<char> text, ref Moment moment)
    {
        moment.Year = Number(text[..4]);
        if (text.Length == 4)
            return 4;
        if (text[4] is 'W' or 'w')
            return Week(text[5..], ref moment, 5);
        if (text[4] is not ('-' or '/' or '.'))
            return text[4] is 'T' or 't' or ' ' ? 4 : 0;
        var separator = text[4];
        var rest = text[5..];
        if (separator == '-' && rest.Length > 0 && rest[0] is 'W' or 'w')
            return Week(rest[1..], ref moment, 6);
        var digits = Digits(rest);
        if (digits == 3 && separator == '-')
            return Ordinal(moment.Year, rest[..3], ref moment) ? 8 : 0;
        if (digits is not (1 or 2))
            return 0;
        moment.Month = Number(rest[..digits]);
        var used = 5 + digits;
        if (rest.Length == digits || rest[digits] != separator)
            return used;
        var day = Digits(rest[(digits + 1)..]);
        if (day is not (1 or 2))
            return 0;
        moment.Day = Number(rest.Slice(digits + 1, day));
        return used + 1 + day;
    }

    private static bool Ordinal(int year, ReadOnlySpan<char> digits, ref Moment moment)
    {
        var day = Number(digits);
        if (year is < 1 or > 9998 || day < 1 || day > (DateTime.IsLeapYear(year) ? 366 : 365))
            return false;
        var date = new DateTime(year, 1, 1, 0, 0, 0, DateTimeKind.Utc).AddDays(day - 1);
        (moment.Year, moment.Month, moment.Day) = (date.Year, date.Month, date.Day);
        return true;
    }

    private static int Week(ReadOnlySpan<char> text, ref Moment moment, int used)
    {
        if (Digits(text) < 2)
            return 0;
        var week = Number(text[..2]);
        var hyphen = text.Length > 2 && text[2] == '-' ? 1 : 0;
        var hasDay = text.Length > 2 + hyphen && char.IsAsciiDigit(text[2 + hyphen]);
        var day = hasDay ? text[2 + hyphen] - '0' : 1;
        if (moment.Year is < 2 or > 9998 || week is < 1 or > 53 || day is < 1 or > 7)
            return 0;
        var date = ISOWeek.ToDateTime(moment.Year, week, day == 7 ? DayOfWeek.Sunday : (DayOfWeek)day);
        (moment.Year, moment.Month, moment.Day) = (date.Year, date.Month, date.Day);
        return used + 2 + (hasDay ? hyphen + 1 : 0);
    }

    private static bool Time(ReadOnlySpan<char> text, ref Moment moment)
    {
        var digits = Digits(text);
        if (digits is 4 or 6)
        {
            moment.Hour = Number(text[..2]);
            moment.Minute = Number(text[2..4]);
            moment.Second = digits == 6 ? Number(text[4..6]) : 0;
            text = text[digits..];
        }
        else if (digits is not (1 or 2))
            return false;
        else
        {
            moment.Hour = Number(text[..digits]);
            text = text[digits..];
            if (!Part(ref text, ref moment.Minute) || !Part(ref text, ref moment.Second))
                return false;
        }
        if (!text.IsEmpty && text[0] is '.' or ',')
        {
            var fraction = Digits(text[1..]);
            moment.Fraction = Fraction(text.Slice(1, fraction));
            text = text[(1 + fraction)..];
        }
        return Zones.Offset(text.Trim(), out moment.OffsetMinutes);
    }

    private static bool Part(ref ReadOnlySpan<char> text, ref int part)
    {
        if (text.IsEmpty || text[0] != ':')
            return true;
        var digits = Digits(text[1..]);
        if (digits is not (1 or 2))
            return false;
        part = Number(text.Slice(1, digits));
        text = text[(digits + 1)..];
        return true;
    }

    /// <summary>Ticks; what is finer is dropped.</summary>
    private static long Fraction(ReadOnlySpan<char> digits)
    {
        var (ticks, unit) = (0L, TimeSpan.TicksPerSecond);
        for (var i = 0; i < digits.Length && unit > 1; i++)
            ticks += (digits[i] - '0') * (unit /= 10);
        return ticks;
    }
}
