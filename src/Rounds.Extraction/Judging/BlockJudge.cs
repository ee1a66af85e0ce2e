using Rounds.Extraction.Learning;
using Rounds.Extraction.Outline;

namespace Rounds.Extraction.Judging;

/// <summary>Chooses the blocks that are the page's text: two looks of a trained forest, then the cut that promises most.</summary>
internal static class BlockJudge
{
    public static List<Block> Choose(PageContext context, Models models) =>
        Selection.Best(context.Page.Outline.Blocks, Chances(context, models.FirstLook, models.SecondLook));

    /// <summary>How likely each block is content.</summary>
    public static float[] Chances(PageContext context, Forest first, Forest second)
    {
        var blocks = context.Page.Outline.Blocks;
        var width = BlockFeatures.Count + ContextFeatures.Count;
        var rows = new float[Math.Min(blocks.Count, 1) * width];
        var chances = new float[blocks.Count];
        for (var i = 0; i < blocks.Count; i++)
        {
            if (blocks[i].Words == 0) continue;
            BlockFeatures.Describe(context, i, rows);
            chances[i] = first.Chance(rows.AsSpan(0, BlockFeatures.Count));
        }
        var around = new ContextFeatures(context.Page.Outline, chances);
        var judged = new float[blocks.Count];
        for (var i = 0; i < blocks.Count; i++)
        {
            if (blocks[i].Words == 0) continue;
            BlockFeatures.Describe(context, i, rows);
            around.Describe(i, rows.AsSpan(BlockFeatures.Count));
            judged[i] = second.Chance(rows);
        }
        return judged;
    }
}
