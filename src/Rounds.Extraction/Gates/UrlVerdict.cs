namespace Rounds.Extraction.Gates;

/// <summary>What the URL policy says of one address before anything is fetched.</summary>
/// <param name="Allowed">Whether the server may open it, as far as can be told without the network.</param>
/// <param name="Url">The address to open when allowed: host in ASCII, no trailing dot, no userinfo. Null when refused.</param>
/// <param name="Canonical">
/// The name of the page, itself a URL: <c>https://</c> and <see cref="CanonicalUrl.Key"/>. Two addresses of one page have the same.
/// It is for comparing and for display; open <see cref="Url"/> or <see cref="CanonicalUrl.Of"/> instead. Null when refused.
/// </param>
/// <param name="Reason">Why it was refused, a plain sentence for people. Null when allowed.</param>
public sealed record UrlVerdict(bool Allowed, Uri? Url, string? Canonical, string? Reason)
{
    internal static UrlVerdict Refuse(string reason) => new(false, null, null, reason);
}
