using System.Globalization;
using System.Runtime.CompilerServices;

namespace Rounds.Extraction.Learning;

/// <summary>
/// Boosted decision trees of one fixed depth, trained by bench/Extraction. A tree is a heap: node n asks whether its feature is above its
/// threshold and goes to 2n+1 or 2n+2; what stands at the bottom is added up to log-odds.
/// </summary>
internal sealed class Forest(int depth, int features, float bias, ushort[] asked, float[] thresholds, float[] leaves)
{
    private readonly int _nodes = (1 << depth) - 1;
    private readonly int _leaves = 1 << depth;
    private readonly int _trees = leaves.Length >> depth;

    public int Features { get; } = features;

    public float LogOdds(ReadOnlySpan<float> x)
    {
        var sum = bias;
        for (var tree = 0; tree < _trees; tree++)
        {
            var first = tree * _nodes;
            var node = 0;
            // Without a branch: half of all these questions would be guessed wrong by the processor.
            for (var level = 0; level < depth; level++) node = 2 * node + 1 + Unsafe.BitCast<bool, byte>(x[asked[first + node]] > thresholds[first + node]);
            sum += leaves[tree * _leaves + node - _nodes];
        }
        return sum;
    }

    public float Chance(ReadOnlySpan<float> x) => Sigmoid(LogOdds(x));

    public static float Sigmoid(float logOdds) => 1 / (1 + MathF.Exp(-logOdds));

    public static Forest Read(TextReader reader)
    {
        var head = reader.ReadLine()!.Split(' ');
        var depth = Number(head[0]);
        var trees = Number(head[1]);
        var nodes = (1 << depth) - 1;
        var (asked, thresholds, leaves) = (new ushort[trees * nodes], new float[trees * nodes], new float[trees << depth]);
        for (var tree = 0; tree < trees; tree++)
        {
            var parts = reader.ReadLine()!.Split(' ');
            for (var node = 0; node < nodes; node++)
            {
                asked[tree * nodes + node] = (ushort)Number(parts[2 * node]);
                thresholds[tree * nodes + node] = Real(parts[2 * node + 1]);
            }
            for (var leaf = 0; leaf <= nodes; leaf++) leaves[(tree << depth) + leaf] = Real(parts[2 * nodes + leaf]);
        }
        return new(depth, Number(head[2]), Real(head[3]), asked, thresholds, leaves);
    }

    public void Write(TextWriter writer)
    {
        writer.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{depth} {_trees} {Features} {bias:G5}"));
        for (var tree = 0; tree < _trees; tree++)
        {
            for (var node = 0; node < _nodes; node++) writer.Write(string.Create(CultureInfo.InvariantCulture, $"{asked[tree * _nodes + node]} {thresholds[tree * _nodes + node]:G5} "));
            writer.WriteLine(string.Join(' ', leaves.Skip(tree * _leaves).Take(_leaves).Select(leaf => leaf.ToString("G4", CultureInfo.InvariantCulture))));
        }
    }

    private static int Number(string text) => int.Parse(text, CultureInfo.InvariantCulture);

    private static float Real(string text) => float.Parse(text, CultureInfo.InvariantCulture);
}
