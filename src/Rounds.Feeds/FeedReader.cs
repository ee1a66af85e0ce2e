using Rounds.Feeds.Text;
using Rounds.Feeds.Xml;

namespace Rounds.Feeds;

/// <summary>Reads RSS 0.9x, 1.0 and 2.0, Atom 0.3 and 1.0, JSON Feed 1 and 1.1, and CDF.
/// No input makes it throw: a broken feed is read as far as it can be and <see cref="Feed.Fault"/> says what was wrong.
/// Nothing is fetched, no external entity is followed, and the time is linear in the size of the input.</summary>
public static class FeedReader
{
    /// <param name="bytes">The body as the server sent it, decompressed.</param>
    /// <param name="contentType">The Content-Type header, which may name the charset; null when there was none.</param>
    /// <param name="url">Where the feed was found, after redirects: relative links start here.</param>
    public static Feed Read(ReadOnlyMemory<byte> bytes, string? contentType, Uri? url) => Read(bytes, contentType, url, FeedLimits.Default);

    /// <inheritdoc cref="Read(ReadOnlyMemory{byte}, string?, Uri?)"/>
    public static Feed Read(ReadOnlyMemory<byte> bytes, string? contentType, Uri? url, FeedLimits limits)
    {
        var faults = new FaultLog();
        if (bytes.Length > limits.Size)
        {
            faults.Note($"The feed is larger than {limits.Size:N0} bytes; only its beginning was read.");
            bytes = bytes[..limits.Size];
        }
        var decoded = Charset.Decode(bytes.Span, contentType, faults);
        return ReadText(decoded.Text, url, limits, faults, decoded.Name);
    }

    /// <param name="text">The feed, already decoded: what it says about its charset is passed over.</param>
    /// <param name="url">Where the feed was found, after redirects: relative links start here.</param>
    public static Feed Read(string text, Uri? url)
    {
        var faults = new FaultLog();
        var limits = FeedLimits.Default;
        if (text.Length > limits.Size)
        {
            faults.Note($"The feed is larger than {limits.Size:N0} characters; only its beginning was read.");
            text = text[..limits.Size];
        }
        return ReadText(text, url, limits, faults, null);
    }

    private static Feed ReadText(string text, Uri? url, FeedLimits limits, FaultLog faults, string? encoding)
    {
        var address = url is { IsAbsoluteUri: true } ? url.OriginalString : null;
        var start = text.AsSpan().TrimStart(" \t\r\n\uFEFF");
        if (start.IsEmpty)
            return new Feed { Encoding = encoding, Fault = faults.First ?? "The feed is empty." };
        var feed = start[0] is '{' or '['
            ? JsonFeedReader.Read(text, address, limits, faults)
            : new XmlFeedReader(text, address, limits, faults, encoding).Read();
        return feed with { Encoding = encoding, Fault = faults.First };
    }
}
