using System.Diagnostics;
using System.Globalization;
using Rounds.Extraction.Judging;
using Rounds.Extraction.Learning;
using Rounds.Extraction.Writing;

namespace Rounds.Extraction.Bench;

/// <summary>Trains the forests. With a held-out part it says what they are worth on sites they never saw, and writes nothing.</summary>
internal static class TrainCommand
{
    private const int Folds = 3;

    public static void Run(IReadOnlyList<Sample> samples, int? heldOut, string target)
    {
        var watch = Stopwatch.StartNew();
        var pages = new TrainingPage[samples.Count];
        Parallel.For(0, samples.Count, new ParallelOptions { MaxDegreeOfParallelism = 2 }, i => pages[i] = new(samples[i]));
        Say(watch, $"{pages.Length} pages, {pages.Sum(page => page.Indexes.Length)} blocks, {BlockFeatures.Count}+{ContextFeatures.Count} features");
        Evaluate("labels", pages, page => page.Labels.Select(label => label ? 1f : 0f).ToArray());
        var learning = heldOut is null ? pages : pages.Where(page => page.Sample.PartOf(2) != heldOut).ToArray();
        var models = Train(learning, watch);
        if (heldOut is { } part)
        {
            var unseen = pages.Where(page => page.Sample.PartOf(2) == part).ToArray();
            Evaluate("first look, unseen", unseen, page => FirstChances(page, models.FirstLook));
            Evaluate("second look, unseen", unseen, page => BlockJudge.Chances(page.Context, models.FirstLook, models.SecondLook));
            Write(Path.Combine(Path.GetTempPath(), "held-out"), models);
            ScoreCommand.Run(unseen.Select(page => page.Sample).ToList(), models, null);
            return;
        }
        Write(target, models);
    }

    private static Models Train(IReadOnlyList<TrainingPage> pages, Stopwatch watch)
    {
        // The first look only has to give the second its surroundings: a third of the cost, and the second is as good.
        var (rough, fine) = (new BoosterSettings(Trees: 60, Depth: 4, Rate: 0.15, RowShare: 0.4, FeatureShare: 0.35), new BoosterSettings(Trees: 130, Rate: 0.12, RowShare: 0.4, FeatureShare: 0.35));
        // The second look must see the first as it errs on unknown sites, so its rows come from forests that did not see the page's site.
        var chances = new Dictionary<TrainingPage, float[]>();
        for (var fold = 0; fold < Folds; fold++)
        {
            var forest = Fit(pages.Where(page => FoldOf(page) != fold), page => page.Rows, rough);
            foreach (var page in pages.Where(page => FoldOf(page) == fold)) chances[page] = FirstChances(page, forest);
            Say(watch, $"fold {fold}");
        }
        var first = Fit(pages, page => page.Rows, rough);
        Say(watch, "first look");
        var second = Fit(pages, page => SecondRows(page, chances[page]), fine);
        Say(watch, "second look");
        var facts = FactTraining.Run(pages, chances);
        Say(watch, "facts and kinds");
        return new(first, second, facts.Title, facts.Author, facts.Date, facts.Kinds);
    }

    private static int FoldOf(TrainingPage page) => page.Sample.PartOf(97) % Folds;

    private static Forest Fit(IEnumerable<TrainingPage> pages, Func<TrainingPage, float[][]> rowsOf, BoosterSettings settings)
    {
        var (rows, labels, weights) = (new List<float[]>(), new List<bool>(), new List<float>());
        foreach (var page in pages)
        {
            var own = rowsOf(page);
            foreach (var i in page.Indexes)
            {
                rows.Add(own[i]);
                labels.Add(page.Labels[i]);
                weights.Add(page.Weights[i]);
            }
        }
        return Booster.Train(rows.ToArray(), labels.ToArray(), weights.ToArray(), settings);
    }

    private static float[] FirstChances(TrainingPage page, Forest forest)
    {
        var chances = new float[page.Rows.Length];
        foreach (var i in page.Indexes) chances[i] = forest.Chance(page.Rows[i]);
        return chances;
    }

    private static float[][] SecondRows(TrainingPage page, float[] chances)
    {
        var around = new ContextFeatures(page.Context.Page.Outline, chances);
        var rows = new float[page.Rows.Length][];
        foreach (var i in page.Indexes)
        {
            rows[i] = new float[BlockFeatures.Count + ContextFeatures.Count];
            page.Rows[i].CopyTo(rows[i], 0);
            around.Describe(i, rows[i].AsSpan(BlockFeatures.Count));
        }
        return rows;
    }

    private static void Evaluate(string name, IReadOnlyList<TrainingPage> pages, Func<TrainingPage, float[]> chancesOf)
    {
        var scores = pages.AsParallel().WithDegreeOfParallelism(2)
            .Select(page => (page.Sample.Kind, Score: Scores.Compare(page.Sample.Text, ArticleText.Write(Selection.Best(page.Context.Page.Outline.Blocks, chancesOf(page)))))).ToList();
        Console.WriteLine(FormattableString.Invariant($"{name}: P {scores.Average(score => score.Score.Precision):F3} R {scores.Average(score => score.Score.Recall):F3} F1 {scores.Average(score => score.Score.F1):F4}  ") +
            string.Join(", ", scores.GroupBy(score => score.Kind).OrderByDescending(group => group.Count()).Select(group => string.Create(CultureInfo.InvariantCulture, $"{group.Key} {group.Average(score => score.Score.F1):F3}"))));
    }

    private static void Write(string folder, Models models)
    {
        Directory.CreateDirectory(folder);
        foreach (var (name, forest) in models.ByName())
        {
            using var writer = new StreamWriter(Path.Combine(folder, name + ".forest")) { NewLine = "\n" };
            forest.Write(writer);
        }
    }

    private static void Say(Stopwatch watch, string what) => Console.Error.WriteLine(FormattableString.Invariant($"{watch.Elapsed.TotalSeconds,6:F1} s  {what}"));
}
