using Rounds.Feeds.Text;
using Rounds.Feeds.Xml;

namespace Rounds.Feeds;

/// <summary>A feed that a page names.</summary>
/// <param name="Url">Absolute address.</param>
/// <param name="Title">What the page calls it; null when it does not.</param>
/// <param name="Type">The media type the page says; null when it only links there.</param>
public sealed record FeedLink(string Url, string? Title, string? Type);

/// <summary>Finds the feeds of a page: those it declares in <c>link rel="alternate"</c> (HTML Living Standard section 4.6.7) first, in
/// order; only where there are none, the links in its text whose addresses look like a feed's.</summary>
public static class FeedDiscovery
{
    private const int Most = 50;

    // Elements whose text is not markup: a script that writes tags declares no feed.
    private static readonly string[] RawText = ["script", "style", "textarea", "template", "noscript", "title", "xmp"];

    private static readonly string[] Endings =
        ["/feed", "/feed/", "/rss", "/rss/", "/atom", "/atom/", ".rss", ".atom", ".rdf", "/rss.xml", "/atom.xml", "/feed.xml", "/index.xml", "/feed.json", "/feeds/posts/default"];

    /// <param name="html">The page, decoded; only its first two million characters are looked at.</param>
    /// <param name="page">Where it was found, after redirects.</param>
    public static IReadOnlyList<FeedLink> Find(string html, Uri page)
    {
        var scanner = new XmlScanner(html.Length > 2_000_000 ? html[..2_000_000] : html, new FaultLog());
        var (declared, linked) = (new List<FeedLink>(), new List<FeedLink>());
        var address = page.OriginalString;
        var sawBase = false;
        for (var token = scanner.Read(); token != XmlToken.Finished; token = scanner.Read())
        {
            if (token != XmlToken.Start)
                continue;
            var name = scanner.Name.ToString().ToLowerInvariant();
            if (name == "base" && !sawBase && Get(scanner, "href") is { } own)
                (address, sawBase) = (FeedUrl.Join(address, own), true);
            else if (name == "link")
                Add(declared, Declared(scanner, address));
            else if (name == "a")
                Add(linked, Linked(scanner, address));
            else if (RawText.Contains(name))
                scanner.SkipBefore("</" + name);
        }
        return declared.Count > 0 ? declared : linked;
    }

    private static void Add(List<FeedLink> links, FeedLink? link)
    {
        if (link is not null && links.Count < Most && !links.Exists(l => l.Url == link.Url))
            links.Add(link);
    }

    private static FeedLink? Declared(XmlScanner scanner, string address)
    {
        var relations = Get(scanner, "rel")?.ToLowerInvariant().Split([' ', '\t', '\n'], StringSplitOptions.RemoveEmptyEntries) ?? [];
        if (!relations.Contains("alternate") && !relations.Contains("feed") || relations.Contains("stylesheet"))
            return null;
        var type = Get(scanner, "type");
        var bare = type?.Split(';')[0].Trim().ToLowerInvariant();
        var isFeed = bare switch
        {
            "application/rss+xml" or "application/atom+xml" or "application/rdf+xml" or "application/feed+json" or "text/rss+xml" or "text/atom+xml"
                or "application/x.atom+xml" or "application/x-atom+xml" or "application/x-rss+xml" or "text/rss" => true,
            // WordPress declares its interface as application/json too; a feed says so in its address.
            "application/json" => Get(scanner, "href") is { } json && json.Contains("feed", StringComparison.OrdinalIgnoreCase) && !json.Contains("/wp-json", StringComparison.Ordinal),
            "application/xml" or "text/xml" => Get(scanner, "href") is { } xml && (LooksLikeFeed(xml) || xml.Contains("feed", StringComparison.OrdinalIgnoreCase)),
            null => relations.Contains("feed"),
            _ => false,
        };
        return isFeed ? Link(scanner, address, Get(scanner, "title"), type) : null;
    }

    private static FeedLink? Linked(XmlScanner scanner, string address)
    {
        var type = Get(scanner, "type");
        return Get(scanner, "href") is { } href && (LooksLikeFeed(href) || type is "application/rss+xml" or "application/atom+xml")
            ? Link(scanner, address, Get(scanner, "title"), type)
            : null;
    }

    private static FeedLink? Link(XmlScanner scanner, string address, string? title, string? type)
    {
        var href = Get(scanner, "href");
        if (href?.StartsWith("feed:", StringComparison.OrdinalIgnoreCase) == true)
            href = href.StartsWith("feed:http", StringComparison.OrdinalIgnoreCase) ? href[5..] : "http:" + href[5..];
        return FeedUrl.Resolve(address, href) is { } url && FeedUrl.IsWeb(url) ? new FeedLink(url, title, type) : null;
    }

    private static bool LooksLikeFeed(string href)
    {
        var path = href.AsSpan();
        if (path.StartsWith("feed:", StringComparison.OrdinalIgnoreCase))
            return true;
        var query = path.IndexOfAny('?', '#');
        if (query >= 0 && (path[query..].Contains("feed=rss", StringComparison.OrdinalIgnoreCase) || path[query..].Contains("format=rss", StringComparison.OrdinalIgnoreCase)
            || path[query..].Contains("feed=atom", StringComparison.OrdinalIgnoreCase)))
            return true;
        path = query < 0 ? path : path[..query];
        foreach (var ending in Endings)
            if (path.EndsWith(ending, StringComparison.OrdinalIgnoreCase) || path.Equals(ending.AsSpan().Trim('/'), StringComparison.OrdinalIgnoreCase))
                return true;
        return false;
    }

    private static string? Get(XmlScanner scanner, string name) => scanner.Attributes.Get(name, scanner.Entities);
}
