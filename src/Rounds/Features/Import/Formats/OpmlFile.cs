using System.Xml;

namespace Rounds.Features.Import.Formats;

/// <summary>A list of feeds. Watching feeds comes later; until then the report says which ones wait, and the file keeps them.</summary>
internal static class OpmlFile
{
    public const string Format = "opml";

    public static bool Recognises(string head) => head.Contains("<opml", StringComparison.OrdinalIgnoreCase);

    public static ImportedTopic Read(string text)
    {
        var topic = new ImportedTopic(Format);
        var settings = new XmlReaderSettings { DtdProcessing = DtdProcessing.Ignore, XmlResolver = null };
        using var xml = XmlReader.Create(new StringReader(text), settings);
        try
        {
            while (xml.Read())
            {
                if (xml.NodeType == XmlNodeType.Element && xml.Name == "outline" && xml.GetAttribute("xmlUrl") is { Length: > 0 } feed)
                {
                    topic.Rejected.Add(new Rejection(((IXmlLineInfo)xml).LineNumber, $"{Prose.FirstWords(feed, 200)} is a feed to watch, not a post."));
                }
            }
        }
        catch (XmlException fault)
        {
            throw new UnreadableFile($"The list of feeds is broken at line {fault.LineNumber}: {fault.Message}");
        }

        topic.Notes.Add($"This is a list of {topic.Rejected.Count} feeds. None was taken: this version cannot watch feeds yet. Keep the file; a later version will read it.");
        return topic;
    }
}
