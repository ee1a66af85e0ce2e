using Rounds.Extraction.Judging;
using Rounds.Extraction.Learning;
using Rounds.Extraction.Outline;

namespace Rounds.Extraction.Facts;

/// <summary>A name in numbers; order and meaning are the trained forest's.</summary>
internal static class AuthorFeatures
{
    private static readonly int Sources = Enum.GetValues<AuthorSource>().Length;
    private static readonly string[] Collective = ["team", "staff", "editor", "admin", "inc", "llc", "university", "center", "centre", "news", "magazine", "guest", "department", "institute", "association", "press", "blog", "group", "official", "author", "writer", "contributor", "company", "ltd", "support", "community", "marketing", "foundation"];
    public static readonly int Count = Sources * 2 + 25 + FactContext.PlaceFeatures + PageContext.Features;

    public static void Describe(FactContext context, List<AuthorCandidate> all, int index, Span<float> target)
    {
        var row = new FeatureRow(target);
        var candidate = all[index];
        var name = candidate.Name;
        for (var source = 0; source < Sources; source++) row.Add((candidate.Sources >> source & 1) != 0);
        var others = 0;
        foreach (var one in all) if (one != candidate) others |= one.Sources;
        for (var source = 0; source < Sources; source++) row.Add((others >> source & 1) != 0);
        row.Add(int.PopCount(candidate.Sources));
        row.AddCount(candidate.Count);
        var shape = TextShape.Of(name);
        row.AddCount(shape.Words);
        row.AddCount(name.Length);
        row.AddShare(shape.Capitalised, shape.Words);
        row.Add(shape.Digits);
        row.Add(shape.Commas);
        row.Add(shape.SentenceEnds);
        row.Add(name.Contains(" and ", StringComparison.Ordinal) || name.Contains('&', StringComparison.Ordinal));
        row.Add(name.Contains('@', StringComparison.Ordinal));
        row.Add(name.Contains('(', StringComparison.Ordinal) || name.Contains(':', StringComparison.Ordinal));
        row.Add(!name.Any(char.IsUpper));
        row.Add(!name.Any(char.IsLower));
        var key = Names.Key(name);
        row.Add(key == context.SiteKey || key == context.HostKey);
        row.Add(context.SiteKey.Length > 2 && (key.Contains(context.SiteKey, StringComparison.Ordinal) || context.SiteKey.Contains(key, StringComparison.Ordinal)));
        row.Add(context.HostKey.Length > 2 && (key.Contains(context.HostKey, StringComparison.Ordinal) || context.HostKey.Contains(key, StringComparison.Ordinal)));
        row.Add(Array.Exists(Collective, word => name.Contains(word, StringComparison.OrdinalIgnoreCase)));
        row.Add(key == "admin" || key == "editor" || key == "staff" || key.StartsWith("guest", StringComparison.Ordinal));
        int inside = 0, holds = 0, sameFirst = 0;
        foreach (var one in all)
        {
            if (one == candidate) continue;
            if (one.Name.Contains(name, StringComparison.OrdinalIgnoreCase)) inside++;
            if (name.Contains(one.Name, StringComparison.OrdinalIgnoreCase)) holds++;
            if ((one.Sources & candidate.Sources) != 0) sameFirst++;
        }
        row.AddCount(inside);
        row.AddCount(holds);
        row.AddCount(sameFirst);
        row.AddCount(all.Count);
        row.Add(index);
        row.Add(all.FindIndex(one => (one.Sources & candidate.Sources) != 0) == index);
        row.Add(context.Page.Metadata.Title.Contains(name, StringComparison.OrdinalIgnoreCase));
        context.DescribePlace(ref row, candidate.At, candidate.At?.FirstBlock ?? 0);
        context.DescribePage(ref row);
    }
}
