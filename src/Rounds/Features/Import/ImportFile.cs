using System.Text.Json;
using Rounds.Extraction.Gates;
using Rounds.Features.Import.Formats;

namespace Rounds.Features.Import;

/// <summary>Tells what a file is from its content, never from its name, and reads it. Touches neither database nor network.</summary>
public static class ImportFile
{
    public const int MostBytes = 50 * 1024 * 1024;
    private const int Head = 4096;

    public static string TooLarge { get; } = $"The file is larger than {MostBytes / 1024 / 1024} MB. Split it, or export fewer posts at once.";

    /// <exception cref="UnreadableFile">The file is none of the formats, or too large or broken to be read; the message says which.</exception>
    public static ImportedTopic Read(ReadOnlyMemory<byte> bytes)
    {
        if (bytes.Length > MostBytes)
        {
            throw new UnreadableFile(TooLarge);
        }

        RefuseBinary(bytes.Span);
        var text = FileText.Decode(bytes.Span);
        var start = text.AsSpan().TrimStart();
        return start.IsEmpty ? throw new UnreadableFile("The file is empty.")
            : start[0] is '{' or '[' ? ReadJson(text, bytes)
            : start[0] == '<' ? ReadMarkup(text, start[..Math.Min(start.Length, Head)].ToString(), bytes)
            : CsvFile.Recognises(text) ? CsvFile.Read(text)
            : ScoopitText.Recognises(text) ? ScoopitText.Read(text)
            : throw new UnreadableFile("The file is none of the formats we know: Scoop.it's JSON, RSS or saved topic page, bookmarks, CSV with a header, RSS, Atom, JSON Feed, OPML.");
    }

    private static void RefuseBinary(ReadOnlySpan<byte> bytes)
    {
        var isUtf16 = bytes is [0xFF, 0xFE, ..] or [0xFE, 0xFF, ..];
        if (bytes is [(byte)'P', (byte)'K', 3, 4, ..])
        {
            throw new UnreadableFile("This is a ZIP archive (spreadsheets are too). Unpack it, or save the sheet as CSV.");
        }

        if (!isUtf16 && bytes[..Math.Min(bytes.Length, Head)].Contains((byte)0))
        {
            throw new UnreadableFile("This is not a text file.");
        }
    }

    private static ImportedTopic ReadJson(string text, ReadOnlyMemory<byte> bytes)
    {
        try
        {
            using var json = JsonDocument.Parse(text, new JsonDocumentOptions { AllowTrailingCommas = true, CommentHandling = JsonCommentHandling.Skip });
            return ScoopitJson.Read(json.RootElement)
                ?? (json.RootElement.Text("version")?.Contains("jsonfeed.org", StringComparison.OrdinalIgnoreCase) == true ? FeedFile.Read(bytes) : null)
                ?? throw new UnreadableFile("This is JSON, but neither a topic or list of posts from Scoop.it's API nor a JSON Feed.");
        }
        catch (JsonException fault)
        {
            throw new UnreadableFile($"The JSON is broken at line {fault.LineNumber + 1}.");
        }
    }

    private static ImportedTopic ReadMarkup(string text, string head, ReadOnlyMemory<byte> bytes) =>
        BookmarksFile.Recognises(head) ? BookmarksFile.Read(text)
        : OpmlFile.Recognises(head) ? OpmlFile.Read(text)
        : FeedFile.Recognises(head) && !head.Contains("<html", StringComparison.OrdinalIgnoreCase) ? FeedFile.Read(bytes)
        : ReadPage(text);

    private static ImportedTopic ReadPage(string html)
    {
        if (BoundedPage.Parse(html) is { } page && ScoopitHtml.Read(page) is { } known)
        {
            return known;
        }

        var text = HtmlSanitizer.PlainText(html);
        return ScoopitText.Recognises(text)
            ? ScoopitText.Read(text)
            : throw new UnreadableFile("This is a web page, but not a saved Scoop.it topic: no “Scooped by …” was found on it.");
    }
}
