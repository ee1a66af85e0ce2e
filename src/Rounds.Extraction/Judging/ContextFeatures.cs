using Rounds.Extraction.Learning;
using Rounds.Extraction.Outline;

namespace Rounds.Extraction.Judging;

/// <summary>
/// The second look: what the first look thought of the blocks around, above and alike. A caption among kept paragraphs is kept, a sentence
/// alone in a list of links is not.
/// </summary>
internal sealed class ContextFeatures
{
    private const int Levels = 6;
    private static readonly int[] Distances = [-4, -3, -2, -1, 1, 2, 3, 4];

    /// <summary>How many numbers follow those of the first look.</summary>
    public static readonly int Count = 1 + Distances.Length + 3 + Levels + 2 + 2 + 3 + 4 + 2;

    private readonly List<Block> _blocks;
    private readonly float[] _chances;
    private readonly double[] _mass;
    private readonly double[] _words;
    private readonly Dictionary<int, (double Mass, double Words)> _alike = [];
    private readonly Dictionary<(int, int), (double Mass, double Words)> _groups = [];
    private readonly int _firstKept;
    private readonly int _lastKept;

    public ContextFeatures(PageOutline outline, float[] chances)
    {
        _blocks = outline.Blocks;
        _chances = chances;
        _mass = new double[_blocks.Count + 1];
        _words = new double[_blocks.Count + 1];
        (_firstKept, _lastKept) = (-1, -1);
        for (var i = 0; i < _blocks.Count; i++)
        {
            var block = _blocks[i];
            _mass[i + 1] = _mass[i] + chances[i] * block.Words;
            _words[i + 1] = _words[i] + block.Words;
            Add(_alike, block.Home.Signature, chances[i], block.Words);
            if (block.Home.Repeated is { } repeated) Add(_groups, (repeated.Parent!.Index, repeated.Signature), chances[i], block.Words);
            if (chances[i] <= 0.5 || block.Words < 8) continue;
            if (_firstKept < 0) _firstKept = i;
            _lastKept = i;
        }
    }

    public void Describe(int index, Span<float> target)
    {
        var row = new FeatureRow(target);
        var block = _blocks[index];
        row.Add(_chances[index]);
        foreach (var distance in Distances) row.Add(index + distance >= 0 && index + distance < _blocks.Count ? _chances[index + distance] : -1);
        foreach (var reach in (ReadOnlySpan<int>)[3, 8, 25]) row.Add(Share(Math.Max(0, index - reach), Math.Min(_blocks.Count, index + reach + 1)));
        var branch = block.Home;
        for (var level = 0; level < Levels; level++)
        {
            row.Add(Share(branch.FirstBlock, branch.EndBlock));
            branch = branch.Parent ?? branch;
        }
        var repeated = block.Home.Repeated;
        row.Add(repeated is null ? -1 : Share(repeated.FirstBlock, repeated.EndBlock));
        row.Add(repeated is null ? -1 : Of(_groups.GetValueOrDefault((repeated.Parent!.Index, repeated.Signature))));
        row.Add(Of(_alike.GetValueOrDefault(block.Home.Signature)));
        row.AddCount((int)_alike.GetValueOrDefault(block.Home.Signature).Words);
        row.Add(Share(0, _blocks.Count));
        row.AddCount((int)_mass[^1]);
        row.AddShare(_mass[index], _mass[^1]);
        row.Add(_firstKept < 0 ? -100 : Math.Clamp(index - _firstKept, -50, 50));
        row.Add(_firstKept < 0 ? -100 : Math.Clamp(index - _lastKept, -50, 50));
        row.Add(Farther(index, -1));
        row.Add(Farther(index, 1));
        row.AddShare(block.Words, _mass[^1]);
        row.Add(_lastKept > _firstKept ? Share(_firstKept, _lastKept + 1) : 0);
    }

    /// <summary>Blocks to the next one that was thought content.</summary>
    private int Farther(int index, int step)
    {
        for (var distance = 1; distance < 20; distance++)
        {
            var at = index + distance * step;
            if (at < 0 || at >= _blocks.Count) return 30;
            if (_chances[at] > 0.5 && _blocks[at].Words > 3) return distance;
        }
        return 20;
    }

    private double Share(int from, int to)
    {
        if (to <= from) return -1;
        var words = _words[to] - _words[from];
        return words > 0 ? (_mass[to] - _mass[from]) / words : -1;
    }

    private static double Of((double Mass, double Words) sum) => sum.Words > 0 ? sum.Mass / sum.Words : -1;

    private static void Add<TKey>(Dictionary<TKey, (double Mass, double Words)> sums, TKey key, float chance, int words) where TKey : notnull
    {
        var (mass, all) = sums.GetValueOrDefault(key);
        sums[key] = (mass + chance * words, all + words);
    }
}
