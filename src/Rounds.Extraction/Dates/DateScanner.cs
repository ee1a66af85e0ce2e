using System.Globalization;
using System.Text;

namespace Rounds.Extraction.Dates;

/// <summary>
/// Finds dates in a text in one walk over its numbers: ISO 8601, RFC 822, day-month-year in words of some thirty languages or in numbers,
/// year-month-day of East Asia, Buddhist and Persian years. A date that cannot exist, or lies outside 1990 to 2100, is none.
/// </summary>
internal static class DateScanner
{
    private const int OldestYear = 1990;
    private const int LatestYear = 2100;

    /// <summary>The first date of a value that should be one (an attribute, a JSON string), or null.</summary>
    public static PageDate? Parse(string? text, DayOrder order)
    {
        if (string.IsNullOrWhiteSpace(text) || text.Length > 200) return null;
        if (long.TryParse(text.Trim(), NumberStyles.None, CultureInfo.InvariantCulture, out var number)) return FromNumber(number);
        foreach (var found in Find(text, order)) return found.Date;
        return null;
    }

    public static IEnumerable<FoundDate> Find(string text, DayOrder order)
    {
        for (var i = 0; i < text.Length;)
        {
            if (!char.IsDigit(text[i]) && !(char.IsLetter(text[i]) && (i == 0 || !char.IsLetterOrDigit(text[i - 1]))))
            {
                i++;
                continue;
            }
            if (At(text, i, order) is { } found)
            {
                yield return found;
                i = Math.Max(found.End, i + 1);
                continue;
            }
            i++;
            while (i < text.Length && (char.IsDigit(text[i]) ? char.IsDigit(text[i - 1]) : char.IsLetter(text[i]) && char.IsLetter(text[i - 1]))) i++;
        }
    }

    private static FoundDate? At(string text, int start, DayOrder order)
    {
        if (start > 0 && char.IsDigit(text[start - 1])) return null;
        var cursor = new DateCursor(text, start);
        if (char.IsDigit(text[start]))
        {
            var (value, digits) = cursor.Number();
            return digits switch
            {
                8 => Compact(cursor, value, start),
                4 => YearFirst(cursor, value, start),
                1 or 2 => DayOrMonthFirst(cursor, value, start, order),
                _ => null,
            };
        }
        // "January 5, 2024", "Jan. 5th 2024".
        var month = Months.Of(cursor.Word());
        if (month == 0) return null;
        cursor.Skip(" .,");
        var (day, dayDigits) = cursor.Number();
        if (dayDigits is not (1 or 2)) return null;
        cursor.SkipOrdinal();
        cursor.Skip(" .,");
        cursor.SkipWord("of", "de", "at");
        cursor.Skip(" ,");
        var (year, yearDigits) = cursor.Number();
        return yearDigits == 4 ? Make(cursor, year, month, day, start, DateStyle.Words) : null;
    }

    private static FoundDate? Compact(DateCursor cursor, int value, int start) =>
        cursor.PeekIsLetterOrDigit && cursor.Peek != 'T' ? null : Make(cursor, value / 10000, value / 100 % 100, value % 100, start, DateStyle.Iso);

    private static FoundDate? YearFirst(DateCursor cursor, int year, int start)
    {
        var separator = cursor.Separator("-/.年년‐–");
        if (separator == '\0')
        {
            // "2024 January 5", "2024. május 5."
            cursor.Skip(" .,");
            cursor.SkipWord("m", "gada");
            cursor.Skip(" .,");
            var month = Months.Of(cursor.Word());
            if (month == 0) return null;
            cursor.Skip(" .,");
            var (dayInWords, digitsInWords) = cursor.Number();
            return digitsInWords is 1 or 2 ? Make(cursor, year, month, dayInWords, start, DateStyle.Words) : null;
        }
        cursor.Skip(" ");
        var (number, digits) = cursor.Number();
        if (digits == 0)
        {
            var named = Months.Of(cursor.Word());
            cursor.Skip(" .-");
            var (dayOfNamed, digitsOfNamed) = cursor.Number();
            return named > 0 && digitsOfNamed is 1 or 2 ? Make(cursor, year, named, dayOfNamed, start, DateStyle.Words) : null;
        }
        if (digits > 2 || cursor.Separator(separator switch { '年' => "月", '년' => "월", _ => separator.ToString() }) == '\0') return null;
        cursor.Skip(" ");
        var (day, dayDigits) = cursor.Number();
        if (dayDigits is not (1 or 2)) return null;
        if (cursor.Peek is '日' or '일') cursor.Separator("日일");
        return Make(cursor, year, number, day, start, DateStyle.Iso);
    }

