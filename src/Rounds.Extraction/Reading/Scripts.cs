namespace Rounds.Extraction.Reading;

/// <summary>
/// The scripts that hold data rather than code, cut from the raw page: the parser then need not copy the others, which are often half of it.
/// </summary>
internal static class Scripts
{
    private const int Most = 60;

    public static List<string> LinkedData(string html)
    {
        var found = new List<string>();
        var at = 0;
        while (found.Count < Most && (at = html.IndexOf("ld+json", at, StringComparison.OrdinalIgnoreCase)) >= 0)
        {
            var open = html.LastIndexOf('<', at, Math.Min(at + 1, 300));
            var end = html.IndexOf('>', at);
            at += 7;
            if (open < 0 || end < 0 || !html.AsSpan(open).StartsWith("<script", StringComparison.OrdinalIgnoreCase)) continue;
            var close = html.IndexOf("</script", end, StringComparison.OrdinalIgnoreCase);
            if (close < 0) close = html.Length;
            found.Add(html[(end + 1)..close]);
            at = close;
        }
        return found;
    }
}
