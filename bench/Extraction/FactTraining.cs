using Rounds.Extraction.Facts;
using Rounds.Extraction.Judging;
using Rounds.Extraction.Learning;

namespace Rounds.Extraction.Bench;

/// <summary>Trains the choices of title, author, date and kind. Every candidate of a page is a row; right are those that equal the truth.</summary>
internal static class FactTraining
{
    private sealed record Rows(List<float[]> Values, List<bool> Labels, List<float> Weights);

    public static (Forest Title, Forest Author, Forest Date, Forest[] Kinds) Run(IReadOnlyList<TrainingPage> pages, IReadOnlyDictionary<TrainingPage, float[]> chances)
    {
        var (titles, authors, dates) = (Empty(), Empty(), Empty());
        int titlesHeld = 0, authorsHeld = 0, datesHeld = 0, titlesKnown = 0, authorsKnown = 0, datesKnown = 0;
        foreach (var page in pages)
        {
            var sample = page.Sample;
            var text = Selection.Best(page.Context.Page.Outline.Blocks, chances[page]);
            var context = new FactContext(page.Context, text, SiteNames.Find(page.Context.Page));
            var titleCandidates = TitleCandidates.Of(context.Page).All;
            var authorCandidates = AuthorCandidates.Of(context.Page).All;
            var dateCandidates = DateCandidates.Of(context.Page, Languages.OrderOf(context.Page)).All;
            var importance = sample.Kind is "article" ? 1f : 0.5f;
            if (sample.Title is not null)
            {
                titlesKnown++;
                if (Add(titles, titleCandidates.Count, importance, TitleFeatures.Count, (i, row) => TitleFeatures.Describe(context, titleCandidates, i, row), i => Scores.SameTitle(sample.Title, titleCandidates[i].Text))) titlesHeld++;
            }
            if (sample.Author is not null) authorsKnown++;
            if (Add(authors, authorCandidates.Count, importance, AuthorFeatures.Count, (i, row) => AuthorFeatures.Describe(context, authorCandidates, i, row), i => Scores.SameName(sample.Author, authorCandidates[i].Name))) authorsHeld++;
            if (sample.Published is not null) datesKnown++;
            // Only article and forum pages were asked for their date with care.
            if (sample.Published is not null || sample.Kind is "article" or "forum")
            {
                if (Add(dates, dateCandidates.Count, importance, DateFeatures.Count, (i, row) => DateFeatures.Describe(context, dateCandidates, i, row), i => Scores.SameDay(sample.Published, dateCandidates[i].Best))) datesHeld++;
            }
        }
        Console.Error.WriteLine(FormattableString.Invariant($"candidates hold: title {(double)titlesHeld / titlesKnown:F3}, author {(double)authorsHeld / authorsKnown:F3}, date {(double)datesHeld / datesKnown:F3}"));
        var settings = new BoosterSettings(Trees: 120, Depth: 4, Rate: 0.08, RowShare: 0.8, FeatureShare: 0.4, Ridge: 3, LeastWeight: 3);
        return (Fit(titles, settings), Fit(authors, settings), Fit(dates, settings), Kinds(pages));
    }

    private static Forest[] Kinds(IReadOnlyList<TrainingPage> pages)
    {
        var settings = new BoosterSettings(Trees: 100, Depth: 3, Rate: 0.08, RowShare: 0.8, FeatureShare: 0.5, Ridge: 3, LeastWeight: 2);
        var rows = pages.Select(page => page.Context.Row.ToArray()).ToArray();
        var weights = pages.Select(_ => 1f).ToArray();
        return Enum.GetNames<PageKind>().Select(kind => Booster.Train(rows, pages.Select(page => page.Sample.Kind.Equals(kind, StringComparison.OrdinalIgnoreCase)).ToArray(), weights, settings)).ToArray();
    }

    private static Rows Empty() => new([], [], []);

    private delegate void Describe(int index, Span<float> row);

    private static bool Add(Rows rows, int count, float importance, int width, Describe describe, Func<int, bool> isRight)
    {
        var any = false;
        for (var i = 0; i < count; i++)
        {
            var values = new float[width];
            describe(i, values);
            var right = isRight(i);
            any |= right;
            rows.Values.Add(values);
            rows.Labels.Add(right);
            rows.Weights.Add(importance);
        }
        return any;
    }

    private static Forest Fit(Rows rows, BoosterSettings settings) => Booster.Train(rows.Values.ToArray(), rows.Labels.ToArray(), rows.Weights.ToArray(), settings);
}
