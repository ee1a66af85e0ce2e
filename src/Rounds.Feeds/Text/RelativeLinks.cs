using System.Text;

namespace Rounds.Feeds.Text;

/// <summary>Makes the relative addresses in a piece of HTML absolute and leaves every other character as it is.</summary>
internal static class RelativeLinks
{
    /// <param name="mostAdded">Once the result is longer by this, the rest is left as it is.</param>
    public static string Resolve(string html, string baseAddress, int mostAdded)
    {
        StringBuilder? result = null;
        var copied = 0;
        for (var at = html.IndexOf('<', StringComparison.Ordinal); at >= 0; at = at < html.Length ? html.IndexOf('<', at) : -1)
        {
            if (++at >= html.Length || !char.IsAsciiLetter(html[at]))
                continue;
            while (at < html.Length && html[at] is not ('>' or ' ' or '\n' or '\r' or '\t'))
                at++;
            while (NextAttribute(html, ref at, out var name, out var value))
            {
                if (!IsAddress(html.AsSpan(name.Start, name.Length)))
                    continue;
                var written = html.AsSpan(value.Start, value.Length);
                if (Absolute(written, baseAddress) is not { } absolute)
                    continue;
                result ??= new StringBuilder(html.Length + 256);
                if (result.Length - copied > mostAdded)
                    return result.Append(html, copied, html.Length - copied).ToString();
                result.Append(html, copied, value.Start - copied).Append(absolute);
                copied = value.Start + value.Length;
            }
        }
        return result is null ? html : result.Append(html, copied, html.Length - copied).ToString();
    }

    private static bool IsAddress(ReadOnlySpan<char> name) => name.Length switch
    {
        3 => name.Equals("src", StringComparison.OrdinalIgnoreCase),
        4 => name.Equals("href", StringComparison.OrdinalIgnoreCase) || name.Equals("cite", StringComparison.OrdinalIgnoreCase)
            || name.Equals("data", StringComparison.OrdinalIgnoreCase),
        6 => name.Equals("poster", StringComparison.OrdinalIgnoreCase) || name.Equals("action", StringComparison.OrdinalIgnoreCase)
            || name.Equals("usemap", StringComparison.OrdinalIgnoreCase),
        7 => name.Equals("classid", StringComparison.OrdinalIgnoreCase) || name.Equals("profile", StringComparison.OrdinalIgnoreCase),
        8 => name.Equals("longdesc", StringComparison.OrdinalIgnoreCase) || name.Equals("codebase", StringComparison.OrdinalIgnoreCase),
        10 => name.Equals("background", StringComparison.OrdinalIgnoreCase) || name.Equals("formaction", StringComparison.OrdinalIgnoreCase),
        _ => false,
    };

    /// <summary>Null when the address is to stay as it is written.</summary>
    private static string? Absolute(ReadOnlySpan<char> written, string baseAddress)
    {
        written = written.Trim();
        if (written.StartsWith("http://") || written.StartsWith("https://"))
            return null; // nearly all, and no copy is made for them
        var address = written.ToString();
        if (FeedUrl.IsAbsolute(address) || address.Length > 8_192)
            return null;
        var absolute = FeedUrl.Join(baseAddress, address);
        return absolute == address ? null : absolute.Replace("\"", "%22", StringComparison.Ordinal).Replace("'", "%27", StringComparison.Ordinal);
    }

    /// <summary>The next attribute of the tag that <paramref name="at"/> stands in; false at the end of the tag.</summary>
    private static bool NextAttribute(string html, ref int at, out (int Start, int Length) name, out (int Start, int Length) value)
    {
        name = value = default;
        while (at < html.Length && html[at] is ' ' or '\n' or '\r' or '\t' or '/' or '=' or '"' or '\'')
            at++;
        if (at >= html.Length || html[at] is '>' or '<')
            return false;
        var start = at;
        while (at < html.Length && html[at] is not (' ' or '\n' or '\r' or '\t' or '/' or '=' or '>' or '<'))
            at++;
        name = (start, at - start);
        SkipSpace(html, ref at);
        if (at >= html.Length || html[at] != '=')
            return true;
        at++;
        SkipSpace(html, ref at);
        if (at >= html.Length)
            return true;
        if (html[at] is '"' or '\'')
        {
            var close = html.IndexOf(html[at], at + 1);
            if (close < 0)
                close = html.Length;
            value = (at + 1, close - at - 1);
            at = Math.Min(close + 1, html.Length);
            return true;
        }
        start = at;
        while (at < html.Length && html[at] is not (' ' or '\n' or '\r' or '\t' or '>'))
            at++;
        value = (start, at - start);
        return true;
    }

    private static void SkipSpace(string html, ref int at)
    {
        while (at < html.Length && html[at] is ' ' or '\n' or '\r' or '\t')
            at++;
    }
}
