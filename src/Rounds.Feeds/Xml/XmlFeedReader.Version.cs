using Rounds.Feeds.Dates;
using Rounds.Feeds.Text;

namespace Rounds.Feeds.Xml;

/// <summary>Which format this is, and what its root element says.</summary>
internal sealed partial class XmlFeedReader
{
    private string? versionByNamespace;

    /// <summary>Namespaces that belong to one version of one format.</summary>
    private void NoteVersion(string address)
    {
        versionByNamespace ??= address.TrimEnd('/').ToLowerInvariant() switch
        {
            "http://my.netscape.com/rdf/simple/0.9" or "http://channel.netscape.com/rdf/simple/0.9" => "rss090",
            "http://purl.org/rss/1.0" or "http://purl.org/net/rss1.1#" => "rss10",
            // RSS only borrows this one, for atom:link.
            "http://www.w3.org/2005/atom" when IsAtomRoot(scanner.Name) => "atom10",
            _ => null,
        };
    }

    private static bool IsAtomRoot(ReadOnlySpan<char> name) => name[(name.IndexOf(':') + 1)..] is "feed" or "entry";

    private void EnterFeed(Tag tag)
    {
        sawFeed = true;
        if (tag is Tag.AtomFeed or Tag.Item)
            isAtom = true;
        var version = Attribute("version");
        feed.Format = tag switch
        {
            Tag.Rss => RssVersion(version),
            Tag.Rdf => versionByNamespace is "rss090" ? "rss090" : null,
            Tag.AtomFeed => versionByNamespace is "atom10" ? "atom10"
                : version switch { "0.1" => "atom01", "0.2" => "atom02", "0.3" => "atom03", "1.0" => "atom10", _ => "atom" },
            // An Atom entry may be a document of its own; an item without a feed around it may be anything.
            Tag.Item => IsAtomRoot(scanner.Name) ? versionByNamespace ?? "atom" : feed.Format,
            _ => feed.Format ?? (root == Tag.Rdf ? versionByNamespace ?? "rss10" : depth == 1 ? "cdf" : versionByNamespace ?? "rss"),
        };
        if (scanner.Attributes.Count == 0)
            return;
        if (tag != Tag.Item)
            feed.Language.Offer((Attribute("xml:lang") ?? (tag == Tag.AtomFeed ? Attribute("lang") : null))?.Replace('_', '-'), 5);
        if (tag != Tag.Channel)
            return;
        if (Attribute("base") is { } own)
            baseAddress = FeedUrl.Base(baseAddress, own);
        feed.Link.Offer(Absolute(Attribute("href")), 5);
        feed.Updated.Offer(FeedDates.Parse(Attribute("lastmod")), 5);
    }

    private string RssVersion(string? version) => version switch
    {
        "0.90" or "0.9" => "rss090",
        "0.91" => scanner.Doctype?.Contains("netscape", StringComparison.OrdinalIgnoreCase) == true ? "rss091n" : "rss091u",
        "0.92" => "rss092",
        "0.93" => "rss093",
        "0.94" => "rss094",
        "1.0" => "rss10",
        not null when version.StartsWith("2.", StringComparison.Ordinal) || version == "2" => "rss20",
        _ => "rss",
    };
}
