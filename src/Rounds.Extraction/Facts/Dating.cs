using Rounds.Extraction.Learning;

namespace Rounds.Extraction.Facts;

internal static class Dating
{
    /// <summary>A day less likely than this is not the page's: its events, its neighbours' teasers, its copyright line.</summary>
    private const float LeastChance = 0.2f;

    private static readonly DateSource[] ModifiedTrust = [DateSource.LinkedModified, DateSource.MetaModified, DateSource.PropertyModified, DateSource.LabelledModified];

    public static (PageDate? Published, PageDate? Modified) Choose(FactContext context, Forest forest)
    {
        var all = DateCandidates.Of(context.Page, Languages.OrderOf(context.Page)).All;
        Span<float> row = stackalloc float[DateFeatures.Count];
        DateCandidate? best = null;
        var most = LeastChance;
        for (var i = 0; i < all.Count; i++)
        {
            DateFeatures.Describe(context, all, i, row);
            var chance = forest.Chance(row);
            if (chance > most) (best, most) = (all[i], chance);
        }
        var modified = ModifiedTrust.Select(source => all.Find(one => one.Says(source))).FirstOrDefault(found => found is not null);
        return (best?.Best, best is not null && modified?.Day < best.Day ? null : modified?.Best);
    }
}
