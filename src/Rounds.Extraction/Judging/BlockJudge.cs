using System.Buffers;
using Rounds.Extraction.Learning;
using Rounds.Extraction.Outline;

namespace Rounds.Extraction.Judging;

/// <summary>Chooses the blocks that are the page's text: two looks of a trained forest, then the cut that promises most.</summary>
internal static class BlockJudge
{
    private const int MostRows = 3000;

    public static List<Block> Choose(PageContext context, Models models) =>
        Selection.Best(context.Page.Outline.Blocks, Chances(context, models.FirstLook, models.SecondLook));

    /// <summary>How likely each block is content.</summary>
    public static float[] Chances(PageContext context, Forest first, Forest second)
    {
        var blocks = context.Page.Outline.Blocks;
        var width = BlockFeatures.Count + ContextFeatures.Count;
        // A page that is a dump of tens of thousands of blocks is judged a part at a time, so that the rows never take more than some megabytes.
        var rows = ArrayPool<float>.Shared.Rent(Math.Min(blocks.Count, MostRows) * width);
        var chances = new float[blocks.Count];
        for (var i = 0; i < blocks.Count; i++)
        {
            if (blocks[i].Words == 0) continue;
            var row = rows.AsSpan(i % MostRows * width, BlockFeatures.Count);
            BlockFeatures.Describe(context, i, row);
            chances[i] = first.Chance(row);
        }
        var around = new ContextFeatures(context.Page.Outline, chances);
        var judged = new float[blocks.Count];
        for (var i = 0; i < blocks.Count; i++)
        {
            if (blocks[i].Words == 0) continue;
            var row = rows.AsSpan(i % MostRows * width, width);
            if (blocks.Count > MostRows) BlockFeatures.Describe(context, i, row);
            around.Describe(i, row[BlockFeatures.Count..]);
            judged[i] = second.Chance(row);
        }
        ArrayPool<float>.Shared.Return(rows);
        return judged;
    }
}
