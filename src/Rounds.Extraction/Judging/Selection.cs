using Rounds.Extraction.Outline;

namespace Rounds.Extraction.Judging;

internal static class Selection
{
    /// <summary>
    /// The set of blocks whose expected F1 over words is highest. With honest chances it is always the likeliest blocks down to some
    /// chance, and that is half of the F1 reached: a clear page is cut at about 0.48, a doubtful one much lower.
    /// </summary>
    public static List<Block> Best(IReadOnlyList<Block> blocks, float[] chances)
    {
        var order = Enumerable.Range(0, blocks.Count).Where(i => blocks[i].Words > 0).ToArray();
        Array.Sort(order, (one, other) => chances[other] != chances[one] ? chances[other].CompareTo(chances[one]) : one.CompareTo(other));
        var expected = order.Sum(i => (double)chances[i] * blocks[i].Words);
        double hits = 0, taken = 0, best = 0;
        var limit = 2f;
        foreach (var i in order)
        {
            hits += chances[i] * blocks[i].Words;
            taken += blocks[i].Words;
            var score = 2 * hits / (taken + expected);
            if (score <= best) continue;
            best = score;
            limit = chances[i];
        }
        return blocks.Where((block, i) => block.Words > 0 && chances[i] >= limit).ToList();
    }
}
