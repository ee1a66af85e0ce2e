using Rounds.Extraction.Learning;

namespace Rounds.Extraction.Facts;

internal static class Titling
{
    public static string? Choose(FactContext context, Forest forest)
    {
        var all = TitleCandidates.Of(context.Page).All;
        Span<float> row = stackalloc float[TitleFeatures.Count];
        var (best, most) = (-1, float.NegativeInfinity);
        for (var i = 0; i < all.Count; i++)
        {
            TitleFeatures.Describe(context, all, i, row);
            var odds = forest.LogOdds(row);
            if (odds > most) (best, most) = (i, odds);
        }
        return best < 0 ? null : all[best].Text;
    }
}
