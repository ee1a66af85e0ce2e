using System.Text;

namespace Rounds.Feeds.Bench;

/// <summary>Feeds in the shapes that are common: escaped HTML, CDATA, inline XHTML, JSON; about four kilobytes an item, and short ones.</summary>
internal static class Samples
{
    private const string Words = "wound care nurse ward clinic patient consent review evidence trial vaccine privacy notice discharge summary Grüße naïve “quoted” über";

    public static IEnumerable<(string Name, byte[] Bytes)> All(int items)
    {
        var feed = Feed(items, paragraphs: 8);
        yield return ("rss, escaped HTML", Written(feed, FeedWriter.WriteRss));
        yield return ("rss, CDATA", Encoding.UTF8.GetBytes(WithCData(feed)));
        yield return ("atom, escaped HTML", Written(feed, FeedWriter.WriteAtom));
        yield return ("atom, xhtml", Encoding.UTF8.GetBytes(WithXhtml(feed)));
        yield return ("rss, titles only", Written(Feed(items, paragraphs: 0), FeedWriter.WriteRss));
        yield return ("json", Written(feed, FeedWriter.WriteJson));
    }

    private static Feed Feed(int items, int paragraphs) => new()
    {
        Title = "Benchmark", Link = "https://hospital.example/", Description = "Generated",
        Items = [.. Enumerable.Range(0, items).Select(i => Item(i, paragraphs))],
    };

    private static FeedItem Item(int number, int paragraphs)
    {
        var random = new Random(number); // the same feeds in every run
        return new FeedItem
        {
            Id = $"https://hospital.example/p/{number}", Title = Text(random, 8), Link = $"https://hospital.example/p/{number}?from=feed&n={number}", Author = "Ada Example",
            Published = DateTimeOffset.UnixEpoch.AddHours(400_000 + number), Categories = ["wounds", "nursing"], Summary = $"<p>{Text(random, 25)}</p>",
            Content = paragraphs == 0 ? null : string.Concat(Enumerable.Range(0, paragraphs).Select(p =>
                $"<p class=\"body\">{Text(random, 50)} <a href=\"https://source.example/{p}?a=1&amp;b=2\">{Text(random, 4)}</a> &amp; {Text(random, 15)}</p>\n")),
        };
    }

    private static string Text(Random random, int count) => string.Join(' ', random.GetItems(Words.Split(' '), count));

    private static byte[] Written(Feed feed, Action<Feed, Stream> write)
    {
        using var stream = new MemoryStream();
        write(feed, stream);
        return stream.ToArray();
    }

    private static string WithCData(Feed feed)
    {
        var text = new StringBuilder("<?xml version=\"1.0\"?><rss version=\"2.0\" xmlns:content=\"http://purl.org/rss/1.0/modules/content/\"><channel><title>CDATA</title>");
        foreach (var item in feed.Items)
            text.Append($"<item><title>{item.Title}</title><link>{item.Link!.Replace("&", "&amp;", StringComparison.Ordinal)}</link><guid>{item.Id}</guid><pubDate>Thu, 01 Jan 2004 19:48:21 GMT</pubDate>")
                .Append($"<description><![CDATA[{item.Summary}]]></description><content:encoded><![CDATA[{item.Content}]]></content:encoded></item>\n");
        return text.Append("</channel></rss>").ToString();
    }

    private static string WithXhtml(Feed feed)
    {
        var text = new StringBuilder("<feed xmlns=\"http://www.w3.org/2005/Atom\"><title>XHTML</title><id>urn:x</id>");
        foreach (var item in feed.Items)
            text.Append($"<entry><title>{item.Title}</title><link href=\"{item.Id}\"/><id>{item.Id}</id><updated>2004-01-01T19:48:21Z</updated>")
                .Append($"<content type=\"xhtml\"><div xmlns=\"http://www.w3.org/1999/xhtml\">{item.Content}</div></content></entry>\n");
        return text.Append("</feed>").ToString();
    }
}
