namespace Rounds.Feeds.Text;

/// <summary>Addresses as feeds write them. Resolved as in RFC 3986 section 5.2, but on the text: <see cref="Uri"/> would also rewrite what
/// is already absolute, and an item's address is its identity.</summary>
internal static class FeedUrl
{
    // What an address in a feed may open. Above all not javascript:, vbscript:, data: and file:, which would run or read on the reader's side.
    private static readonly HashSet<string> Schemes = new(StringComparer.OrdinalIgnoreCase)
    {
        "http", "https", "ftp", "ftps", "sftp", "mailto", "tel", "feed", "itpc", "webcal", "gopher", "gemini", "news", "nntp", "magnet",
        "ed2k", "ipfs", "ipns", "urn", "tag", "rtsp", "rtmp", "mms", "acct", "doi", "geo", "xmpp", "irc", "bitcoin", "aim", "callto", "svn", "wais", "telnet", "nfs",
    };

    /// <summary>The absolute address, or the relative one when there is nothing to resolve it against; null for nothing or a scheme
    /// that a reader must not open.</summary>
    public static string? Resolve(string? baseAddress, string? address)
    {
        if (Clean(address) is not { Length: > 0 } url)
            return null;
        if (IsWeb(url))
            return url;
        var scheme = SchemeLength(url);
        if (scheme > 0)
            return Schemes.Contains(url[..scheme]) ? url : null;
        return baseAddress is null ? url : Join(baseAddress, url);
    }

    /// <summary>What an <c>xml:base</c> makes of the base outside it. Only addresses of the web and of FTP are bases: "javascript://x/" would
    /// turn every relative link into a script.</summary>
    public static string? Base(string? outer, string own)
    {
        own = Clean(own)!;
        if (own.Length > LongestBase)
            return outer;
        var scheme = SchemeLength(own);
        if (scheme > 0)
            return own[..scheme].ToLowerInvariant() is "http" or "https" or "ftp" ? own : outer;
        var joined = outer is null ? own : Join(outer, own);
        return joined.Length > LongestBase ? outer : joined;
    }

    private const int LongestBase = 2_048; // as long as browsers and servers take an address

    public static bool IsWeb(string url) =>
        url.StartsWith("http://", StringComparison.OrdinalIgnoreCase) || url.StartsWith("https://", StringComparison.OrdinalIgnoreCase);

    public static bool IsAbsolute(string url) => SchemeLength(url) > 0;

    public static string Join(string baseAddress, string relative)
    {
        var scheme = SchemeLength(baseAddress);
        if (scheme == 0 || SchemeLength(relative) > 0)
            return relative;
        if (relative.Length == 0)
            return WithoutFragment(baseAddress);
        var afterScheme = scheme + 1;
        if (relative.StartsWith("//", StringComparison.Ordinal))
            return baseAddress[..afterScheme] + relative;
        var hasAuthority = baseAddress.AsSpan(afterScheme).StartsWith("//");
        var authorityEnd = hasAuthority ? End(baseAddress, afterScheme + 2, "/?#") : afterScheme;
        if (!hasAuthority && baseAddress.Length > afterScheme && baseAddress[afterScheme] != '/')
            return relative; // mailto:, urn: and their like have no place to start from
        var pathEnd = End(baseAddress, authorityEnd, "?#");
        if (relative[0] == '#')
            return WithoutFragment(baseAddress) + relative;
        if (relative[0] == '?')
            return baseAddress[..pathEnd] + relative;
        var pathLength = End(relative, 0, "?#");
        var path = relative[0] == '/' ? relative[..pathLength] : Merge(baseAddress[authorityEnd..pathEnd], relative[..pathLength]);
        return string.Concat(baseAddress.AsSpan(0, authorityEnd), WithoutDots(path), relative.AsSpan(pathLength));
    }

    private static string? Clean(string? address)
    {
        if (address is null)
            return null;
        address = address.Trim();
        return address.AsSpan().IndexOfAny("\r\n\t") < 0
            ? address
            : address.Replace("\r", "", StringComparison.Ordinal).Replace("\n", "", StringComparison.Ordinal).Replace("\t", "", StringComparison.Ordinal);
    }

    private static int SchemeLength(string url)
    {
        if (url.Length == 0 || !char.IsAsciiLetter(url[0]))
            return 0;
        for (var i = 1; i < url.Length; i++)
        {
            if (url[i] == ':')
                // "localhost:8080/feed" and "example.org:80" are a host and a port, not a scheme.
                return i + 1 < url.Length && char.IsAsciiDigit(url[i + 1]) && url.AsSpan(0, i).Contains('.') ? 0 : i;
            if (!char.IsAsciiLetterOrDigit(url[i]) && url[i] is not ('+' or '-' or '.'))
                return 0;
        }
        return 0;
    }

    private static int End(string url, int start, string marks)
    {
        var found = url.AsSpan(start).IndexOfAny(marks);
        return found < 0 ? url.Length : start + found;
    }

    private static string WithoutFragment(string url) => url[..End(url, 0, "#")];

    private static string Merge(string basePath, string relative) =>
        basePath.Length == 0 ? "/" + relative : string.Concat(basePath.AsSpan(0, basePath.LastIndexOf('/') + 1), relative);

    private static string WithoutDots(string path)
    {
        if (!path.Contains('.', StringComparison.Ordinal))
            return path;
        var kept = new List<string>();
        var segments = path.Split('/');
        for (var i = 1; i < segments.Length; i++)
        {
            var last = i == segments.Length - 1;
            if (segments[i] == "..")
            {
                if (kept.Count > 0)
                    kept.RemoveAt(kept.Count - 1);
            }
            else if (segments[i] != ".")
            {
                kept.Add(segments[i]);
                continue;
            }
            if (last)
                kept.Add("");
        }
        return "/" + string.Join('/', kept);
    }
}
