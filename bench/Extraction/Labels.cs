using Rounds.Extraction.Outline;

namespace Rounds.Extraction.Bench;

/// <summary>Which blocks of a page are in the text that people marked. Long blocks are told by their word triples, short ones by whole lines and by their neighbours.</summary>
internal static class Labels
{
    private const int Long = 5;

    public static bool[] Of(PageOutline outline, string truth)
    {
        var words = Scores.Words(truth).ToArray();
        var grams = new Dictionary<ulong, int>();
        for (var n = 1; n <= 4; n++)
        {
            for (var i = 0; i + n <= words.Length; i++) Count(grams, Hash(words.AsSpan(i, n)));
        }
        var lines = new Dictionary<ulong, int>();
        foreach (var line in truth.Split('\n')) Count(lines, Hash(Scores.Words(line).ToArray()));
        var blocks = outline.Blocks.Select(block => Scores.Words(block.Text).ToArray()).ToList();
        var copies = new Dictionary<ulong, int>();
        foreach (var block in blocks) Count(copies, Hash(block));

        var labels = new bool[blocks.Count];
        for (var b = 0; b < blocks.Count; b++)
        {
            var block = blocks[b];
            if (block.Length == 0) continue;
            if (block.Length >= Long) labels[b] = Coverage(block, grams) >= 0.5;
            else labels[b] = lines.GetValueOrDefault(Hash(block)) >= copies[Hash(block)];
        }
        // Short blocks beside kept ones whose words the truth holds, first those with whole lines, then any; as often as the truth holds them.
        for (var pass = 0; pass < 3; pass++)
        {
            for (var b = 0; b < blocks.Count; b++)
            {
                var block = blocks[b];
                if (labels[b] || block.Length is 0 or >= Long || !grams.ContainsKey(Hash(block))) continue;
                var isLine = lines.ContainsKey(Hash(block));
                var reach = isLine ? 4 : pass == 0 ? 0 : 2;
                var before = Enumerable.Range(1, reach).Any(d => b - d >= 0 && labels[b - d]);
                var after = Enumerable.Range(1, reach).Any(d => b + d < blocks.Count && labels[b + d]);
                labels[b] = isLine ? before || after : before && after;
            }
        }
        DropExtraCopies(blocks, labels, grams);
        return labels;
    }

    /// <summary>A text the page holds twice (once for phones) and the truth once is content once: where more content is around.</summary>
    private static void DropExtraCopies(List<string[]> blocks, bool[] labels, Dictionary<ulong, int> grams)
    {
        foreach (var group in Enumerable.Range(0, blocks.Count).Where(b => labels[b]).GroupBy(b => Hash(blocks[b])).Where(group => group.Count() > 1))
        {
            var block = blocks[group.First()];
            var allowed = grams.GetValueOrDefault(Hash(block.AsSpan(0, Math.Min(4, block.Length))));
            if (allowed == 0 || group.Count() <= allowed) continue;
            foreach (var extra in group.OrderByDescending(b => Enumerable.Range(Math.Max(0, b - 10), Math.Min(20, blocks.Count - Math.Max(0, b - 10))).Count(near => labels[near])).Skip(allowed).ToList()) labels[extra] = false;
        }
    }

    private static double Coverage(string[] block, Dictionary<ulong, int> grams)
    {
        int seen = 0, total = 0;
        for (var i = 0; i + 3 <= block.Length; i++, total++)
        {
            if (grams.ContainsKey(Hash(block.AsSpan(i, 3)))) seen++;
        }
        return (double)seen / total;
    }

    private static void Count(Dictionary<ulong, int> counts, ulong key) => counts[key] = counts.GetValueOrDefault(key) + 1;

    private static ulong Hash(ReadOnlySpan<string> words)
    {
        var hash = 14695981039346656037UL;
        foreach (var word in words)
        {
            foreach (var letter in word) hash = (hash ^ letter) * 1099511628211UL;
            hash = (hash ^ ' ') * 1099511628211UL;
        }
        return hash;
    }
}
