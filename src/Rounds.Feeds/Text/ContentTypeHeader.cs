namespace Rounds.Feeds.Text;

/// <summary>The two parts of a Content-Type header that matter here, however carelessly it is written.</summary>
internal static class ContentTypeHeader
{
    public static (string? MediaType, string? Charset) Read(string? header)
    {
        if (string.IsNullOrWhiteSpace(header) || header.Length > 1_000)
            return (null, null);
        var parts = header.Split(';');
        string? charset = null;
        foreach (var part in parts.Skip(1))
        {
            var equals = part.IndexOf('=', StringComparison.Ordinal);
            if (equals > 0 && part.AsSpan(0, equals).Trim().Equals("charset", StringComparison.OrdinalIgnoreCase))
                charset ??= part[(equals + 1)..].Trim(' ', '\t', '"', '\'').ToLowerInvariant();
        }
        return (parts[0].Trim().ToLowerInvariant(), string.IsNullOrEmpty(charset) ? null : charset);
    }
}
