using System.Globalization;

namespace Rounds.Extraction.Dates;

/// <summary>A place in a text that reads numbers, words and marks, moving on when it finds what it is asked for.</summary>
internal struct DateCursor(string text, int at)
{
    public int At { get; private set; } = at;

    public readonly char Peek => At < text.Length ? text[At] : '\0';

    public readonly bool PeekIsLetterOrDigit => char.IsLetterOrDigit(Peek);

    /// <summary>A run of digits of any script; no digits: (0, 0). More than eight are counted and not valued.</summary>
    public (int Value, int Digits) Number()
    {
        int value = 0, digits = 0;
        for (; char.IsDigit(Peek); At++, digits++)
        {
            if (digits < 9) value = value * 10 + CharUnicodeInfo.GetDecimalDigitValue(Peek);
        }
        return (value, digits);
    }

    public ReadOnlySpan<char> Word()
    {
        var start = At;
        while (char.IsLetter(Peek) || char.GetUnicodeCategory(Peek) is UnicodeCategory.NonSpacingMark or UnicodeCategory.SpacingCombiningMark
            || (Peek == '.' && At + 1 < text.Length && text[At + 1] is >= '\u0E00' and <= '\u0E7F')) At++;
        return text.AsSpan(start, At - start);
    }

    public void Skip(string marks)
    {
        while (At < text.Length && (marks.Contains(text[At]) || text[At] == '\u00A0')) At++;
    }

    /// <summary>One of the marks, with spaces around it; moves only when it is there.</summary>
    public char Separator(string marks)
    {
        var saved = At;
        Skip(" ");
        if (At < text.Length && marks.Contains(text[At])) return text[At++];
        At = saved;
        return '\0';
    }

    /// <summary>One of the words, whole, in any case.</summary>
    public void SkipWord(params ReadOnlySpan<string> words)
    {
        var saved = At;
        var word = Word();
        foreach (var one in words)
        {
            if (word.Equals(one, StringComparison.OrdinalIgnoreCase)) return;
        }
        At = saved;
    }

    /// <summary>"1st", "2nd", "1er", "1º".</summary>
    public void SkipOrdinal()
    {
        if (Peek is 'º' or '°' or 'ª') At++;
        else SkipWord("st", "nd", "rd", "th", "er", "ère", "e", "го");
    }

    /// <summary>A time of day that follows within a few signs of the date ("T10:00Z", " at 10:00 AM", ", 10.00 Uhr" without its dot).</summary>
    public (TimeSpan OfDay, TimeSpan Offset)? Time()
    {
        var saved = At;
        Skip(" ,|·•@-–—T(");
        SkipWord("at", "à", "um", "às", "alle", "ore", "o", "kl", "klo", "klokken", "в", "om", "a", "las", "saat");
        Skip(" :.@");
        var (hour, hourDigits) = Number();
        if (hourDigits is not (1 or 2) || hour > 24 || Peek is not (':' or 'h' or '時' or '시')) { At = saved; return null; }
        At++;
        Skip(" ");
        var (minute, minuteDigits) = Number();
        if (minuteDigits != 2 || minute > 59) { At = saved; return null; }
        var second = 0;
        if (Peek == ':')
        {
            At++;
            second = Math.Min(Number().Value, 59);
            if (Peek is '.' or ',') { At++; Number(); }
        }
        var clock = At;
        Skip(" ");
        var half = Word().ToString().Replace(".", "", StringComparison.Ordinal).ToLowerInvariant();
        if (half.StartsWith("pm", StringComparison.Ordinal) && hour < 12) hour += 12;
        else if (half.StartsWith("am", StringComparison.Ordinal) && hour == 12) hour = 0;
        At = clock;
        if (hour == 24) hour = 0;
        return (new(hour, minute, second), Offset());
    }

    /// <summary>"Z", "+01:00", "+0100", " -0500"; anything else counts as no offset.</summary>
    private TimeSpan Offset()
    {
        var saved = At;
        Skip(" ");
        var sign = Peek == '+' ? 1 : Peek is '-' or '−' ? -1 : 0;
        if (sign == 0) { At = saved; return TimeSpan.Zero; }
        At++;
        var (value, digits) = Number();
        var (hours, minutes) = digits == 4 ? (value / 100, value % 100) : (value, 0);
        if (digits <= 2 && Peek == ':') { At++; minutes = Number().Value; }
        if (digits is not (1 or 2 or 4) || hours > 14 || minutes > 59 || (hours == 14 && minutes > 0)) { At = saved; return TimeSpan.Zero; }
        return sign * new TimeSpan(hours, minutes, 0);
    }
}
