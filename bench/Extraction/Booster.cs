using Rounds.Extraction.Learning;

namespace Rounds.Extraction.Bench;

internal sealed record BoosterSettings(int Trees = 160, int Depth = 5, double Rate = 0.1, double RowShare = 0.6, double FeatureShare = 0.5, double Ridge = 5, double LeastWeight = 4, int Seed = 7);

/// <summary>
/// Trains a <see cref="Forest"/>: gradient boosting on weighted logistic loss, trees grown level by level from histograms. The same rows
/// and settings give the same forest.
/// </summary>
internal static class Booster
{
    private const int Bins = 64;

    public static Forest Train(float[][] rows, bool[] labels, float[] weights, BoosterSettings settings)
    {
        var features = rows[0].Length;
        var cuts = Cuts(rows, features);
        var binned = Bin(rows, cuts, features);
        var random = new Random(settings.Seed);
        double positive = 0, total = 0;
        for (var i = 0; i < rows.Length; i++) { total += weights[i]; if (labels[i]) positive += weights[i]; }
        var scale = (float)(rows.Length / total);
        var bias = (float)Math.Log(Math.Max(positive, 1e-6) / Math.Max(total - positive, 1e-6));
        var scores = new float[rows.Length];
        Array.Fill(scores, bias);
        int nodes = (1 << settings.Depth) - 1, leaves = 1 << settings.Depth;
        var (asked, thresholds, values) = (new ushort[settings.Trees * nodes], new float[settings.Trees * nodes], new float[settings.Trees * leaves]);
        var (gradient, hessian, place) = (new float[rows.Length], new float[rows.Length], new int[rows.Length]);
        for (var tree = 0; tree < settings.Trees; tree++)
        {
            var used = new List<int>();
            for (var i = 0; i < rows.Length; i++)
            {
                var chance = Forest.Sigmoid(scores[i]);
                gradient[i] = (chance - (labels[i] ? 1 : 0)) * weights[i] * scale;
                hessian[i] = Math.Max(chance * (1 - chance), 1e-4f) * weights[i] * scale;
                place[i] = 0;
                if (random.NextDouble() < settings.RowShare) used.Add(i);
            }
            var chosen = Enumerable.Range(0, features).Where(_ => random.NextDouble() < settings.FeatureShare).ToArray();
            if (chosen.Length == 0) chosen = [random.Next(features)];
            Grow(tree, settings, chosen, used, binned, cuts, gradient, hessian, place, asked, thresholds, values);
            for (var i = 0; i < rows.Length; i++) scores[i] += values[tree * leaves + place[i] - nodes];
        }
        return new(settings.Depth, features, bias, asked, thresholds, values);
    }

    private static void Grow(int tree, BoosterSettings settings, int[] chosen, List<int> used, byte[][] binned, float[][] cuts, float[] gradient, float[] hessian, int[] place, ushort[] asked, float[] thresholds, float[] values)
    {
        int nodes = (1 << settings.Depth) - 1, leaves = 1 << settings.Depth;
        var sample = used.ToArray();
        for (var level = 0; level < settings.Depth; level++)
        {
            int first = (1 << level) - 1, width = 1 << level;
            var best = new (double Gain, int Feature, int Cut)[width];
            var gates = new object[] { new() };
            Parallel.ForEach(chosen, new ParallelOptions { MaxDegreeOfParallelism = 2 }, feature =>
            {
                var found = BestCuts(binned[feature], cuts[feature].Length, sample, gradient, hessian, place, first, width, settings);
                lock (gates)
                {
                    for (var node = 0; node < width; node++)
                    {
                        // Ties go to the lower feature, so that threads finishing in another order change nothing.
                        if (found[node].Gain > best[node].Gain || (found[node].Gain == best[node].Gain && found[node].Gain > 0 && feature < best[node].Feature)) best[node] = (found[node].Gain, feature, found[node].Cut);
                    }
                }
            });
            for (var node = 0; node < width; node++)
            {
                var split = best[node];
                asked[tree * nodes + first + node] = (ushort)(split.Gain > 0 ? split.Feature : 0);
                thresholds[tree * nodes + first + node] = split.Gain > 0 ? cuts[split.Feature][split.Cut] : float.MaxValue;
            }
            for (var i = 0; i < place.Length; i++)
            {
                var node = place[i] - first;
                var split = best[node];
                place[i] = 2 * place[i] + (split.Gain > 0 && binned[split.Feature][i] > split.Cut ? 2 : 1);
            }
        }
        var (sums, masses) = (new double[leaves], new double[leaves]);
        foreach (var i in sample) { sums[place[i] - nodes] += gradient[i]; masses[place[i] - nodes] += hessian[i]; }
        for (var leaf = 0; leaf < leaves; leaf++) values[tree * leaves + leaf] = (float)(-settings.Rate * sums[leaf] / (masses[leaf] + settings.Ridge));
    }

