using System.Net;

namespace Rounds.Extraction.Gates;

/// <summary>
/// Which addresses the server may open on someone's behalf. A curator's paste, a feed's link and a redirect are all written by
/// strangers; without this, "fetch this page" reads the hospital's intranet or the cloud's credentials.
/// </summary>
public static class UrlPolicy
{
    // Longer than any link people share, shorter than anything that costs to look at.
    private const int LongestUrl = 8192;

    /// <summary>
    /// Judges an address by its text alone: scheme, userinfo, port, form of the host, literal addresses, reserved names.
    /// The name's addresses are not known yet: ask <see cref="IsPublic"/> of the address that is connected to.
    /// </summary>
    public static UrlVerdict Check(string url)
    {
        ArgumentNullException.ThrowIfNull(url);
        var text = url.AsSpan().Trim(" \t\r\n\f");
        if (text.Length == 0) return UrlVerdict.Refuse("The address is empty.");
        if (text.Length > LongestUrl) return UrlVerdict.Refuse("The address is too long.");
        if (text.ContainsAnyInRange('\0', '\u001f') || text.ContainsAnyInRange('\u007f', '\u009f'))
            return UrlVerdict.Refuse("The address contains control characters.");

        string scheme;
        if (text.StartsWith("http://", StringComparison.OrdinalIgnoreCase)) scheme = "http";
        else if (text.StartsWith("https://", StringComparison.OrdinalIgnoreCase)) scheme = "https";
        else return UrlVerdict.Refuse("The address must begin with http:// or https://.");
        text = text[(scheme.Length + 3)..];

        // Browsers read \ as /, other parsers as part of the name: http://public.example\@10.0.0.1/ is two addresses at once.
        var end = text.IndexOfAny("/?#\\");
        var authority = end < 0 ? text : text[..end];
        var rest = end < 0 ? [] : text[end..];
        if (rest is ['\\', ..]) return UrlVerdict.Refuse("The address has a backslash after the site's name.");
        if (authority.Contains('@')) return UrlVerdict.Refuse("The address carries a user name or password.");

        if (!SplitPort(authority, scheme, out var name, out var port, out var why)) return UrlVerdict.Refuse(why);
        var host = HostName.Read(name);
        if (host.Ascii is null) return UrlVerdict.Refuse(host.Reason!);

        var shown = host.Ascii.Contains(':') ? $"[{host.Ascii}]" : host.Ascii;
        var whole = $"{scheme}://{shown}{(port < 0 ? "" : ":" + port)}{rest}";
        // The one that will be opened must be the one that was judged: no second reading of the name by another parser.
        if (!Uri.TryCreate(whole, UriKind.Absolute, out var parsed) || parsed.UserInfo.Length > 0
            || !parsed.Host.Equals(shown, StringComparison.OrdinalIgnoreCase))
            return UrlVerdict.Refuse("The address cannot be read.");
        return new UrlVerdict(true, parsed, "https://" + CanonicalUrl.Key(parsed), null);
    }

    /// <summary>
    /// Whether an address is on the public internet: every range that is not, and every form that carries an IPv4 address
    /// inside an IPv6 one, is refused. To be asked again of the address connected to, or a name could change in between.
    /// </summary>
    public static bool IsPublic(IPAddress address)
    {
        ArgumentNullException.ThrowIfNull(address);
        return PublicAddress.Holds(address);
    }

    private static bool SplitPort(
        ReadOnlySpan<char> authority, string scheme, out ReadOnlySpan<char> name, out int port, out string why)
    {
        name = authority;
        port = -1;
        why = "";
        var after = authority.StartsWith("[") ? authority.IndexOf(']') + 1 : 0;
        var colon = authority[after..].IndexOf(':');
        if (colon < 0) return true;
        name = authority[..(after + colon)];
        var digits = authority[(after + colon + 1)..];
        if (digits.Length == 0) return true;
        if (digits.Length > 5 || digits.ContainsAnyExceptInRange('0', '9') || int.Parse(digits) is 0 or > 65535)
        {
            why = "The address has a port that is not a number from 1 to 65535.";
            return false;
        }
        port = int.Parse(digits);
        if (WebPorts.Allows(port))
        {
            if (port == (scheme == "http" ? 80 : 443)) port = -1;
            return true;
        }
        why = $"Port {port} does not serve web pages.";
        return false;
    }
}
