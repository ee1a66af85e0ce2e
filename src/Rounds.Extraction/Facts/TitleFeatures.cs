using Rounds.Extraction.Judging;
using Rounds.Extraction.Learning;
using Rounds.Extraction.Outline;

namespace Rounds.Extraction.Facts;

/// <summary>A headline candidate in numbers; order and meaning are the trained forest's.</summary>
internal static class TitleFeatures
{
    private static readonly int Sources = Enum.GetValues<TitleSource>().Length;
    public static readonly int Count = Sources + 25 + FactContext.PlaceFeatures + PageContext.Features;

    public static void Describe(FactContext context, List<TitleCandidate> all, int index, Span<float> target)
    {
        var row = new FeatureRow(target);
        var candidate = all[index];
        var text = candidate.Text;
        var meta = context.Page.Metadata;
        for (var source = 0; source < Sources; source++) row.Add((candidate.Sources >> source & 1) != 0);
        row.Add(int.PopCount(candidate.Sources));
        var shape = TextShape.Of(text);
        row.AddCount(shape.Words);
        row.AddCount(text.Length);
        row.AddShare(shape.Capitalised, shape.Words);
        row.Add(!text.Any(char.IsLower));
        row.Add(text.AsSpan().IndexOfAny("|»›·•") >= 0);
        row.Add(text.Contains(" - ", StringComparison.Ordinal) || text.Contains(" – ", StringComparison.Ordinal) || text.Contains(" — ", StringComparison.Ordinal));
        row.Add(text.Contains(": ", StringComparison.Ordinal));
        row.Add(shape.EndsSentence);
        Relate(ref row, text, meta.First("og:title"));
        Relate(ref row, text, meta.Title);
        var key = Names.Key(text);
        row.Add(key == context.SiteKey || key == context.HostKey);
        row.Add(context.SiteKey.Length > 2 && key.EndsWith(context.SiteKey, StringComparison.Ordinal));
        row.Add(context.SiteKey.Length > 2 && key.Contains(context.SiteKey, StringComparison.Ordinal));
        row.Add(context.HostKey.Length > 2 && key.Contains(context.HostKey, StringComparison.Ordinal));
        var (slugInText, textInSlug) = AgainstAddress(context, text);
        row.Add(slugInText);
        row.Add(textInSlug);
        row.Add(all.Count(one => one.Says(TitleSource.FirstHeading) || one.Says(TitleSource.LaterFirstHeading)));
        row.Add(all.Exists(one => one != candidate && one.Text.Length > text.Length && one.Heading is not null && one.Text.Contains(text, StringComparison.OrdinalIgnoreCase)));
        context.DescribePlace(ref row, candidate.Heading, candidate.Heading?.FirstBlock ?? 0);
        context.DescribePage(ref row);
    }

    private static void Relate(ref FeatureRow row, string text, string? other)
    {
        row.Add(other is null ? -1 : other.Equals(text, StringComparison.OrdinalIgnoreCase) ? 3 : other.StartsWith(text, StringComparison.OrdinalIgnoreCase) ? 2 : other.Contains(text, StringComparison.OrdinalIgnoreCase) ? 1 : text.Contains(other, StringComparison.OrdinalIgnoreCase) ? 0.5 : 0);
        row.AddShare(text.Length, other?.Length ?? 0);
        row.Add(other is null ? -1 : Overlap(text, other));
        row.Add(other is null ? -1 : Overlap(other, text));
    }

    /// <summary>Share of the words of one that the other holds.</summary>
    private static double Overlap(string text, string other)
    {
        int seen = 0, total = 0;
        foreach (var word in text.Split(' ', StringSplitOptions.RemoveEmptyEntries))
        {
            if (word.Length < 2) continue;
            total++;
            if (other.Contains(word, StringComparison.OrdinalIgnoreCase)) seen++;
        }
        return total == 0 ? 0 : (double)seen / total;
    }

    private static (double SlugInText, double TextInSlug) AgainstAddress(FactContext context, string text)
    {
        if (context.Page.Url is not { IsAbsoluteUri: true } url) return (-1, -1);
        var slug = url.Segments.MaxBy(segment => segment.Count(letter => letter is '-' or '_')) ?? "";
        var words = slug.Replace('-', ' ').Replace('_', ' ').Trim('/');
        return (Overlap(words, text), Overlap(text, words));
    }
}