    private static (double Gain, int Cut)[] BestCuts(byte[] bins, int cuts, int[] sample, float[] gradient, float[] hessian, int[] place, int first, int width, BoosterSettings settings)
    {
        var histogram = new (double G, double H)[width * Bins];
        foreach (var i in sample)
        {
            ref var cell = ref histogram[(place[i] - first) * Bins + bins[i]];
            cell.G += gradient[i];
            cell.H += hessian[i];
        }
        var best = new (double Gain, int Cut)[width];
        for (var node = 0; node < width; node++)
        {
            double allG = 0, allH = 0;
            for (var bin = 0; bin <= cuts; bin++) { allG += histogram[node * Bins + bin].G; allH += histogram[node * Bins + bin].H; }
            double leftG = 0, leftH = 0;
            for (var cut = 0; cut < cuts; cut++)
            {
                leftG += histogram[node * Bins + cut].G;
                leftH += histogram[node * Bins + cut].H;
                var (rightG, rightH) = (allG - leftG, allH - leftH);
                if (leftH < settings.LeastWeight || rightH < settings.LeastWeight) continue;
                var gain = leftG * leftG / (leftH + settings.Ridge) + rightG * rightG / (rightH + settings.Ridge) - allG * allG / (allH + settings.Ridge);
                if (gain > best[node].Gain + 1e-9) best[node] = (gain, cut);
            }
        }
        return best;
    }

    /// <summary>Thresholds at quantiles of a sample of the rows, rounded as they are written, so that training and use agree.</summary>
    private static float[][] Cuts(float[][] rows, int features)
    {
        var step = Math.Max(1, rows.Length / 20_000);
        var cuts = new float[features][];
        Parallel.For(0, features, new ParallelOptions { MaxDegreeOfParallelism = 2 }, feature =>
        {
            var values = new List<float>();
            for (var i = 0; i < rows.Length; i += step) values.Add(rows[i][feature]);
            values.Sort();
            var found = new SortedSet<float>();
            for (var bin = 1; bin < Bins; bin++) found.Add(values[(int)((long)bin * values.Count / Bins)]);
            // Rare values matter too: the distinct ones fill what quantiles leave free.
            foreach (var value in values.Distinct()) { if (found.Count >= Bins - 1) break; found.Add(value); }
            found.Remove(values[^1]);
            cuts[feature] = found.Select(value => float.Parse(value.ToString("G5", System.Globalization.CultureInfo.InvariantCulture), System.Globalization.CultureInfo.InvariantCulture)).Distinct().ToArray();
        });
        return cuts;
    }

    private static byte[][] Bin(float[][] rows, float[][] cuts, int features)
    {
        var binned = new byte[features][];
        Parallel.For(0, features, new ParallelOptions { MaxDegreeOfParallelism = 2 }, feature =>
        {
            var column = new byte[rows.Length];
            var own = cuts[feature];
            for (var i = 0; i < rows.Length; i++)
            {
                var value = rows[i][feature];
                int low = 0, high = own.Length;
                while (low < high)
                {
                    var middle = (low + high) / 2;
                    if (value > own[middle]) low = middle + 1; else high = middle;
                }
                column[i] = (byte)low;
            }
            binned[feature] = column;
        });
        return binned;
    }
}
