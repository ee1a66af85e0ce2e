using System.Collections.Concurrent;
using System.Globalization;
using Rounds.Extraction.Learning;

namespace Rounds.Extraction.Bench;

/// <summary>Runs the extractor over the pages and prints the table of the goals.</summary>
internal static class ScoreCommand
{
    private sealed record Row(Sample Sample, Article Article, double Precision, double Recall, double F1);

    private static readonly string[] Kinds = ["article", "forum", "documentation", "service", "listing", "collection", "product"];

    public static void Run(IReadOnlyList<Sample> samples, Models models, string? reportPath)
    {
        var rows = new ConcurrentBag<Row>();
        Parallel.ForEach(samples, new ParallelOptions { MaxDegreeOfParallelism = 2 }, sample =>
        {
            var article = ArticleExtractor.Extract(sample.ReadHtml(), sample.Url, models);
            var (precision, recall, f1) = Scores.Compare(sample.Text, article.Text);
            rows.Add(new(sample, article, precision, recall, f1));
        });
        Print(rows.ToList());
        if (reportPath is not null) Report(rows, reportPath);
    }

    private static void Print(List<Row> rows)
    {
        Console.WriteLine($"{"kind",-14} {"pages",5} {"prec",6} {"rec",6} {"F1",6} {"with",6} {"w/out",6} {"kind",6} | {"title",6} {"author",6} {"date",6} {"invent",6}");
        PrintLine("all", rows);
        foreach (var kind in Kinds) PrintLine(kind, rows.Where(row => row.Sample.Kind == kind).ToList());
    }

    private static void PrintLine(string name, List<Row> rows)
    {
        if (rows.Count == 0) return;
        var line = string.Create(CultureInfo.InvariantCulture,
            $"{name,-14} {rows.Count,5} {rows.Average(row => row.Precision),6:F3} {rows.Average(row => row.Recall),6:F3} {rows.Average(row => row.F1),6:F3} {Mean(rows, row => Scores.ShareOf(row.Sample.With, row.Article.Text, true)),6:F3} {Mean(rows, row => Scores.ShareOf(row.Sample.Without, row.Article.Text, false)),6:F3} {rows.Average(row => row.Article.Kind.ToString().Equals(row.Sample.Kind, StringComparison.OrdinalIgnoreCase) ? 1.0 : 0),6:F3} | {Mean(rows, row => row.Sample.Title is null ? null : Scores.SameTitle(row.Sample.Title, row.Article.Title) ? 1 : 0),6:F3} {Mean(rows, row => row.Sample.Author is null ? null : Scores.SameName(row.Sample.Author, row.Article.Byline) ? 1 : 0),6:F3} {Mean(rows, row => row.Sample.Published is null ? null : Scores.SameDay(row.Sample.Published, row.Article.Published) ? 1 : 0),6:F3} {Mean(rows, row => row.Sample.Author is not null ? null : row.Article.Byline is not null ? 1 : 0),6:F3}");
        Console.WriteLine(line);
    }

    private static double Mean(List<Row> rows, Func<Row, double?> measure) => rows.Select(measure).Where(value => value is not null).Select(value => value!.Value).DefaultIfEmpty(double.NaN).Average();

    /// <summary>One line a page, worst first, for reading what went wrong.</summary>
    private static void Report(IEnumerable<Row> rows, string path)
    {
        using var writer = new StreamWriter(path);
        foreach (var row in rows.OrderBy(row => row.F1))
        {
            writer.WriteLine(string.Join('\t', row.Sample.Id, row.Sample.Kind, row.Article.Kind, row.Precision.ToString("F2", CultureInfo.InvariantCulture), row.Recall.ToString("F2", CultureInfo.InvariantCulture), row.F1.ToString("F3", CultureInfo.InvariantCulture), row.Sample.Url,
                "T", row.Sample.Title, row.Article.Title, "A", row.Sample.Author, row.Article.Byline, "D", row.Sample.Published, row.Article.Published?.Value.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture)));
        }
    }
}
