using System.Xml;
using static Rounds.Feeds.Writing.XmlText;

namespace Rounds.Feeds;

/// <summary>Writes OPML 2.0 in UTF-8. The stream is left open.</summary>
public static class OpmlWriter
{
    public static void Write(Opml list, Stream output)
    {
        using var writer = XmlWriter.Create(output, FeedWriter.XmlSettings());
        writer.WriteStartDocument();
        writer.WriteStartElement("opml");
        writer.WriteAttributeString("version", "2.0");
        writer.WriteStartElement("head");
        writer.Value("title", null, list.Title);
        if (list.Created is { } created)
            writer.WriteElementString("dateCreated", Rfc822(created));
        writer.Value("ownerName", null, list.Owner);
        writer.WriteEndElement();
        writer.WriteStartElement("body");
        foreach (var outline in list.Outlines)
            Write(writer, outline);
        writer.WriteEndElement();
        writer.WriteEndElement();
        writer.WriteEndDocument();
    }

    private static void Write(XmlWriter writer, Outline outline)
    {
        writer.WriteStartElement("outline");
        // "text" is demanded of every outline; feeds repeat it as "title".
        writer.WriteAttributeString("text", Clean(outline.Title));
        if (outline.XmlUrl is not null)
        {
            writer.Attribute("title", outline.Title);
            writer.WriteAttributeString("type", "rss");
            writer.Attribute("xmlUrl", outline.XmlUrl);
        }
        writer.Attribute("htmlUrl", outline.HtmlUrl);
        writer.Attribute("description", outline.Description);
        writer.Attribute("language", outline.Language);
        if (outline.Categories.Count > 0)
            writer.Attribute("category", string.Join(',', outline.Categories));
        foreach (var child in outline.Children)
            Write(writer, child);
        writer.WriteEndElement();
    }
}
