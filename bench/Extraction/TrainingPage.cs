using Rounds.Extraction.Judging;
using Rounds.Extraction.Reading;

namespace Rounds.Extraction.Bench;

/// <summary>A page with its rows, labels and weights.</summary>
internal sealed class TrainingPage
{
    public TrainingPage(Sample sample)
    {
        Sample = sample;
        Context = new PageContext(Page.Read(sample.ReadHtml(), sample.Url));
        var blocks = Context.Page.Outline.Blocks;
        Labels = Bench.Labels.Of(Context.Page.Outline, sample.Text);
        Indexes = Enumerable.Range(0, blocks.Count).Where(i => blocks[i].Words > 0).ToArray();
        Rows = new float[blocks.Count][];
        foreach (var i in Indexes)
        {
            Rows[i] = new float[BlockFeatures.Count];
            BlockFeatures.Describe(Context, i, Rows[i]);
        }
        // Every page weighs the same, as in the score; a wrong word costs what it takes from F1, up to twice the page's true words in all.
        var truth = Math.Max(40, Scores.Words(sample.Text).Count());
        Weights = blocks.Select(block => (block.Words + 1f) / truth).ToArray();
        var wrong = Indexes.Where(i => !Labels[i]).Sum(i => (double)Weights[i]);
        if (wrong > 2) foreach (var i in Indexes) if (!Labels[i]) Weights[i] *= (float)(2 / wrong);
    }

    public Sample Sample { get; }
    public PageContext Context { get; }
    public int[] Indexes { get; }
    public float[][] Rows { get; }
    public bool[] Labels { get; }
    public float[] Weights { get; }
}
