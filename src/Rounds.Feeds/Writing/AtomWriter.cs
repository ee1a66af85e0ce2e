using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using System.Xml;
using Rounds.Feeds.Text;
using static Rounds.Feeds.Writing.XmlText;

namespace Rounds.Feeds.Writing;

/// <summary>Atom 1.0 (RFC 4287), with Dublin Core for the feed's date of publication and Media RSS for an entry's picture.</summary>
internal static class AtomWriter
{
    public static void Write(XmlWriter writer, Feed feed)
    {
        writer.WriteStartDocument();
        writer.WriteStartElement("feed", Atom);
        writer.WriteAttributeString("xmlns", "media", null, Media);
        writer.WriteAttributeString("xmlns", "thr", null, Threading);
        writer.WriteAttributeString("xmlns", "dcterms", null, DublinCoreTerms);
        if (feed.Language is not null)
            writer.WriteAttributeString("xml", "lang", null, Clean(feed.Language));
        WriteFeed(writer, feed);
        foreach (var item in feed.Items)
            WriteEntry(writer, item, feed);
        writer.WriteEndElement();
        writer.WriteEndDocument();
    }

    private static void WriteFeed(XmlWriter writer, Feed feed)
    {
        writer.Value("id", Atom, feed.Id ?? feed.SelfLink ?? feed.Link ?? MadeId(feed.Title));
        WriteTitle(writer, feed.Title);
        WriteMarkup(writer, "subtitle", feed.Description);
        writer.WriteElementString("updated", Atom, Rfc3339(UpdatedOf(feed)));
        if (feed.Published is { } published)
            writer.WriteElementString("dcterms", "issued", DublinCoreTerms, Rfc3339(published));
        WriteLink(writer, "alternate", feed.Link, null, null);
        WriteLink(writer, "self", feed.SelfLink, "application/atom+xml", null);
        WriteLink(writer, "hub", feed.Hub, null, null);
        WriteAuthor(writer, feed.Author);
        foreach (var category in feed.Categories)
            WriteCategory(writer, category);
        WriteMarkup(writer, "rights", feed.Rights);
        writer.Value("logo", Atom, feed.Image);
        writer.Value("generator", Atom, feed.Generator);
    }

    private static void WriteEntry(XmlWriter writer, FeedItem item, Feed feed)
    {
        writer.WriteStartElement("entry", Atom);
        writer.Value("id", Atom, item.Id ?? item.Link ?? MadeId(item.Title + item.Summary + item.Content));
        WriteTitle(writer, item.Title);
        writer.WriteElementString("updated", Atom, Rfc3339(item.Updated ?? item.Published ?? UpdatedOf(feed)));
        if (item.Published is { } published)
            writer.WriteElementString("published", Atom, Rfc3339(published));
        WriteLink(writer, "alternate", item.Link, null, null);
        WriteLink(writer, "via", item.Via, null, null);
        foreach (var enclosure in item.Enclosures)
            WriteLink(writer, "enclosure", enclosure.Url, enclosure.Type, enclosure.Length);
        if (item.Comments is not null)
            WriteLink(writer, "replies", item.Comments, "text/html", null);
        // RFC 4287 section 4.1.1: an entry has an author of its own unless its feed has one.
        WriteAuthor(writer, item.Author ?? (feed.Author is null ? "Unknown" : null));
        foreach (var category in item.Categories)
            WriteCategory(writer, category);
        WriteMarkup(writer, "rights", item.Rights);
        WriteMarkup(writer, "summary", item.Summary);
        WriteMarkup(writer, "content", item.Content);
        if (item.CommentCount is { } count)
            writer.WriteElementString("thr", "total", Threading, XmlConvert.ToString(count));
        RssWriter.WriteReply(writer, item.InReplyTo);
        if (item.Image is not null)
        {
            writer.WriteStartElement("media", "thumbnail", Media);
            writer.Attribute("url", item.Image);
            writer.WriteEndElement();
        }
        writer.WriteEndElement();
    }

    private static void WriteTitle(XmlWriter writer, string? title)
    {
        writer.WriteStartElement("title", Atom);
        writer.WriteAttributeString("type", "text");
        writer.WriteString(Clean(title ?? ""));
        writer.WriteEndElement();
    }

    /// <summary>HTML by its type, so that it is read back as the same HTML.</summary>
    private static void WriteMarkup(XmlWriter writer, string name, string? html)
    {
        if (string.IsNullOrEmpty(html))
            return;
        writer.WriteStartElement(name, Atom);
        writer.WriteAttributeString("type", "html");
        writer.WriteString(Clean(html));
        writer.WriteEndElement();
    }

    private static void WriteLink(XmlWriter writer, string relation, string? address, string? type, long? length)
    {
        if (address is null)
            return;
        writer.WriteStartElement("link", Atom);
        writer.WriteAttributeString("rel", relation);
        writer.Attribute("type", type);
        writer.Attribute("href", address);
        writer.Attribute("length", length?.ToString(CultureInfo.InvariantCulture));
        writer.WriteEndElement();
    }

    private static void WriteAuthor(XmlWriter writer, string? author)
    {
        if (author is null)
            return;
        writer.WriteStartElement("author", Atom);
        writer.Value("name", Atom, author);
        writer.WriteEndElement();
    }

    private static void WriteCategory(XmlWriter writer, string category)
    {
        writer.WriteStartElement("category", Atom);
        writer.WriteAttributeString("term", Clean(category));
        writer.WriteEndElement();
    }

    /// <summary>The feed's own date, or its newest item's; the epoch when nothing is known, for the element must be there.</summary>
    private static DateTimeOffset UpdatedOf(Feed feed) =>
        feed.Updated ?? feed.Items.Max(i => i.Updated ?? i.Published) ?? feed.Published ?? DateTimeOffset.UnixEpoch;

    /// <summary>An id for what has none: the same text gets the same id again.</summary>
    private static string MadeId(string? text) =>
        "urn:uuid:" + new Guid(SHA256.HashData(Encoding.UTF8.GetBytes(text ?? "")).AsSpan(0, 16));
}
