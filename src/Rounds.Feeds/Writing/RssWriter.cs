using System.Xml;
using Rounds.Feeds.Text;
using static Rounds.Feeds.Writing.XmlText;

namespace Rounds.Feeds.Writing;

/// <summary>RSS 2.0 with the extensions that readers know: <c>content:encoded</c>, <c>dc:creator</c> (RSS's own author must be a mail address),
/// <c>atom:link</c>, <c>media:thumbnail</c>.</summary>
internal static class RssWriter
{
    public static void Write(XmlWriter writer, Feed feed)
    {
        writer.WriteStartDocument();
        writer.WriteStartElement("rss");
        writer.WriteAttributeString("version", "2.0");
        Declare(writer, "atom", Atom);
        Declare(writer, "content", Content);
        Declare(writer, "dc", DublinCore);
        Declare(writer, "media", Media);
        Declare(writer, "slash", Slash);
        Declare(writer, "thr", Threading);
        writer.WriteStartElement("channel");
        WriteChannel(writer, feed);
        foreach (var item in feed.Items)
            WriteItem(writer, item);
        writer.WriteEndElement();
        writer.WriteEndElement();
        writer.WriteEndDocument();
    }

    private static void Declare(XmlWriter writer, string prefix, string space) => writer.WriteAttributeString("xmlns", prefix, null, space);

    private static void WriteChannel(XmlWriter writer, Feed feed)
    {
        var link = feed.Link ?? feed.SelfLink;
        writer.Value("title", null, Title(feed.Title) ?? link ?? "Untitled");
        writer.Value("link", null, link);
        writer.WriteElementString("description", Clean(feed.Description ?? ""));
        writer.Value("language", null, feed.Language);
        writer.Value("copyright", null, feed.Rights);
        if (feed.Published is { } published)
            writer.WriteElementString("pubDate", Rfc822(published));
        if (feed.Updated is { } updated)
            writer.WriteElementString("lastBuildDate", Rfc822(updated));
        foreach (var category in feed.Categories)
            writer.Value("category", null, category);
        writer.Value("generator", null, feed.Generator);
        if (feed.Image is not null && link is not null)
        {
            writer.WriteStartElement("image");
            writer.Value("url", null, feed.Image);
            writer.Value("title", null, Title(feed.Title) ?? link);
            writer.Value("link", null, link);
            writer.WriteEndElement();
        }
        writer.Value("dc", "creator", DublinCore, feed.Author);
        writer.Value("atom", "id", Atom, feed.Id);
        Link(writer, "self", feed.SelfLink, "application/rss+xml");
        Link(writer, "hub", feed.Hub, null);
    }

    private static void WriteItem(XmlWriter writer, FeedItem item)
    {
        writer.WriteStartElement("item");
        writer.Value("title", null, Title(item.Title));
        writer.Value("link", null, item.Link);
        if (item.Id is not null)
        {
            writer.WriteStartElement("guid");
            // Only the item's own address is said to be its permalink; any other id must not be opened.
            writer.WriteAttributeString("isPermaLink", item.Id == item.Link ? "true" : "false");
            writer.WriteString(Clean(item.Id));
            writer.WriteEndElement();
        }
        if (item.Published is { } published)
            writer.WriteElementString("pubDate", Rfc822(published));
        if (item.Updated is { } updated)
            writer.WriteElementString("atom", "updated", Atom, Rfc3339(updated));
        // An item needs a title or a description.
        if (item.Summary is not null || item.Title is null)
            writer.WriteElementString("description", Clean(item.Summary ?? ""));
        writer.Value("content", "encoded", Content, item.Content);
        writer.Value("dc", "creator", DublinCore, item.Author);
        writer.Value("dc", "rights", DublinCore, item.Rights);
        foreach (var category in item.Categories)
            writer.Value("category", null, category);
        writer.Value("comments", null, item.Comments);
        if (item.CommentCount is { } count)
            writer.WriteElementString("slash", "comments", Slash, XmlConvert.ToString(count));
        WriteReply(writer, item.InReplyTo);
        foreach (var enclosure in item.Enclosures)
            WriteEnclosure(writer, enclosure);
        if (item.Via is not null)
        {
            writer.WriteStartElement("source");
            writer.Attribute("url", item.Via);
            writer.WriteString(Clean(HostOf(item.Via)));
            writer.WriteEndElement();
        }
        if (item.Image is not null)
        {
            writer.WriteStartElement("media", "thumbnail", Media);
            writer.Attribute("url", item.Image);
            writer.WriteEndElement();
        }
        writer.WriteEndElement();
    }

    /// <summary>RSS does not say whether a title is text or HTML, so readers guess. A title that would be taken for HTML is written as HTML.</summary>
    private static string? Title(string? title) => title is not null && Markup.LooksLikeHtml(title)
        ? title.Replace("&", "&amp;", StringComparison.Ordinal).Replace("<", "&lt;", StringComparison.Ordinal)
        : title;

    internal static void WriteReply(XmlWriter writer, string? to)
    {
        if (to is null)
            return;
        writer.WriteStartElement("thr", "in-reply-to", Threading);
        writer.Attribute("ref", to);
        writer.WriteEndElement();
    }

    private static void WriteEnclosure(XmlWriter writer, FeedEnclosure enclosure)
    {
        writer.WriteStartElement("enclosure");
        writer.Attribute("url", enclosure.Url);
        // RSS 2.0 demands all three; 0 stands for an unknown length, as its best practices say.
        writer.WriteAttributeString("length", XmlConvert.ToString(enclosure.Length ?? 0));
        writer.WriteAttributeString("type", Clean(enclosure.Type ?? "application/octet-stream"));
        writer.WriteEndElement();
    }

    private static string HostOf(string url) => Uri.TryCreate(url, UriKind.Absolute, out var address) ? address.Host : url;

    private static void Link(XmlWriter writer, string relation, string? address, string? type)
    {
        if (address is null)
            return;
        writer.WriteStartElement("atom", "link", Atom);
        writer.Attribute("href", address);
        writer.WriteAttributeString("rel", relation);
        writer.Attribute("type", type);
        writer.WriteEndElement();
    }
}
