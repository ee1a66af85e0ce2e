namespace Rounds.Feeds.Text;

/// <summary>Makes the addresses of one document absolute, up to a bound: thousands of one-letter links under a long <c>xml:base</c> would
/// otherwise grow a small feed to gigabytes.</summary>
internal sealed class Addresses
{
    // Characters that may be added to one document; a feed of 5,000 items with twenty relative links each stays far below.
    private int allowance = 20_000_000;

    public string? Absolute(string? baseAddress, string? address)
    {
        if (address is null)
            return null;
        var url = FeedUrl.Resolve(allowance > 0 ? baseAddress : null, address);
        allowance -= Math.Max(0, (url?.Length ?? 0) - address.Length);
        return url;
    }

    public string InHtml(string? baseAddress, string html)
    {
        if (baseAddress is null || allowance <= 0)
            return html;
        var resolved = RelativeLinks.Resolve(html, baseAddress, allowance);
        allowance -= Math.Max(0, resolved.Length - html.Length);
        return resolved;
    }
}
