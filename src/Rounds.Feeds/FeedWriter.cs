using System.Text;
using System.Text.Json;
using System.Xml;
using Rounds.Feeds.Writing;

namespace Rounds.Feeds;

/// <summary>Writes a feed as RSS 2.0, Atom 1.0 or JSON Feed 1.1, in UTF-8, so that validators accept it and <see cref="FeedReader"/> reads the
/// same back. What a format demands and the feed lacks is filled in from what it has: a channel's title from its address, an Atom id
/// from the link, an Atom date from the other date.
/// The stream is left open. HTML is written as given: what is unsafe must have been taken out before.</summary>
public static class FeedWriter
{
    public static void WriteRss(Feed feed, Stream output)
    {
        using var writer = XmlWriter.Create(output, XmlSettings());
        RssWriter.Write(writer, feed);
    }

    public static void WriteAtom(Feed feed, Stream output)
    {
        using var writer = XmlWriter.Create(output, XmlSettings());
        AtomWriter.Write(writer, feed);
    }

    public static void WriteJson(Feed feed, Stream output)
    {
        using var writer = new Utf8JsonWriter(output, new JsonWriterOptions
        {
            Indented = true,
            // Letters as letters: the file is served as JSON, never written into a page.
            Encoder = System.Text.Encodings.Web.JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
        });
        JsonFeedWriter.Write(writer, feed);
    }

    internal static XmlWriterSettings XmlSettings() => new()
    {
        Encoding = new UTF8Encoding(encoderShouldEmitUTF8Identifier: false),
        Indent = true,
        // A carriage return in a text survives as a reference.
        NewLineHandling = NewLineHandling.Entitize,
        NewLineChars = "\n",
        CloseOutput = false,
    };
}
