using System.Diagnostics;
using AngleSharp.Html.Parser;
using Rounds.Extraction.Facts;
using Rounds.Extraction.Judging;
using Rounds.Extraction.Learning;
using Rounds.Extraction.Outline;
using Rounds.Extraction.Reading;

namespace Rounds.Extraction.Bench;

/// <summary>CPU of a page as a ratio to AngleSharp parsing the same page and taking its longest article element, in the same run, warm.</summary>
internal static class TimeCommand
{
    public static void Run(IReadOnlyList<Sample> samples)
    {
        var pages = samples.Where((_, index) => index % 9 == 0).Select(sample => (sample.Url, Html: sample.ReadHtml())).ToList();
        foreach (var (url, html) in pages.Take(80)) { Baseline(html); ArticleExtractor.Extract(html, url); }
        var ratios = new List<double>();
        var parts = new double[7];
        double slowest = 0, total = 0, totalBase = 0, totalRead = 0, totalContext = 0, totalJudge = 0;
        foreach (var (url, html) in pages)
        {
            var parse = Best(() => Baseline(html));
            var extract = Best(() => ArticleExtractor.Extract(html, url));
            totalRead += Best(() => Page.Read(html, url));
            var options = Page.Options;
            parts[0] += Best(() => NestingGuard.Limit(html));
            parts[1] += Best(() => new HtmlParser(options).ParseDocument(html));
            parts[2] += Best(() => new HtmlParser(new HtmlParserOptions { SkipComments = true, SkipScriptText = true, SkipRawText = true }).ParseDocument(html));
            parts[3] += Best(() => new HtmlParser(new HtmlParserOptions { SkipComments = true }).ParseDocument(html));
            var root = new HtmlParser(options).ParseDocument(html).DocumentElement;
            parts[6] += Best(() => new HtmlParser(options).ParseDocument(html.AsMemory()));
            parts[4] += Best(() => OutlineBuilder.Build(root, Metadata.Of(root)));
            parts[5] += Best(() => StructuredData.Read(Scripts.LinkedData(html)));
            var page = Page.Read(html, url);
            totalContext += Best(() => new PageContext(page));
            var context = new PageContext(page);
            totalJudge += Best(() => BlockJudge.Choose(context, Models.Shipped));
            ratios.Add(extract / parse);
            slowest = Math.Max(slowest, extract);
            total += extract;
            totalBase += parse;
        }
        ratios.Sort();
        Console.WriteLine(FormattableString.Invariant($"pages {ratios.Count}: ratio median {ratios[ratios.Count / 2]:F2}, 90% {ratios[ratios.Count * 9 / 10]:F2}, worst {ratios[^1]:F2}; all {total / totalBase:F2}; mean {total / pages.Count:F1} ms, slowest {slowest:F0} ms"));
        Console.WriteLine(string.Join(", ", parts.Zip(PartNames, (part, name) => FormattableString.Invariant($"{name} {part / total:F3}"))));
        Console.WriteLine(FormattableString.Invariant($"shares of the whole: baseline {totalBase / total:F3}, read {totalRead / total:F3}, context {totalContext / total:F3}, blocks {totalJudge / total:F3}, the rest facts and writing"));
    }

    private static readonly string[] PartNames = ["guard", "parse", "parse with all attributes", "parse with all text", "outline", "linked data", "parse of memory"];

    private static double Best(Action action)
    {
        var best = double.MaxValue;
        for (var i = 0; i < 3; i++)
        {
            var start = Stopwatch.GetTimestamp();
            action();
            best = Math.Min(best, Stopwatch.GetElapsedTime(start).TotalMilliseconds);
        }
        return best;
    }

    private static int Baseline(string html) =>
        new HtmlParser().ParseDocument(html).QuerySelectorAll("article").Select(article => article.TextContent.Length).DefaultIfEmpty().Max();
}
