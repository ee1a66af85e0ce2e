using System.Collections.Frozen;

namespace Rounds.Feeds.Xml;

/// <summary>The elements that are understood, by the usual prefix of their namespace and their name in lower case.</summary>
internal static class TagNames
{
    public static readonly FrozenDictionary<string, Tag> All = new Dictionary<string, Tag>
    {
        ["rss"] = Tag.Rss, ["rdf:rdf"] = Tag.Rdf, ["feed"] = Tag.AtomFeed, ["channel"] = Tag.Channel, ["item"] = Tag.Item,
        ["entry"] = Tag.Item, ["product"] = Tag.Item, ["image"] = Tag.Image, ["textinput"] = Tag.TextInput, ["source"] = Tag.Source,
        ["author"] = Tag.Author, ["managingeditor"] = Tag.ManagingEditor, ["contributor"] = Tag.OtherPerson,
        ["webmaster"] = Tag.OtherPerson, ["itunes:owner"] = Tag.OtherPerson, ["dc:contributor"] = Tag.OtherPerson,
        ["dc:publisher"] = Tag.OtherPerson, ["media:group"] = Tag.Group, ["html"] = Tag.WebPage, ["xhtml:html"] = Tag.WebPage,
        ["opml"] = Tag.Outlines,

        ["title"] = Tag.Title, ["dc:title"] = Tag.Title, ["media:title"] = Tag.MediaTitle, ["itunes:title"] = Tag.MediaTitle,
        ["description"] = Tag.Description, ["dc:description"] = Tag.Description, ["summary"] = Tag.Summary,
        ["subtitle"] = Tag.Subtitle, ["tagline"] = Tag.Subtitle, ["info"] = Tag.Info, ["abstract"] = Tag.Abstract,
        ["dcterms:abstract"] = Tag.Abstract, ["itunes:summary"] = Tag.ItunesSummary, ["itunes:subtitle"] = Tag.ItunesSubtitle,
        ["media:description"] = Tag.MediaDescription, ["media:text"] = Tag.MediaDescription, ["content"] = Tag.Content,
        ["content:encoded"] = Tag.EncodedContent, ["fullitem"] = Tag.EncodedContent, ["body"] = Tag.Body, ["xhtml:body"] = Tag.Body,
        ["rights"] = Tag.Rights, ["copyright"] = Tag.Rights, ["dc:rights"] = Tag.DcRights, ["media:copyright"] = Tag.DcRights,

        ["link"] = Tag.Link, ["feedburner:origlink"] = Tag.OriginalLink, ["pheedo:origlink"] = Tag.OriginalLink,
        ["guid"] = Tag.Id, ["id"] = Tag.Id,
        ["pubdate"] = Tag.Published, ["published"] = Tag.Published, ["issued"] = Tag.Published, ["dcterms:issued"] = Tag.Published,
        ["updated"] = Tag.Updated, ["modified"] = Tag.Updated, ["dcterms:modified"] = Tag.Updated, ["lastbuilddate"] = Tag.Updated,
        ["dc:date"] = Tag.DcDate, ["date"] = Tag.DcDate, ["created"] = Tag.Created, ["dcterms:created"] = Tag.Created,
        ["dcterms:date"] = Tag.DcDate, ["category"] = Tag.Category, ["dc:subject"] = Tag.Category, ["keywords"] = Tag.Category,
        ["tags"] = Tag.Category, ["media:category"] = Tag.Category, ["itunes:keywords"] = Tag.Keywords,
        ["media:keywords"] = Tag.Keywords, ["itunes:category"] = Tag.ItunesCategory, ["googleplay:category"] = Tag.ItunesCategory,
        ["language"] = Tag.Language, ["dc:language"] = Tag.DcLanguage, ["generator"] = Tag.Generator,
        ["admin:generatoragent"] = Tag.GeneratorAgent, ["enclosure"] = Tag.Enclosure, ["logo"] = Tag.Logo, ["icon"] = Tag.Icon,
        ["itunes:image"] = Tag.CoverImage, ["googleplay:image"] = Tag.CoverImage, ["itunes:link"] = Tag.CoverImage,
        ["media:thumbnail"] = Tag.Thumbnail, ["media:content"] = Tag.MediaContent, ["url"] = Tag.Url, ["uri"] = Tag.Url,
        ["homepage"] = Tag.Url, ["name"] = Tag.Name, ["itunes:name"] = Tag.Name, ["email"] = Tag.Email, ["itunes:email"] = Tag.Email,
        ["foaf:name"] = Tag.Name, ["dc:creator"] = Tag.Creator, ["dc:author"] = Tag.Creator, ["itunes:author"] = Tag.ItunesAuthor,
        ["googleplay:author"] = Tag.ItunesAuthor, ["comments"] = Tag.Comments, ["slash:comments"] = Tag.CommentCount,
        ["thr:total"] = Tag.CommentCount, ["thr:in-reply-to"] = Tag.InReplyTo, ["itunes:duration"] = Tag.Duration,
        ["georss:point"] = Tag.Point, ["gml:pos"] = Tag.Point, ["geo:lat"] = Tag.Latitude, ["geo:long"] = Tag.Longitude,
        ["geo:lon"] = Tag.Longitude, ["dc:source"] = Tag.Via,
    }.ToFrozenDictionary();

