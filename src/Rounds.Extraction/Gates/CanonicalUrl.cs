using System.Text;

namespace Rounds.Extraction.Gates;

/// <summary>
/// One name for one page. Only what is known not to choose the page is dropped: an unknown parameter stays, because two cards for
/// one article are a nuisance and one card for two articles is a loss.
/// </summary>
public static class CanonicalUrl
{
    /// <summary>
    /// The form to open and to keep: wrappers (search engines', mail gateways') opened, AMP and mobile addresses turned to the
    /// original, default port, dot segments, tracking parameters and the fragment dropped, percent signs written one way.
    /// Idempotent. The host may differ from the one given: judge the result with <see cref="UrlPolicy"/> before opening it.
    /// </summary>
    /// <param name="url">An absolute address; one that is not http or https comes back as it is.</param>
    public static string Of(Uri url)
    {
        ArgumentNullException.ThrowIfNull(url);
        return WebAddress.TryRead(url, out var address) ? Simplify(address).ToString() : url.AbsoluteUri;
    }

    /// <summary>
    /// The identity of a page, for "already on this topic": <see cref="Of"/> without scheme, <c>www.</c>, trailing slash, index
    /// file name and fragment (unless it chooses the page: <c>#!</c>, <c>#/</c>), with sorted parameters. Not to be opened.
    /// </summary>
    public static string Key(Uri url)
    {
        ArgumentNullException.ThrowIfNull(url);
        if (!WebAddress.TryRead(url, out var address)) return url.AbsoluteUri;
        address = Simplify(address);
        var key = new StringBuilder(WithoutWww(address.Host));
        if (address.Port >= 0) key.Append(':').Append(address.Port);
        key.Append(WithoutIndex(address.Path).TrimEnd('/'));
        if (address.Parameters.Count > 0) key.Append('?').AppendJoin('&', Sorted(address.Parameters));
        if (address.Fragment.Length > 0 && key.ToString().IndexOf('/') < 0 && address.Parameters.Count == 0) key.Append('/');
        return key.Append(address.Fragment).ToString();
    }

    private static WebAddress Simplify(WebAddress address)
    {
        // A wrapper holds an address shorter than itself, so this ends.
        while (WrappedAddress.TryOpen(address, out var inner)) address = inner;
        address = MirrorHosts.ToOriginal(AmpAddress.ToOriginal(address));
        return address with
        {
            Parameters = [.. address.Parameters.Where(p => p.Length > 0 && !TrackingParameters.Drops(address.Host, p))],
            Path = SitePaths.WithoutTracking(address.Host, address.Path),
        };
    }

    private static string WithoutWww(string host) =>
        host.StartsWith("www.", StringComparison.Ordinal) && host.IndexOf('.', 4) > 0 ? host[4..] : host;

    private static string WithoutIndex(string path)
    {
        var file = path[(path.LastIndexOf('/') + 1)..];
        return file is "index.html" or "index.htm" or "index.php" or "index.shtml" ? path[..^file.Length] : path;
    }

    // By name alone and stable: a[]=2&a[]=1 is a list in its order.
    private static IEnumerable<string> Sorted(IReadOnlyList<string> parameters) =>
        parameters.OrderBy(p => p.Split('=', 2)[0], StringComparer.Ordinal);
}
