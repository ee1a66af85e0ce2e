using AngleSharp.Dom;
using AngleSharp.Html.Dom;
using Rounds.Features.Posts;

namespace Rounds.Features.Import.Formats;

/// <summary>
/// A Scoop.it topic page saved as HTML. The classes are those of its pages over the years; where they are not found the
/// page is reduced to text, whose lines have kept their shape longer.
/// </summary>
internal static class ScoopitHtml
{
    public const string Format = "scoopit-html";
    private const string Titles = ".postTitleView, .post-title, h2";
    private const string Bodies = ".tCustomization_post_description, .post-description, .postdescription";

    /// <summary>Null when the page has no posts in the structure we know.</summary>
    public static ImportedTopic? Read(IHtmlDocument page)
    {
        var posts = page.QuerySelectorAll("[id^=post_], article, .post").Where(p => p.QuerySelector(Titles) is not null).ToList();
        var around = posts.SelectMany(p => p.Ancestors()).ToHashSet();
        posts.RemoveAll(around.Contains);
        if (posts.Count == 0)
        {
            return null;
        }

        var topic = new ImportedTopic(Format) { KeepsOrder = true };
        ReadHead(page, posts[0], topic);
        var number = 0;
        foreach (var post in posts)
        {
            Take(post, ++number, topic);
        }

        return topic;
    }

    /// <summary>Whatever stands before the first post, as text; the page's own metadata fill what is missing.</summary>
    private static void ReadHead(IHtmlDocument page, IElement firstPost, ImportedTopic topic)
    {
        var first = Prose.FromHtml(firstPost.OuterHtml).Split('\n')[0];
        var before = Prose.FromHtml(page.Body!.InnerHtml).Split('\n').TakeWhile(l => l != first).ToList();
        if (page.QuerySelector("h1") is { } heading && Prose.Line(heading.TextContent) is { Length: > 0 } name)
        {
            before.Insert(0, name);
        }

        ScoopitMasthead.Read(before, topic);
        if (page.QuerySelector("meta[property='og:description'], meta[name=description]")?.GetAttribute("content") is { Length: > 0 } said && topic.Audiences.Count == 0)
        {
            ScoopitMasthead.Describe(Prose.Paragraphs(said), topic);
        }

        topic.Language = page.DocumentElement.GetAttribute("lang");
    }

    private static void Take(IElement post, int number, ImportedTopic topic)
    {
        var heading = post.QuerySelector(Titles)!;
        var url = Prose.Link((heading.QuerySelector("a[href]") ?? (heading.LocalName == "a" ? heading : null))?.GetAttribute("href"));
        var insightHead = post.QuerySelector(".post-curation-comment-title, .postInsightTitle");
        var bodies = post.QuerySelectorAll(Bodies).Where(b => b.QuerySelector(Bodies) is null).ToList();
        var insights = bodies.Where(b => insightHead is not null && insightHead.CompareDocumentPosition(b).HasFlag(DocumentPositions.Following)).ToList();
        var excerpt = Prose.Paragraphs(string.Join('\n', bodies.Except(insights).Select(b => Prose.FromHtml(b.InnerHtml))));
        var insight = Prose.Paragraphs(string.Join('\n', insights.Select(b => Prose.FromHtml(b.InnerHtml))));
        var title = Prose.Title(heading.TextContent);
        if (title.Length == 0 && excerpt.Length == 0)
        {
            topic.Rejected.Add(new Rejection(number, "The post has neither headline nor text."));
            return;
        }

        if (title.Length == 0)
        {
            title = Prose.FirstWords(excerpt);
            topic.Notes.Add($"Post {number} has no headline; its first words stand for it: “{title}”.");
        }

        var id = post.GetAttribute("data-lid") ?? post.Closest("[id^=post_]")?.Id!["post_".Length..];
        topic.Posts.Add(new ImportedPost
        {
            Line = number,
            ExternalId = string.IsNullOrWhiteSpace(id) ? $"page:{Prose.Fingerprint(Poster(post), title, excerpt)}" : $"scoopit:{id}",
            Kind = PostKind.Link,
            Title = title,
            Url = url,
            SiteName = Prose.Site(url),
            Curator = Poster(post),
            PublishedAt = Date(post),
            Excerpt = excerpt,
            Insight = Prose.Markdown(insight),
            Tags = [.. post.QuerySelectorAll("a[href*='tag='], a[rel=tag]").Select(a => Prose.Line(a.TextContent)).Where(t => t.Length > 0)],
            ImageUrl = Image(post),
            Talk = Talk(post),
        });
    }

    /// <summary>"Scooped by NAME onto TOPIC" stands over each post, the name linked.</summary>
    private static string? Poster(IElement post)
    {
        var history = post.QuerySelector(".post-history, .posthistory");
        var line = Prose.Line(history?.TextContent);
        return ScoopitLines.IsPoster(line, out var name) ? name
            : history?.QuerySelector("a:not(:has(img))") is { } link ? Prose.Name(link.TextContent)
            : null;
    }

    private static DateTimeOffset? Date(IElement post) =>
        WrittenDates.Read(post.QuerySelector("meta[itemprop=uploadDate], meta[itemprop=datePublished]")?.GetAttribute("content"))
        ?? WrittenDates.Read(post.QuerySelector("time[datetime]")?.GetAttribute("datetime"))
        ?? post.QuerySelectorAll(".post-metas a, .post-metas span, .tCustomization_post_metas a").Select(a => WrittenDates.Read(a.TextContent)).FirstOrDefault(d => d is not null);

    private static string? Image(IElement post) =>
        post.QuerySelector(".thisistherealimage img, .post-image img") is { } image
            ? Prose.Link(image.GetAttribute("data-original")) ?? Prose.Link(image.GetAttribute("data-src")) ?? Prose.Link(image.GetAttribute("src"))
            : null;

    /// <summary>Comments and others' insights are told by their heading's words, as on the page's text.</summary>
    private static IReadOnlyList<ImportedTalk> Talk(IElement post)
    {
        var talk = new List<ImportedTalk>();
        var lines = Prose.FromHtml(post.InnerHtml).Split('\n').TakeWhile(l => !ScoopitLines.IsNoComment(l)).ToList();
        for (var at = 0; at < lines.Count; at++)
        {
            if (ScoopitLines.IsTalk(lines[at], out var name, out var isInsight, out var date) && date is not null)
            {
                var words = lines.Skip(at + 1).TakeWhile(l => !ScoopitLines.IsTalk(l, out _, out _, out _));
                talk.Add(new ImportedTalk(name, isInsight, Prose.Paragraphs(words), date));
            }
        }

        return talk;
    }
}