    /// <summary>Namespaces in lower case without a trailing slash, and the prefix they are known by; the empty prefix for those whose
    /// elements mean what RSS's and Atom's own mean.</summary>
    public static readonly FrozenDictionary<string, string> Namespaces = new Dictionary<string, string>
    {
        [""] = "", ["http://www.w3.org/2005/atom"] = "", ["http://purl.org/atom/ns#"] = "", ["http://purl.org/rss/1.0"] = "",
        ["http://purl.org/net/rss1.1#"] = "", ["http://my.netscape.com/rdf/simple/0.9"] = "", ["http://channel.netscape.com/rdf/simple/0.9"] = "",
        ["http://backend.userland.com/rss"] = "", ["http://backend.userland.com/rss2"] = "", ["http://backend.userland.com/rss091"] = "",
        ["http://blogs.law.harvard.edu/tech/rss"] = "", ["http://purl.org/rss/1.0/modules/rss091#"] = "", ["http://example.com/necho"] = "",
        ["http://example.com/newformat#"] = "", ["http://purl.org/echo"] = "", ["http://purl.org/pie"] = "", ["uri/of/echo/namespace#"] = "",
        ["http://www.w3.org/1999/02/22-rdf-syntax-ns#"] = "rdf", ["http://purl.org/dc/elements/1.1"] = "dc",
        ["http://purl.org/dc/elements/1.0"] = "dc", ["http://purl.org/dc/terms"] = "dcterms",
        ["http://purl.org/rss/1.0/modules/content"] = "content", ["http://purl.org/rss/1.0/modules/slash"] = "slash",
        ["http://purl.org/rss/1.0/modules/syndication"] = "sy", ["http://wellformedweb.org/commentapi"] = "wfw",
        ["http://search.yahoo.com/mrss"] = "media", ["http://search.yahoo.com/mrss/2.0"] = "media", ["http://www.rssboard.org/media-rss"] = "media",
        ["http://video.search.yahoo.com/mrss"] = "media", ["http://tools.search.yahoo.com/mrss"] = "media",
        ["http://www.itunes.com/dtds/podcast-1.0.dtd"] = "itunes", ["http://example.com/dtds/podcast-1.0.dtd"] = "itunes",
        ["https://www.itunes.com/dtds/podcast-1.0.dtd"] = "itunes", ["http://www.google.com/schemas/play-podcasts/1.0"] = "googleplay",
        ["https://podcastindex.org/namespace/1.0"] = "podcast", ["http://purl.org/syndication/thread/1.0"] = "thr",
        ["http://www.georss.org/georss"] = "georss", ["http://www.opengis.net/gml"] = "gml", ["http://www.w3.org/2003/01/geo/wgs84_pos#"] = "geo",
        ["http://rssnamespace.org/feedburner/ext/1.0"] = "feedburner", ["http://www.pheedo.com/namespace/pheedo"] = "pheedo",
        ["http://webns.net/mvcb"] = "admin", ["http://xmlns.com/foaf/0.1"] = "foaf", ["http://www.w3.org/1999/xhtml"] = "xhtml",
        ["http://www.w3.org/xml/1998/namespace"] = "xml", ["http://web.resource.org/cc"] = "cc", ["http://www.w3.org/2000/svg"] = "svg",
    }.ToFrozenDictionary();
}
