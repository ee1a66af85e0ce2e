using Rounds.Extraction.Outline;
using Rounds.Extraction.Reading;

namespace Rounds.Extraction.Judging;

internal static class BlockJudge
{
    private const Hint Furniture = Hint.Nav | Hint.Menu | Hint.Footer | Hint.Sidebar | Hint.Related | Hint.Share | Hint.Cookie | Hint.Newsletter | Hint.Breadcrumb | Hint.Popup | Hint.Pagination | Hint.Ad;

    public static IReadOnlyList<Block> Choose(Page page, PageKind kind)
    {
        var kept = new List<Block>();
        foreach (var block in page.Outline.Blocks)
        {
            if (block.Words == 0) continue;
            var home = block.Home;
            if (home.Is(Tag.Nav) || home.Is(Tag.Footer) || home.Is(Tag.Aside) || (home.AllHints & Furniture) != 0) continue;
            var density = (double)block.LinkWords / block.Words;
            var parent = home.Parent ?? home;
            if (block.Words >= 10 && density < 0.5 || (Tags.IsHeading(home.Tag) || home.Tag is Tag.Li or Tag.Td or Tag.P) && density < 0.5 && parent.LinkDensity < 0.3) kept.Add(block);
        }
        return kept;
    }
}
