using System.Text;
using System.Text.Unicode;

namespace Rounds.Feeds.Text;

/// <summary>Finds the charset of a feed's bytes and decodes them. Order of trust as RFC 7303 section 3: a byte order mark, the server's
/// charset, the XML declaration; then what the bytes look like. A name is only believed if the bytes can be read that way.</summary>
internal static class Charset
{
    // An XML declaration is the first thing in a document; some servers put blank lines or a warning before it.
    private const int WhereDeclarationsStand = 1_024;

    public static (string Text, string Name) Decode(ReadOnlySpan<byte> bytes, string? contentType, FaultLog faults)
    {
        var (mark, length) = ByteOrderMark(bytes);
        bytes = bytes[length..];
        if (mark is not null && Codec.Find(mark) is { } marked && marked.TryDecode(bytes, out var text))
            return (text, mark);

        var sniffed = mark ?? Shape(bytes);
        var (mediaType, served) = ContentTypeHeader.Read(contentType);
        served = Exact(served, sniffed);
        var declared = Exact(Declared(bytes, sniffed), sniffed);
        // RFC 3023 gave text/* without a charset US-ASCII; a feed that is pure ASCII is that whatever else it is called.
        if (served is null && sniffed is null && mediaType?.StartsWith("text/", StringComparison.Ordinal) == true && Ascii.IsValid(bytes))
            return (Encoding.ASCII.GetString(bytes), "us-ascii");
        if (IsUtf8DespiteServer(bytes, served, declared))
            served = null;
        foreach (var name in new[] { served, declared, sniffed })
        {
            if (name is null || Codec.Find(name) is not { } codec || !codec.TryDecode(bytes, out text))
                continue;
            if (name != (served ?? declared ?? sniffed))
                faults.Note($"The feed is said to be in {served ?? declared}, but is in {name}.");
            return (text, name.ToLowerInvariant());
        }
        return Guess(bytes, served ?? declared, faults);
    }

    /// <summary>"utf-16" does not say in which order the bytes stand; the bytes do, and they also tell that it is not UTF-16 at all.</summary>
    private static string? Exact(string? name, string? sniffed) =>
        name is not null && Codec.IsWide(name) && sniffed is not null && Codec.IsWide(sniffed) ? sniffed : name;

    private static (string Text, string Name) Guess(ReadOnlySpan<byte> bytes, string? said, FaultLog faults)
    {
        if (Utf8.IsValid(bytes))
        {
            if (said is not null)
                faults.Note($"The feed is said to be in {said}, but is in utf-8.");
            return (Encoding.UTF8.GetString(bytes), "utf-8");
        }
        if (MixedUtf8.TryDecode(bytes, out var mixed))
        {
            faults.Note("Some characters are not in utf-8, as the rest of the feed is.");
            return (mixed, "utf-8");
        }
        var guess = CharsetGuess.Make(bytes);
        faults.Note($"The feed is {(said is null ? "not in utf-8 and names no charset" : $"not in {said} as it says")}; it was read as {guess}.");
        return (Codec.Find(guess)!.Decode(bytes), guess);
    }

    /// <summary>A server that says iso-8859-1 of everything, over a feed that says utf-8 and is.</summary>
    private static bool IsUtf8DespiteServer(ReadOnlySpan<byte> bytes, string? served, string? declared) =>
        served is not null && CharsetNames.CodePage(served) is 28591 or 1252 or 20127 && declared is not null
        && CharsetNames.CodePage(declared) == 65001 && !Ascii.IsValid(bytes) && Utf8.IsValid(bytes);

    private static (string? Name, int Length) ByteOrderMark(ReadOnlySpan<byte> bytes)
    {
        if (bytes.StartsWith<byte>([0xEF, 0xBB, 0xBF]))
            return ("utf-8", 3);
        if (bytes.StartsWith<byte>([0x00, 0x00, 0xFE, 0xFF]))
            return ("utf-32be", 4);
        if (bytes.StartsWith<byte>([0xFF, 0xFE, 0x00, 0x00]))
            return ("utf-32le", 4);
        if (bytes.StartsWith<byte>([0xFE, 0xFF]))
            return ("utf-16be", 2);
        return bytes.StartsWith<byte>([0xFF, 0xFE]) ? ("utf-16le", 2) : (null, 0);
    }

    /// <summary>XML 1.0 appendix F: how "&lt;" or "&lt;?xm" stands in charsets that are not ASCII.</summary>
    private static string? Shape(ReadOnlySpan<byte> bytes)
    {
        if (bytes.Length < 4)
            return null;
        return (bytes[0], bytes[1], bytes[2], bytes[3]) switch
        {
            (0, 0, 0, 0x3C) => "utf-32be",
            (0x3C, 0, 0, 0) => "utf-32le",
            (0, 0x3C or 0x7B, 0, _) => "utf-16be",
            (0x3C or 0x7B, 0, not 0, 0) => "utf-16le",
            (0x4C, 0x6F, 0xA7, 0x94) => "cp037",
            _ => null,
        };
    }

    private static string? Declared(ReadOnlySpan<byte> bytes, string? sniffed)
    {
        var head = bytes[..Math.Min(bytes.Length, WhereDeclarationsStand * (sniffed is null ? 1 : 4))];
        var text = sniffed is null || sniffed == "utf-8" ? Encoding.Latin1.GetString(head) : Codec.Find(sniffed)!.Decode(head);
        var start = text.IndexOf("<?xml", StringComparison.OrdinalIgnoreCase);
        if (start < 0)
            return null;
        var end = text.IndexOf("?>", start, StringComparison.Ordinal);
        var declaration = end < 0 ? text[start..Math.Min(text.Length, start + 200)] : text[start..end];
        var name = declaration.IndexOf("encoding", StringComparison.OrdinalIgnoreCase);
        if (name < 0)
            return null;
        var value = declaration.AsSpan(name + 8).TrimStart(" \t\r\n=");
        if (value.IsEmpty || value[0] is not ('"' or '\''))
            return null;
        var close = value[1..].IndexOf(value[0]);
        var said = close <= 0 ? "" : value.Slice(1, close).Trim().ToString();
        return said.Length is 0 or > 60 ? null : said;
    }
}
