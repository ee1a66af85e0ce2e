using System.Globalization;

namespace Rounds.Features.Import.Formats;

/// <summary>Numbers as counters show them: <c>514.4K</c>, <c>1.2M</c>, <c>12,345</c>.</summary>
internal static class Figures
{
    /// <summary>Reads the figure at the start of a text; what follows it, such as "views", is passed over. Null when there is none.</summary>
    public static long? Read(ReadOnlySpan<char> text)
    {
        text = text.TrimStart().TrimStart('+');
        var end = 0;
        while (end < text.Length && (char.IsAsciiDigit(text[end]) || (text[end] is '.' or ',' && end + 1 < text.Length && char.IsAsciiDigit(text[end + 1]))))
        {
            end++;
        }

        var unit = end < text.Length ? char.ToUpperInvariant(text[end]) : ' ';
        var scale = unit switch { 'K' => 1_000m, 'M' => 1_000_000m, 'B' => 1_000_000_000m, _ => 1m };
        if (scale > 1 && end + 1 < text.Length && char.IsLetter(text[end + 1]))
        {
            scale = 1;
        }

        // A comma groups thousands in English pages; a lone one before a unit is a decimal point ("514,4K").
        var digits = text[..end].ToString();
        digits = scale > 1 && digits.Count(c => c == ',') == 1 && !digits.Contains('.') && digits.Length - digits.IndexOf(',') < 4
            ? digits.Replace(',', '.')
            : digits.Replace(",", "", StringComparison.Ordinal);
        return decimal.TryParse(digits, NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var number) && number < 1_000_000_000_000m
            ? (long)decimal.Round(number * scale)
            : null;
    }

    /// <summary>The total of a line such as "514.4K views | +255 today"; null when the line is not one.</summary>
    public static long? ReadViews(string line)
    {
        var at = line.IndexOf(" view", StringComparison.OrdinalIgnoreCase);
        if (at is <= 0 or > 24)
        {
            return null;
        }

        var after = line.AsSpan(at + " view".Length).TrimStart("sS").TrimStart();
        return after.IsEmpty || after[0] is '|' or '·' or '•' ? Read(line) : null;
    }
}
