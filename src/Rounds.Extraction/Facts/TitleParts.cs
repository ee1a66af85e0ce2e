namespace Rounds.Extraction.Facts;

internal static class TitleParts
{
    private static readonly string[] Marks = [" | ", " - ", " – ", " — ", " :: ", " : ", ": ", " » ", " › ", " · ", " • ", " / ", " ~ ", " < ", " > ", "|", " on ", " by "];

    /// <summary>The title without its last, its first, or all but its first or last part, for each mark in it.</summary>
    public static IEnumerable<string> Of(string title)
    {
        foreach (var mark in Marks)
        {
            var first = title.IndexOf(mark, StringComparison.Ordinal);
            if (first < 0) continue;
            var last = title.LastIndexOf(mark, StringComparison.Ordinal);
            if (first > 0) yield return title[..first].Trim();
            if (last > first) yield return title[..last].Trim();
            if (mark is " on " or " by " or ": ") continue;
            yield return title[(first + mark.Length)..].Trim();
            if (last > first) yield return title[(last + mark.Length)..].Trim();
        }
    }
}
