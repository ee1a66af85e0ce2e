namespace Rounds.Extraction.Gates;

/// <summary>
/// Addresses that only carry another: AMP caches, search engines' and networks' click counters, mail gateways' link guards. The
/// target stands in the address itself, so no network is needed and no counter learns of the curator.
/// </summary>
internal static class WrappedAddress
{
    public static bool TryOpen(WebAddress address, out WebAddress inner)
    {
        inner = null!;
        return Target(address) is { } target
            && Uri.TryCreate(target, UriKind.Absolute, out var url)
            && target.Length < address.ToString().Length
            && WebAddress.TryRead(url, out inner)
            // A public counter must not become a way to spell a private address.
            && HostName.Read(url.Host).Ascii is not null && WebPorts.Allows(url.Port);
    }

    private static string? Target(WebAddress address)
    {
        var host = address.Host.StartsWith("www.", StringComparison.Ordinal) ? address.Host[4..] : address.Host;
        var path = address.Path;
        if (host.EndsWith(".cdn.ampproject.org", StringComparison.Ordinal) || host == "cdn.ampproject.org")
            return AmpCache(path, address);
        // Every mail of a hospital on Microsoft's servers has its links guarded like this.
        if (host.EndsWith(".safelinks.protection.outlook.com", StringComparison.Ordinal)) return Web(address.Value("url"));
        if (IsGoogle(host) && path == "/url") return Web(address.Value("url") ?? address.Value("q"));
        if (IsGoogle(host) && path.StartsWith("/amp/", StringComparison.Ordinal)) return AmpViewer(path["/amp/".Length..], address);
        return (host, path) switch
        {
            ("bing.com", _) when path.StartsWith("/amp/", StringComparison.Ordinal) => AmpViewer(path["/amp/".Length..], address),
            ("l.facebook.com" or "lm.facebook.com" or "facebook.com" or "l.messenger.com", "/l.php") => Web(address.Value("u")),
            ("l.instagram.com", "/") => Web(address.Value("u")),
            ("l.threads.net" or "l.threads.com", "/") => Web(address.Value("u")),
            ("youtube.com", "/redirect") => Web(address.Value("q")),
            ("linkedin.com", "/redir/redirect" or "/safety/go") => Web(address.Value("url")),
            ("duckduckgo.com", "/l/") => Web(address.Value("uddg")),
            ("slack-redir.net", "/link") => Web(address.Value("url")),
            ("t.umblr.com", "/redirect") => Web(address.Value("z")),
            ("out.reddit.com", _) => Web(address.Value("url")),
            ("disq.us", "/url") => Web(address.Value("url")),
            ("away.vk.com" or "vk.com", "/away.php") => Web(address.Value("to")),
            ("steamcommunity.com", "/linkfilter/") => Web(address.Value("url") ?? address.Value("u")),
            ("news.google.com", "/news/url") => Web(address.Value("url")),
            _ => null,
        };
    }

    /// <summary>AMP cache addresses: /c/, /v/, /i/ then s/ for https, then host and path (amp.dev, "AMP cache URL format").</summary>
    private static string? AmpCache(string path, WebAddress address)
    {
        foreach (var kind in (string[])["/c/", "/v/", "/wp/"])
            if (path.StartsWith(kind, StringComparison.Ordinal)) return AmpViewer(path[kind.Length..], address);
        return null;
    }

    private static string? AmpViewer(string rest, WebAddress address)
    {
        var scheme = "http://";
        if (rest.StartsWith("s/", StringComparison.Ordinal)) (scheme, rest) = ("https://", rest[2..]);
        var host = rest.Split('/', 2)[0];
        if (!host.Contains('.') || host.Contains('@')) return null;
        return scheme + rest + (address.Parameters.Count > 0 ? "?" + string.Join('&', address.Parameters) : "");
    }

    private static string? Web(string? target) =>
        target is not null && (target.StartsWith("https://", StringComparison.OrdinalIgnoreCase)
            || target.StartsWith("http://", StringComparison.OrdinalIgnoreCase)) ? target.Trim() : null;

    private static bool IsGoogle(string host) => host == "google.com"
        || host.StartsWith("google.", StringComparison.Ordinal) && host.Length <= "google.com.xx".Length
        && (host.Length <= "google.xx".Length || host.StartsWith("google.co", StringComparison.Ordinal));
}
