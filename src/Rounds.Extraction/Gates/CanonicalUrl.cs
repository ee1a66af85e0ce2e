using System.Text;

namespace Rounds.Extraction.Gates;

/// <summary>
/// One name for one page. Only what is known not to choose the page is dropped: an unknown parameter stays, because two cards for
/// one article are a nuisance and one card for two articles is a loss.
/// </summary>
public static class CanonicalUrl
{
    private const string Scheme = "https://";
    private const int MostRounds = 20;

    /// <summary>
    /// The form to open and to keep: wrappers (search engines', mail gateways') opened, AMP and mobile addresses turned to the
    /// original, default port, dot segments, tracking parameters and the fragment dropped, percent signs written one way.
    /// Idempotent. The host may differ from the one given: judge the result with <see cref="UrlPolicy"/> before opening it.
    /// </summary>
    /// <param name="url">An absolute address; one that the policy refuses by its scheme, userinfo or host comes back as it was written.</param>
    public static string Of(Uri url)
    {
        ArgumentNullException.ThrowIfNull(url);
        return WebAddress.TryRead(url, out var address) ? Settled(Simplify(address).ToString(), next => Simplify(next).ToString()) : url.OriginalString;
    }

    /// <summary>
    /// The identity of a page, for "already on this topic": <see cref="Of"/> without scheme, <c>www.</c>, trailing slash, index
    /// file name and fragment (unless it chooses the page: <c>#!</c>, <c>#/</c>), with sorted parameters. Not to be opened.
    /// </summary>
    public static string Key(Uri url)
    {
        ArgumentNullException.ThrowIfNull(url);
        return WebAddress.TryRead(url, out _) ? Settled(Of(url), next => Scheme + Name(Simplify(next)))[Scheme.Length..] : url.OriginalString;
    }

    private static string Name(WebAddress address)
    {
        var name = new StringBuilder(WithoutWww(address.Host));
        // Both schemes' own: without the scheme, http on 443 is the same as https.
        if (address.Port is >= 0 and not (80 or 443)) name.Append(':').Append(address.Port);
        name.Append(WithoutIndex(address.Path));
        if (address.Parameters.Count > 0) name.Append('?').AppendJoin('&', Sorted(address.Parameters));
        return name.Append(address.Fragment).ToString();
    }

    /// <summary>
    /// One rule's result can be another's case (an AMP ending under an index file), so all are applied until nothing changes. Every
    /// rule shortens or names a fixed host; the bound is for what nobody writes.
    /// </summary>
    private static string Settled(string form, Func<WebAddress, string> again)
    {
        for (var round = 0; round < MostRounds; round++)
        {
            if (!Uri.TryCreate(form, UriKind.Absolute, out var url) || !WebAddress.TryRead(url, out var address)) return form;
            var next = again(address);
            if (next == form) return form;
            form = next;
        }
        return form;
    }

    private static WebAddress Simplify(WebAddress address)
    {
        // A wrapper holds an address shorter than itself, so this ends.
        while (WrappedAddress.TryOpen(address, out var inner)) address = inner;
        address = address with { Path = SitePaths.WithoutTracking(address.Host, address.Path) };
        address = MirrorHosts.ToOriginal(AmpAddress.ToOriginal(address));
        return address with
        {
            Parameters = [.. address.Parameters.Where(p => p.Length > 0 && !TrackingParameters.Drops(address.Host, p))],
            Path = SitePaths.WithoutTracking(address.Host, address.Path),
        };
    }

    private static string WithoutWww(string host) =>
        host.StartsWith("www.", StringComparison.Ordinal) && host.IndexOf('.', 4) > 0 ? host[4..] : host;

    /// <summary>Without what servers add or redirect away at the end: slashes and the names of folders' own pages.</summary>
    private static string WithoutIndex(string path)
    {
        while (true)
        {
            var shorter = path.TrimEnd('/');
            var file = shorter[(shorter.LastIndexOf('/') + 1)..];
            if (file is "index.html" or "index.htm" or "index.php" or "index.shtml") shorter = shorter[..^file.Length];
            if (shorter.Length == path.Length) return path;
            path = shorter;
        }
    }

    // By name alone and stable: a[]=2&a[]=1 is a list in its order.
    private static IEnumerable<string> Sorted(IReadOnlyList<string> parameters) =>
        parameters.OrderBy(p => p.Split('=', 2)[0], StringComparer.Ordinal);
}
