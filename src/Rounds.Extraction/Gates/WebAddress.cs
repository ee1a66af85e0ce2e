using System.Globalization;
using System.Text;

namespace Rounds.Extraction.Gates;

/// <summary>An http(s) address in parts, each written one way: host in lower-case ASCII, percent escapes normal (RFC 3986 §6.2.2).</summary>
/// <param name="Port">-1 for the scheme's own.</param>
/// <param name="Path">Begins with a slash; no dot segments.</param>
/// <param name="Parameters">The query's parts between ampersands, without the question mark.</param>
/// <param name="Fragment">Empty, or with its <c>#</c> when it chooses the page.</param>
internal sealed record WebAddress(
    string Scheme, string Host, int Port, string Path, IReadOnlyList<string> Parameters, string Fragment)
{
    public static bool TryRead(Uri url, out WebAddress address)
    {
        address = null!;
        if (!url.IsAbsoluteUri || (url.Scheme != Uri.UriSchemeHttp && url.Scheme != Uri.UriSchemeHttps)) return false;
        // A name the policy refuses is not written another way, and Uri's own IdnHost throws on some of them.
        if (HostName.Read(url.Host).Ascii is not { } host || url.UserInfo.Length > 0) return false;
        if (host.Contains(':')) host = $"[{host}]";
        var query = url.Query.Length > 1 ? url.Query[1..].Split('&').Select(Normal).ToArray() : [];
        address = new WebAddress(
            url.Scheme, host, url.IsDefaultPort ? -1 : url.Port, Normal(WithoutSession(url.AbsolutePath)), query, Chosen(url.Fragment));
        return true;
    }

    public override string ToString()
    {
        var text = new StringBuilder(Scheme).Append("://").Append(Host);
        if (Port >= 0) text.Append(':').Append(Port.ToString(CultureInfo.InvariantCulture));
        text.Append(Path);
        if (Parameters.Count > 0) text.Append('?').AppendJoin('&', Parameters);
        return text.Append(Fragment).ToString();
    }

    /// <summary>The value of the first parameter of that name, decoded; null when there is none.</summary>
    public string? Value(string name)
    {
        foreach (var parameter in Parameters)
            if (parameter.StartsWith(name, StringComparison.Ordinal) && parameter.Length > name.Length && parameter[name.Length] == '=')
                return Uri.UnescapeDataString(parameter[(name.Length + 1)..].Replace('+', ' '));
        return null;
    }

    /// <summary>#! (Google's old scheme for scripted pages) and #/ (routers in scripts) choose the page; others a place on it.</summary>
    private static string Chosen(string fragment) =>
        fragment.StartsWith("#!", StringComparison.Ordinal) && fragment.Length > 2
        || fragment.StartsWith("#/", StringComparison.Ordinal) && fragment.Length > 2 ? Normal(fragment) : "";

    /// <summary>Java's servers put the visitor's session into the path when cookies are off.</summary>
    private static string WithoutSession(string path)
    {
        var at = path.IndexOf(";jsessionid=", StringComparison.OrdinalIgnoreCase);
        if (at < 0) return path;
        var end = path.IndexOf('/', at);
        return end < 0 ? path[..at] : path[..at] + path[end..];
    }

    /// <summary>Escapes in upper case, unreserved characters plain; <see cref="Uri"/> has escaped what is outside ASCII.</summary>
    private static string Normal(string text)
    {
        var normal = new StringBuilder(text.Length);
        for (var i = 0; i < text.Length; i++)
        {
            var c = text[i];
            if (c == '%' && i + 2 < text.Length && char.IsAsciiHexDigit(text[i + 1]) && char.IsAsciiHexDigit(text[i + 2]))
            {
                var value = (char)int.Parse(text.AsSpan(i + 1, 2), NumberStyles.AllowHexSpecifier, CultureInfo.InvariantCulture);
                if (char.IsAsciiLetterOrDigit(value) || value is '-' or '.' or '_' or '~') normal.Append(value);
                else normal.Append('%').Append(((int)value).ToString("X2", CultureInfo.InvariantCulture));
                i += 2;
            }
            else normal.Append(c);
        }
        return normal.ToString();
    }
}