    private static FoundDate? DayOrMonthFirst(DateCursor cursor, int first, int start, DayOrder order)
    {
        var separator = cursor.Separator("-/.‐–");
        if (separator != '\0')
        {
            cursor.Skip(" ");
            var (second, digits) = cursor.Number();
            if (digits is 1 or 2 && cursor.Separator(separator.ToString()) != '\0')
            {
                cursor.Skip(" ");
                return Numbers(cursor, first, second, start, order, separator);
            }
            if (digits > 0) return null;
        }
        // "5 January 2024", "5th of January, 2024", "5. ledna 2024", "5 de enero de 2024", "05-Jan-2024".
        cursor.SkipOrdinal();
        cursor.Skip(" .,");
        cursor.SkipWord("de", "of", "d", "ב");
        cursor.Skip(" '’");
        var month = Months.Of(cursor.Word());
        if (month == 0) return null;
        cursor.Skip(" .,-/–");
        cursor.SkipWord("de", "del", "do", "of");
        cursor.Skip(" ,");
        var (year, yearDigits) = cursor.Number();
        if (yearDigits == 2 && separator == '-') return Make(cursor, ShortYear(year), month, first, start, DateStyle.ShortYear);
        return yearDigits == 4 ? Make(cursor, year, month, first, start, DateStyle.Words) : null;
    }

    private static FoundDate? Numbers(DateCursor cursor, int first, int second, int start, DayOrder order, char separator)
    {
        var (year, digits) = cursor.Number();
        if (digits is not (2 or 4)) return null;
        // A version or an address ("1.2.2024.7") is no date; dots and dashes are never written month first.
        if (cursor.Peek == separator && separator != '.') return null;
        var monthFirst = second > 12 || (first <= 12 && order == DayOrder.MonthFirst && separator != '.');
        var (day, month) = monthFirst ? (second, first) : (first, second);
        return Make(cursor, digits == 2 ? ShortYear(year) : year, month, day, start, digits == 2 ? DateStyle.ShortYear : DateStyle.Numbers);
    }

    private static int ShortYear(int year) => year < 70 ? 2000 + year : 1900 + year;

    private static FoundDate? Make(DateCursor cursor, int year, int month, int day, int start, DateStyle style)
    {
        // Thai pages count from the Buddha (543 years on), Persian ones from the Hijra in solar years.
        if (year is >= OldestYear + 543 and <= LatestYear + 543) year -= 543;
        if (day < 1) return null;
        DateTime date;
        if (month > 100 || year is >= 1370 and <= 1480)
        {
            if (month > 100) month -= 100;
            if (year is < 1370 or > 1480 || month > 12 || day > 31 || (month > 6 && day > 30)) return null;
            if (month == 12 && day == 30 && !Persian.IsLeapYear(year)) return null;
            date = Persian.ToDateTime(year, month, day, 0, 0, 0, 0);
        }
        else
        {
            if (year is < OldestYear or > LatestYear || month is < 1 or > 12 || day > DateTime.DaysInMonth(year, month)) return null;
            date = new DateTime(year, month, day);
        }
        var time = cursor.Time();
        var value = time is { } at ? new DateTimeOffset(date.Add(at.OfDay), at.Offset) : new DateTimeOffset(date, TimeSpan.Zero);
        return new(new(value, time is not null), start, cursor.At, style);
    }

    private static readonly PersianCalendar Persian = new();

    /// <summary>Seconds or milliseconds since 1970, or a date of eight digits.</summary>
    private static PageDate? FromNumber(long number)
    {
        if (number is > 19900101 and < 21000101)
            return Find(number.ToString(CultureInfo.InvariantCulture), DayOrder.DayFirst).Select(found => found.Date).FirstOrDefault();
        if (number > 100_000_000_000) number /= 1000;
        return number is > 631_152_000 and < 4_102_444_800 ? new(DateTimeOffset.FromUnixTimeSeconds(number), true) : null;
    }
}
