using Rounds.Extraction.Learning;

namespace Rounds.Extraction.Judging;

internal static class KindJudge
{
    /// <summary>One forest a kind, each against all others; the surest wins.</summary>
    public static PageKind Judge(PageContext context, Forest[] forests)
    {
        var best = PageKind.Article;
        var most = float.NegativeInfinity;
        for (var kind = 0; kind < forests.Length; kind++)
        {
            var odds = forests[kind].LogOdds(context.Row);
            if (odds > most) (best, most) = ((PageKind)kind, odds);
        }
        return best;
    }
}
