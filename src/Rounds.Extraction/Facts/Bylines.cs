using Rounds.Extraction.Learning;

namespace Rounds.Extraction.Facts;

internal static class Bylines
{
    /// <summary>Below this chance a name is not shown: chosen so that at most one page in six that names no author gets one.</summary>
    private const float LeastChance = 0.3f;

    public static string? Choose(FactContext context, Forest forest)
    {
        var all = AuthorCandidates.Of(context.Page).All;
        Span<float> row = stackalloc float[AuthorFeatures.Count];
        var (best, most) = (-1, LeastChance);
        for (var i = 0; i < all.Count; i++)
        {
            AuthorFeatures.Describe(context, all, i, row);
            var chance = forest.Chance(row);
            if (chance > most) (best, most) = (i, chance);
        }
        return best < 0 ? null : all[best].Name;
    }
}
