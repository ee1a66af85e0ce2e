using Rounds.Extraction.Gates;
using Rounds.Feeds;

namespace Rounds.Features.Import.Formats;

/// <summary>RSS, Atom or JSON Feed saved as a file: of Scoop.it, or of any site.</summary>
internal static class FeedFile
{
    public static bool Recognises(string head) =>
        ((string[])["<rss", "<feed", "<rdf:RDF", "<channel"]).Any(root => head.Contains(root, StringComparison.OrdinalIgnoreCase));

    public static ImportedTopic Read(ReadOnlyMemory<byte> bytes)
    {
        var feed = FeedReader.Read(bytes, null, null);
        if (feed.Format is null)
        {
            throw new UnreadableFile(feed.Fault ?? "The feed cannot be read.");
        }

        var topic = new ImportedTopic(feed.Format) { Title = Prose.Title(feed.Title), Language = feed.Language };
        ScoopitMasthead.Describe(Prose.FromHtml(feed.Description), topic);
        var isScoopit = IsScoopit(feed.Link);
        var number = 0;
        foreach (var item in feed.Items)
        {
            Take(item, ++number, isScoopit, topic);
        }

        if (feed.Fault is not null)
        {
            topic.Notes.Add($"The feed has a fault: {feed.Fault} What could be read of it was read.");
        }

        return topic;
    }

    private static void Take(FeedItem item, int number, bool isScoopit, ImportedTopic topic)
    {
        var html = item.Content ?? item.Summary ?? "";
        var (body, insight, via) = Part(Prose.FromHtml(html));
        var title = Prose.Title(item.Title) is { Length: > 0 } said ? said : Prose.FirstWords(body);
        var url = Prose.Link(item.Link);
        if (IsScoopit(url))
        {
            url = FirstLinkAway(html) ?? url;
        }

        if (title.Length == 0 && url is null)
        {
            topic.Rejected.Add(new Rejection(number, "The item has neither title, text nor address."));
            return;
        }

        topic.Posts.Add(new ImportedPost
        {
            Line = number,
            ExternalId = $"feed:{Prose.Fingerprint(item.Id ?? item.Link, item.Id is null && item.Link is null ? title : null)}",
            Title = title.Length > 0 ? title : url!,
            Url = url,
            SiteName = Prose.Site(url),
            Author = isScoopit ? null : item.Author,
            Curator = isScoopit ? Prose.Name(item.Author) : null,
            SourceDate = isScoopit ? null : item.Published ?? item.Updated,
            PublishedAt = item.Published ?? item.Updated,

            // What a Scoop.it curator quoted is quoted already; a site's own feed may carry whole articles.
            Excerpt = isScoopit ? body : Prose.Quote(body),
            Insight = Prose.Markdown(insight),
            Tags = item.Categories,
            ImageUrl = Prose.Link(item.Image) ?? item.Enclosures.Where(e => e.Type?.StartsWith("image/", StringComparison.OrdinalIgnoreCase) == true).Select(e => Prose.Link(e.Url)).FirstOrDefault(),
            SuggestedBy = via,
        });
    }

    /// <summary>Scoop.it's items end with "NAME's insight:" and the words, and with "Via NAME" where the post was taken from another topic.</summary>
    private static (string Body, string Insight, string? Via) Part(string text)
    {
        var lines = text.Split('\n').ToList();
        var via = lines.Count > 1 && lines[^1].StartsWith("Via ", StringComparison.Ordinal) && lines[^1].Length < 80 ? lines[^1]["Via ".Length..].Trim() : null;
        if (via is not null)
        {
            lines.RemoveAt(lines.Count - 1);
        }

        var own = lines.FindIndex(l => ScoopitLines.IsTalk(l, out _, out var isInsight, out _) && isInsight);
        return own < 0 ? (string.Join('\n', lines), "", via) : (string.Join('\n', lines.Take(own)), string.Join('\n', lines.Skip(own + 1)), via);
    }

    private static bool IsScoopit(string? url) =>
        Prose.Link(url) is { } link && new Uri(link).Host is var host && (host == "scoop.it" || host.EndsWith(".scoop.it", StringComparison.OrdinalIgnoreCase));

    /// <summary>Items link to Scoop.it's own page; the source is the first link in the text that leads away from it.</summary>
    private static string? FirstLinkAway(string html)
    {
        const string mark = "href=\"";
        var clean = HtmlSanitizer.Sanitize(html, null, SanitizerProfile.Article);
        for (var at = clean.IndexOf(mark, StringComparison.Ordinal); at >= 0; at = clean.IndexOf(mark, at + 1, StringComparison.Ordinal))
        {
            var start = at + mark.Length;
            var end = clean.IndexOf('"', start);
            var link = end < 0 ? null : Prose.Link(System.Net.WebUtility.HtmlDecode(clean[start..end]));
            if (link is not null && !IsScoopit(link))
            {
                return link;
            }
        }

        return null;
    }
}
