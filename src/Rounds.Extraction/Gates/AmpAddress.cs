namespace Rounds.Extraction.Gates;

/// <summary>
/// From a page's AMP edition to the page. "amp" as a word in a path is dropped only beside something that looks like an article
/// (a dated, numbered or many-worded name): an encyclopaedia has an article called amp too.
/// </summary>
internal static class AmpAddress
{
    public static WebAddress ToOriginal(WebAddress address)
    {
        var parameters = address.Parameters.Where(p => !IsAmpSwitch(p)).ToArray();
        var path = address.Path;
        for (string last = ""; path != last;) (last, path) = (path, WithoutAmp(path));
        return address with { Path = path, Parameters = parameters };
    }

    private static bool IsAmpSwitch(string parameter) => parameter.ToLowerInvariant()
        is "amp" or "amp=" or "hs_amp=true" or "amp=1" or "amp=true" or "_amp=true" or "_amp=1" or "is_amp=1" or "isamp=true" or "amp=y" or "amp=yes"
        or "outputtype=amp" or "output=amp" or "view=amp" or "mode=amp" or "type=amp" or "format=amp" or "noamp=mobile"
        or "noamp=1" or "nonamp=1" or "noamp=true";

    private static string WithoutAmp(string path)
    {
        // The Indian Times group's: /headline/amp_articleshow/126041363.cms.
        path = path.Replace("/amp_articleshow/", "/articleshow/", StringComparison.Ordinal);
        if (!path.Contains("amp", StringComparison.Ordinal)) return path;
        var slash = path.EndsWith('/') && path.Length > 1;
        var segments = path.Trim('/').Split('/').ToList();
        for (var i = segments.Count - 1; i >= 0; i--)
        {
            var segment = segments[i];
            if (segment is "amp" or "amphtml" or "amp.html" or "amp.php" && LooksLikeArticle(segments, i))
            {
                segments.RemoveAt(i);
                // /story/amp and /story/amp/ are both of /story or /story/: the slash stays as written.
                continue;
            }
            if (i != segments.Count - 1) continue;
            foreach (var ending in (string[])[".amp.html", ".amp.htm", ".amp", ".ampx"])
                if (segment.Length > ending.Length && segment.EndsWith(ending, StringComparison.Ordinal) && IsArticleName(segment[..^ending.Length]))
                    segments[i] = segment[..^ending.Length] + (ending.StartsWith(".amp.", StringComparison.Ordinal) ? ending[4..] : "");
        }
        var joined = "/" + string.Join('/', segments);
        return slash && joined.Length > 1 ? joined + "/" : joined;
    }

    private static bool LooksLikeArticle(List<string> segments, int amp)
    {
        if (amp == segments.Count - 1) return amp > 0 && IsArticleName(segments[amp - 1]);
        return IsArticleName(segments[^1]) || segments.Count > amp + 2 && IsArticleName(segments[^2]);
    }

    /// <summary>Three hyphens, five digits in a row, or a page's file name: what editors' systems make of a headline.</summary>
    private static bool IsArticleName(string segment)
    {
        if (segment.EndsWith(".html", StringComparison.Ordinal) || segment.EndsWith(".htm", StringComparison.Ordinal)
            || segment.EndsWith(".php", StringComparison.Ordinal)) return true;
        int hyphens = 0, digits = 0;
        foreach (var c in segment)
        {
            if (c is '-' or '_') hyphens++;
            digits = char.IsAsciiDigit(c) ? digits + 1 : 0;
            if (digits == 5 || hyphens == 2) return true;
        }
        return false;
    }
}
