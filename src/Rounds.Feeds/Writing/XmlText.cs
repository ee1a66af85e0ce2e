using System.Globalization;
using System.Text;
using System.Xml;

namespace Rounds.Feeds.Writing;

/// <summary>Small steps that the XML writers share.</summary>
internal static class XmlText
{
    public const string Atom = "http://www.w3.org/2005/Atom";
    public const string Content = "http://purl.org/rss/1.0/modules/content/";
    public const string DublinCore = "http://purl.org/dc/elements/1.1/";
    public const string DublinCoreTerms = "http://purl.org/dc/terms/";
    public const string Media = "http://search.yahoo.com/mrss/";
    public const string Slash = "http://purl.org/rss/1.0/modules/slash/";
    public const string Threading = "http://purl.org/syndication/thread/1.0";

    /// <summary>Writes an element with a text, nothing when there is none.</summary>
    public static void Value(this XmlWriter writer, string name, string? space, string? value)
    {
        if (string.IsNullOrEmpty(value))
            return;
        writer.WriteStartElement(name, space);
        writer.WriteString(Clean(value));
        writer.WriteEndElement();
    }

    public static void Value(this XmlWriter writer, string prefix, string name, string space, string? value)
    {
        if (string.IsNullOrEmpty(value))
            return;
        writer.WriteStartElement(prefix, name, space);
        writer.WriteString(Clean(value));
        writer.WriteEndElement();
    }

    public static void Attribute(this XmlWriter writer, string name, string? value)
    {
        if (!string.IsNullOrEmpty(value))
            writer.WriteAttributeString(name, Clean(value));
    }

    /// <summary>RFC 822 as RSS 2.0 wants it, with the four-digit year.</summary>
    public static string Rfc822(DateTimeOffset date) => date.ToUniversalTime().ToString("ddd, dd MMM yyyy HH:mm:ss '+0000'", CultureInfo.InvariantCulture);

    /// <summary>RFC 3339; parts of a second only where there are some.</summary>
    public static string Rfc3339(DateTimeOffset date) => date.ToUniversalTime().ToString("yyyy-MM-dd'T'HH:mm:ss.FFFFFFF'Z'", CultureInfo.InvariantCulture);

    /// <summary>The text without what XML 1.0 section 2.2 forbids: control characters, lone surrogates, U+FFFE and U+FFFF.</summary>
    public static string Clean(string text)
    {
        for (var i = 0; i < text.Length; i++)
            if (!XmlConvert.IsXmlChar(text[i]) || text[i] is '\uFEFF')
                return Rebuild(text);
        return text;
    }

    private static string Rebuild(string text)
    {
        var clean = new StringBuilder(text.Length);
        for (var i = 0; i < text.Length; i++)
            if (i + 1 < text.Length && char.IsSurrogatePair(text[i], text[i + 1]))
                clean.Append(text, i++, 2);
            else if (XmlConvert.IsXmlChar(text[i]) && text[i] != '\uFEFF')
                clean.Append(text[i]);
        return clean.ToString();
    }
}
