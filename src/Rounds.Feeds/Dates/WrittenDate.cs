namespace Rounds.Feeds.Dates;

/// <summary>Reads every other date: it picks out the time, the zone, the month's name and the numbers that are left, in whatever order they
/// come, and passes over weekdays and little words.</summary>
internal ref struct WrittenDate
{
    private readonly ReadOnlySpan<char> text;
    private int at;
    private Moment moment;
    private bool hasTime, hasNumericOffset, hasZone, isKorean, monthFirst;
    private int monthByName, halfDay; // halfDay: 1 before noon, 2 after
    private int yearByMark, monthByMark, dayByMark;
    private char separator;
    private readonly List<(int Value, int Digits)> numbers = [];

    private WrittenDate(ReadOnlySpan<char> text) => this.text = text;

    public static DateTimeOffset? Parse(ReadOnlySpan<char> text)
    {
        var date = new WrittenDate(text);
        return date.Scan() && date.Assemble() ? date.moment.ToUtc() : date.Counted();
    }

    private bool Scan()
    {
        while (at < text.Length)
        {
            var c = text[at];
            if (char.IsAsciiDigit(c))
            {
                if (!Number())
                    return false;
            }
            else if (c is '+' or '-' or '\u2212' && (hasTime || hasZone) && at + 1 < text.Length && char.IsAsciiDigit(text[at + 1])
                && Zones.Numeric(text[at..], out var offset) is > 0 and var used)
            {
                (moment.OffsetMinutes, hasNumericOffset) = (offset, true);
                at += used;
            }
            else if (char.IsLetter(c))
                Word();
            else
                at++;
        }
        return true;
    }

    private bool Number()
    {
        var start = at;
        var value = 0L;
        while (at < text.Length && char.IsAsciiDigit(text[at]))
        {
            if (at - start > 14)
                return false;
            value = value * 10 + (text[at++] - '0');
        }
        var digits = at - start;
        var next = at < text.Length ? text[at] : '\0';
        if (next == ':' && !hasTime && digits <= 2 && at + 1 < text.Length && char.IsAsciiDigit(text[at + 1]))
        {
            Time((int)value);
            return true;
        }
        switch (next)
        {
            case '年' or '년':
                yearByMark = Moment.FullYear((int)value, digits);
                isKorean |= next == '년';
                return true;
            case '月' or '월':
                monthByMark = (int)value;
                return true;
            case '日' or '일' or '号':
                dayByMark = (int)value;
                return true;
            case '時' or '时' or '시' or '点':
                (moment.Hour, hasTime) = ((int)value, true);
                return true;
            case '分' or '분':
                moment.Minute = (int)value;
                return true;
            case '秒' or '초':
                moment.Second = (int)value;
                return true;
        }
        if (next is '/' or '.' or '-' && separator == '\0')
            separator = next;
        if (numbers.Count >= 6 || value > int.MaxValue)
            return false;
        if (!(hasTime && start > 0 && text[start - 1] is '.' or ','))
            numbers.Add(((int)value, digits));
        return true;
    }

    private void Time(int hour)
    {
        (moment.Hour, hasTime) = (hour, true);
        moment.Minute = Part();
        if (at + 1 < text.Length && text[at] == ':' && char.IsAsciiDigit(text[at + 1]))
            moment.Second = Part();
        if (at + 1 < text.Length && text[at] is '.' or ',' or ':' && char.IsAsciiDigit(text[at + 1]))
        {
            at++;
            for (var unit = TimeSpan.TicksPerSecond; at < text.Length && char.IsAsciiDigit(text[at]); at++)
                moment.Fraction += unit > 1 ? (text[at] - '0') * (unit /= 10) : 0;
        }
    }

    private int Part()
    {
        var value = 0;
        for (at++; at < text.Length && char.IsAsciiDigit(text[at]) && value < 1_000; at++)
            value = value * 10 + (text[at] - '0');
        return value;
    }

    private void Word()
    {
        var start = at;
        while (at < text.Length && (char.IsLetter(text[at]) || char.GetUnicodeCategory(text[at]) == System.Globalization.UnicodeCategory.NonSpacingMark))
            at++;
        var word = text[start..at].ToString().Normalize().ToLowerInvariant();
        // "a.m." and "p.m."
        if (word is "a" or "p" or "μ" or "π" && at + 1 < text.Length && text[at] == '.' && text[at + 1] is 'm' or 'M' or 'μ')
        {
            halfDay = word is "a" or "π" ? 1 : 2;
            at += 2;
            TakeBareHour();
        }
        else if (word is "am" or "오전" or "上午" or "午前" or "πμ")
        {
            halfDay = 1;
            isKorean |= word == "오전";
            TakeBareHour();
        }
        else if (word is "pm" or "오후" or "下午" or "午後" or "μμ")
        {
            halfDay = 2;
            isKorean |= word == "오후";
            TakeBareHour();
        }
        else if (MonthNames.Find(word) is > 0 and var month && !(hasTime && monthByName > 0))
        {
            // The last one counts: some weekdays begin like a month ("mar., 13 juil.").
            if (monthByName == 0 || numbers.Count == 0)
                monthFirst = numbers.Count == 0;
            monthByName = month;
        }
        else if (hasTime && !hasNumericOffset && !hasZone && Zones.Named(word, out var minutes))
            (moment.OffsetMinutes, hasZone) = (minutes, true);
    }

    /// <summary>"5 PM": the number before it is the hour.</summary>
    private void TakeBareHour()
    {
        if (hasTime || numbers.Count == 0 || numbers[^1].Digits > 2 || numbers.Count + (monthByName > 0 ? 1 : 0) < 4)
            return;
        (moment.Hour, hasTime) = (numbers[^1].Value, true);
        numbers.RemoveAt(numbers.Count - 1);
    }

    private bool Assemble()
    {
        if (halfDay == 2 && moment.Hour < 12)
            moment.Hour += 12;
        else if (halfDay == 1 && moment.Hour == 12)
            moment.Hour = 0;
        if (isKorean && !hasZone && !hasNumericOffset)
            moment.OffsetMinutes = 540;
        if (yearByMark > 0 && monthByMark > 0)
            (moment.Year, moment.Month, moment.Day) = (yearByMark, monthByMark, dayByMark == 0 ? 1 : dayByMark);
        else if (monthByName > 0)
            return WithMonthName();
        else if (numbers.Count >= 3)
            OnlyNumbers();
        else
            return false;
        return true;
    }

    private bool WithMonthName()
    {
        moment.Month = monthByName;
        if (numbers.Count == 0)
            return false;
        if (numbers.Count == 1)
        {
            if (numbers[0].Digits != 4)
                return false;
            (moment.Year, moment.Day) = (numbers[0].Value, 1);
            return true;
        }
        // asctime puts the year after the time; wherever it stands, it has four digits or cannot be a day.
        var yearFirst = numbers[0].Digits >= 3 || (numbers[0].Value > 31 && !monthFirst);
        var (day, year) = yearFirst ? (numbers[1], numbers[0]) : (numbers[0], numbers[1]);
        (moment.Year, moment.Day) = (Moment.FullYear(year.Value, year.Digits), day.Value);
        // A time without colons: "Thu, 01 Jan 2004 1948 GMT".
        if (!hasTime && numbers.Count == 3 && numbers[2].Digits is 4 or 6)
            Packed(numbers[2]);
        return true;
    }

    private void Packed((int Value, int Digits) time)
    {
        var (value, seconds) = time.Digits == 6 ? (time.Value / 100, time.Value % 100) : (time.Value, 0);
        (moment.Hour, moment.Minute, moment.Second) = (value / 100, value % 100, seconds);
    }

    private void OnlyNumbers()
    {
        var (first, second, third) = (numbers[0], numbers[1], numbers[2]);
        if (first.Digits >= 4)
            (moment.Year, moment.Month, moment.Day) = (first.Value, second.Value, third.Value);
        else if (third.Digits < 4 && separator == '-')
            // Two digits each with hyphens is ISO 8601:1988's short form, the year first.
            (moment.Year, moment.Month, moment.Day) = (Moment.FullYear(first.Value, first.Digits), second.Value, third.Value);
        else
        {
            // With slashes the month is first, as in the United States; with points or hyphens the day is. What cannot be a month is the day.
            var dayFirst = separator == '/' ? first.Value > 12 : second.Value <= 12;
            var (day, month) = dayFirst ? (first, second) : (second, first);
            (moment.Year, moment.Month, moment.Day) = (Moment.FullYear(third.Value, third.Digits), month.Value, day.Value);
        }
        if (!hasTime && numbers.Count >= 5)
            (moment.Hour, moment.Minute, moment.Second) = (numbers[3].Value, numbers[4].Value, numbers.Count > 5 ? numbers[5].Value : 0);
    }

    /// <summary>Dates that are one number: yyyymmddhhmmss, or seconds or milliseconds since 1970.</summary>
    private readonly DateTimeOffset? Counted()
    {
        if (!long.TryParse(text, System.Globalization.NumberStyles.None, System.Globalization.CultureInfo.InvariantCulture, out var number))
            return null;
        return text.Length switch
        {
            9 or 10 => DateTimeOffset.FromUnixTimeSeconds(number),
            13 => DateTimeOffset.FromUnixTimeMilliseconds(number),
            12 or 14 => Digits(text.Length == 14 ? number : number * 100),
            6 => new Moment { Year = Moment.FullYear((int)(number / 10_000), 2), Month = (int)(number / 100 % 100), Day = (int)(number % 100) }.ToUtc(),
            _ => null,
        };
    }

    private static DateTimeOffset? Digits(long number) => new Moment
    {
        Year = (int)(number / 10_000_000_000), Month = (int)(number / 100_000_000 % 100), Day = (int)(number / 1_000_000 % 100),
        Hour = (int)(number / 10_000 % 100), Minute = (int)(number / 100 % 100), Second = (int)(number % 100),
    }.ToUtc();
}
