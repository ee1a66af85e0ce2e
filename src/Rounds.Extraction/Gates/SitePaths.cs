namespace Rounds.Extraction.Gates;

/// <summary>What in a path chooses nothing.</summary>
internal static class SitePaths
{
    public static string WithoutTracking(string host, string path)
    {
        // A slash too many after the host is a slip of templates; further in it can mean something (an address within an address).
        while (path.StartsWith("//", StringComparison.Ordinal)) path = path[1..];
        if (!TrackingParameters.IsAmazon(host)) return path;
        // /Some-Title/dp/B000000000/ref=sr_1_1 is /dp/B000000000: the title is for search engines, ref= for the statistics.
        foreach (var folder in (string[])["/dp/", "/gp/product/"])
        {
            var at = path.IndexOf(folder, StringComparison.Ordinal);
            if (at < 0) continue;
            var asin = path[(at + folder.Length)..].Split('/')[0];
            if (asin.Length == 10 && asin.All(char.IsAsciiLetterOrDigit)) return "/dp/" + asin;
        }
        return string.Join('/', path.Split('/').Where(s => !s.StartsWith("ref=", StringComparison.Ordinal))) is { Length: > 0 } kept ? kept : "/";
    }
}
