namespace Rounds.Extraction.Gates;

/// <summary>The addresses in one piece of HTML: which may stay, and how they are written.</summary>
internal sealed class Addresses(Uri? baseUrl, Func<string, string>? imageAddress)
{
    private const int Longest = 4096;

    // Ours are met again when the output is read back, and must not be given to our proxy twice.
    private readonly HashSet<string> ours = new(StringComparer.Ordinal);

    /// <summary>A link's target: http, https or mailto; null for any other, and for one that cannot be read.</summary>
    public string? Link(string written)
    {
        if (Trim(written) is not { } text) return null;
        if (text.StartsWith('#')) return text.Length == 1 ? null : "#" + Anchors.Prefixed(text[1..]);
        return text.StartsWith("mailto:", StringComparison.OrdinalIgnoreCase) ? Mail(text) : Web(text);
    }

    /// <summary>The source of a quotation or change; as a link, but only to the web.</summary>
    public string? Cite(string written) => Trim(written) is { } text ? Web(text) : null;

    /// <summary>An image's address: ours, or https.</summary>
    public string? Image(string written)
    {
        if (ours.Contains(written)) return written;
        if (Trim(written) is not { } text || Web(text) is not { } absolute) return null;
        if (imageAddress is null) return absolute.StartsWith("https://", StringComparison.Ordinal) ? absolute : null;
        var mapped = imageAddress(absolute);
        if (!IsOwnPath(mapped) && !(mapped.StartsWith("https://", StringComparison.Ordinal) && IsPlain(mapped))) return null;
        ours.Add(mapped);
        return mapped;
    }

    private static bool IsOwnPath(string mapped) =>
        mapped.StartsWith('/') && !mapped.StartsWith("//", StringComparison.Ordinal) && IsPlain(mapped);

    /// <summary>URL Standard §4.4: blanks and controls at the ends and tabs and line ends anywhere mean nothing to a browser.</summary>
    private static string? Trim(string written)
    {
        if (written.Length > Longest) return null;
        var trimmed = written.AsSpan();
        while (trimmed.Length > 0 && trimmed[0] <= ' ') trimmed = trimmed[1..];
        while (trimmed.Length > 0 && trimmed[^1] <= ' ') trimmed = trimmed[..^1];
        if (trimmed.Length == 0) return null;
        var text = trimmed.ToString();
        if (text.AsSpan().IndexOfAny('\t', '\n', '\r') >= 0) text = text.Replace("\t", "").Replace("\n", "").Replace("\r", "");
        return text.AsSpan().ContainsAnyInRange('\0', '\u001f') || text.AsSpan().ContainsAnyInRange('\u007f', '\u009f') ? null : text;
    }

    private static string? Mail(string text)
    {
        var rest = text["mailto:".Length..];
        return rest.Length > 0 && rest.AsSpan().IndexOfAny("\\\"<>`{}|^ ") < 0 && !rest.AsSpan().ContainsAnyExceptInRange('!', '~')
            ? "mailto:" + rest : null;
    }

    private string? Web(string text)
    {
        var absolute = text.StartsWith("http://", StringComparison.OrdinalIgnoreCase) || text.StartsWith("https://", StringComparison.OrdinalIgnoreCase);
        if (!absolute && (HasScheme(text) || baseUrl is null || text.StartsWith('\\'))) return null;
        if (absolute ? !Uri.TryCreate(text, UriKind.Absolute, out var url) : !Uri.TryCreate(baseUrl, text, out url)) return null;
        // user@host in a link is there to make the eye read another site's name.
        if ((url.Scheme != Uri.UriSchemeHttp && url.Scheme != Uri.UriSchemeHttps) || url.UserInfo.Length > 0 || url.Host.Length == 0) return null;
        // As written when nothing in it could be read two ways, so that harmless markup stays what it was.
        if (absolute && IsPlain(text) && text.StartsWith(url.Scheme + "://" + url.Authority, StringComparison.Ordinal)) return text;
        var whole = url.AbsoluteUri;
        return IsPlain(whole) ? whole : null;
    }

    private static bool IsPlain(string text) =>
        !text.AsSpan().ContainsAnyExceptInRange('!', '~') && text.AsSpan().IndexOfAny("\\\"<>`{}|^") < 0;

    /// <summary>Anything before a colon that comes before a slash, question mark or hash is a scheme, or could be taken for one.</summary>
    private static bool HasScheme(string text)
    {
        var at = text.AsSpan().IndexOfAny(":/?#");
        return at >= 0 && text[at] == ':';
    }
}
