using Rounds.Extraction.Judging;
using Rounds.Extraction.Learning;

namespace Rounds.Extraction.Facts;

/// <summary>A day in numbers; order and meaning are the trained forest's.</summary>
internal static class DateFeatures
{
    private static readonly int Sources = Enum.GetValues<DateSource>().Length;
    public static readonly int Count = Sources * 2 + 16 + FactContext.PlaceFeatures + PageContext.Features;

    public static void Describe(FactContext context, List<DateCandidate> all, int index, Span<float> target)
    {
        var row = new FeatureRow(target);
        var candidate = all[index];
        for (var source = 0; source < Sources; source++) row.Add((candidate.Sources >> source & 1) != 0);
        var others = 0;
        foreach (var one in all) if (one != candidate) others |= one.Sources;
        for (var source = 0; source < Sources; source++) row.Add((others >> source & 1) != 0);
        row.Add(int.PopCount(candidate.Sources));
        row.AddCount(candidate.Count);
        row.Add(candidate.Best.HasTime);
        row.Add(candidate.IsShortYear);
        int earlier = 0, later = 0, alike = 0, alikeBefore = 0;
        var (oldest, newest) = (candidate.Day, candidate.Day);
        for (var i = 0; i < all.Count; i++)
        {
            var one = all[i];
            if (one.Day < candidate.Day) earlier++;
            if (one.Day > candidate.Day) later++;
            if (one.Day < oldest) oldest = one.Day;
            if (one.Day > newest) newest = one.Day;
            if (i == index || (one.Sources & candidate.Sources) == 0) continue;
            alike++;
            if (i < index) alikeBefore++;
        }
        row.AddCount(earlier);
        row.AddCount(later);
        row.AddCount((int)(candidate.Day - oldest).TotalDays);
        row.AddCount((int)(newest - candidate.Day).TotalDays);
        row.AddCount(alike);
        row.Add(alikeBefore);
        row.AddCount(all.Count);
        row.Add(candidate.Day.Year);
        row.Add(candidate.Day is { Month: 1, Day: 1 });
        row.Add(candidate.At is null ? -1 : Math.Log(1 + candidate.At.Words));
        row.AddShare(candidate.At?.Shape.Digits ?? 0, candidate.At?.Shape.Letters ?? 0);
        row.Add(candidate.At?.LinkWords ?? 0);
        context.DescribePlace(ref row, candidate.At?.Home, candidate.At?.Index ?? 0);
        context.DescribePage(ref row);
    }
}
