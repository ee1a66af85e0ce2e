namespace Rounds.Extraction.Gates;

/// <summary>Sites that write what others put in parameters into the path.</summary>
internal static class SitePaths
{
    public static string WithoutTracking(string host, string path)
    {
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
