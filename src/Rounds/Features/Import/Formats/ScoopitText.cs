using Rounds.Features.Posts;

namespace Rounds.Features.Import.Formats;

/// <summary>
/// A Scoop.it topic page saved as text. Such a page has no links and no dates of posts; what it has is told apart by lines
/// of a known shape, each post from "Scooped by NAME!" to the next.
/// </summary>
internal static class ScoopitText
{
    public const string Format = "scoopit-text";

    // The longest headline in the wild is shorter; a paragraph without its headline is longer.
    private const int LongestHeadline = 250;

    public static bool Recognises(string text) => text.Split('\n', 4000).Any(l => ScoopitLines.IsPoster(l, out _));

    public static ImportedTopic Read(string text)
    {
        var topic = new ImportedTopic(Format) { KeepsOrder = true };
        var lines = text.Split('\n');
        var starts = Enumerable.Range(0, lines.Length).Where(i => ScoopitLines.IsPoster(lines[i], out _)).ToList();
        ScoopitMasthead.Read(lines.Take(starts[0]), topic);
        var blocks = starts.Select((start, n) => ScoopitBlock.Cut(lines, start, n + 1 < starts.Count ? starts[n + 1] : lines.Length)).ToList();
        var usualGap = UsualGap(blocks);
        foreach (var block in blocks)
        {
            Take(block, usualGap, topic);
        }

        topic.Title ??= blocks.Select(b => b.RepeatedTopic).FirstOrDefault(t => t is not null);
        SayWhatIsMissing(blocks[^1], topic);
        return topic;
    }

    /// <summary>Blank lines between "Scooped by" and the headline, as most posts of this page have them.</summary>
    private static int UsualGap(IReadOnlyList<ScoopitBlock> blocks)
    {
        var sure = blocks.Where(b => b.RepeatedTitle is { Length: > 0 }).ToList();
        return (sure.Count > 0 ? sure : blocks).GroupBy(b => b.Gap).OrderByDescending(g => g.Count()).ThenBy(g => g.Key).First().Key;
    }

    private static void Take(ScoopitBlock block, int usualGap, ImportedTopic topic)
    {
        var body = block.Body.ToList();
        var title = block.RepeatedTitle is { Length: > 0 } repeated ? repeated : null;
        if (title is null && !block.LostItsTitle && body is [var first, ..] && block.Gap <= usualGap && first.Length <= LongestHeadline)
        {
            title = first;
            body.RemoveAt(0);
        }

        var excerpt = Prose.Paragraphs(body);
        if (title is null && excerpt.Length == 0)
        {
            topic.Rejected.Add(new Rejection(block.Line, "The post has neither headline nor text."));
            return;
        }

        if (title is null)
        {
            title = Prose.FirstWords(excerpt);
            topic.Notes.Add($"Line {block.Line}: the headline of a post by {block.Poster} was lost when the page was saved; its first words stand for it: “{title}”.");
        }

        topic.Notes.AddRange(CaptureFaults.In(block.Line, title, excerpt));
        topic.Posts.Add(new ImportedPost
        {
            Line = block.Line,
            ExternalId = $"page:{Prose.Fingerprint(block.Poster, title, excerpt)}",
            Kind = PostKind.Link,
            Title = Prose.Title(title),
            SiteName = block.Site,
            Curator = block.Poster,
            PublishedAt = block.Date,
            Excerpt = excerpt,
            Insight = Prose.Markdown(block.OwnInsight),
            Talk = block.Talk,
        });
    }

    private static void SayWhatIsMissing(ScoopitBlock last, ImportedTopic topic)
    {
        var posts = topic.Posts.Count;
        topic.Notes.Add($"A page saved as text has no links: none of the {posts} posts has its source's address. Saved as HTML, or from RSS or the API, they would.");
        if (last.Closing.Count > 0)
        {
            topic.Notes.Add($"After the last post the page says “{string.Join(" ", last.Closing)}”. That was not taken; the topic's contact form can say it.");
        }

        if (topic.Posts.Any(p => p.Talk.Count > 0))
        {
            topic.Notes.Add("Insights and comments have the dates of the page; it names no time zone, so they were taken as UTC.");
        }
    }
}
