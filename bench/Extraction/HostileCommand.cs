using System.Diagnostics;

namespace Rounds.Extraction.Bench;

/// <summary>Times the extraction of what no honest page holds.</summary>
internal static class HostileCommand
{
    private static readonly (string Piece, int Times)[] Shapes =
    [
        ("<div>", 100_000), ("<b>", 100_000), ("<a href=x>", 100_000), ("<p><table><tr><td>", 100_000), ("<ul><li>", 100_000), ("<font><p>", 100_000), ("<span>word ", 100_000), ("<blockquote>", 100_000),
        ("x", 2_000_000), ("<p class='a b c'>", 100_000), ("<meta name=author content='Mira Oakhurst'>", 50_000), ("<h1>Heading</h1>", 100_000), ("2024-01-01 ", 200_000), ("<p>By Mira Oakhurst</p>", 100_000), ("<img src=a.jpg>", 100_000), ("<!--", 500_000), ("&amp;", 400_000), ("<", 2_000_000), ("<br>a", 400_000),
    ];

    public static void Run(int scale)
    {
        foreach (var (piece, times) in Shapes)
        {
            var html = string.Concat(Enumerable.Repeat(piece, times / scale));
            var start = Stopwatch.GetTimestamp();
            ArticleExtractor.Extract(html, null);
            Console.WriteLine(FormattableString.Invariant($"{piece,-45} {html.Length,9} {Stopwatch.GetElapsedTime(start).TotalMilliseconds,8:F0} ms"));
        }
    }
}
