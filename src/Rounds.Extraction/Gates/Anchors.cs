namespace Rounds.Extraction.Gates;

/// <summary>
/// Ids and names from outside get a prefix: <c>&lt;img name=getElementById&gt;</c> would otherwise put an image where our scripts
/// expect a function ("DOM clobbering"). Links within the text follow.
/// </summary>
internal static class Anchors
{
    private const string Prefix = "user-content-";
    private const int Longest = 200;

    public static string Prefixed(string id) => id.StartsWith(Prefix, StringComparison.Ordinal) ? id : Prefix + id;

    /// <summary>Null for an id that HTML does not allow or that is too long to be meant.</summary>
    public static string? Id(string id) =>
        id.Length is 0 or > Longest || id.AsSpan().ContainsAnyInRange('\0', ' ') || id.AsSpan().ContainsAnyInRange('\u007f', '\u00a0')
            ? null : Prefixed(id);

    /// <summary>A list of ids, as in <c>headers</c>.</summary>
    public static string? Ids(string ids)
    {
        var kept = ids.Split(' ', StringSplitOptions.RemoveEmptyEntries).Select(Id).OfType<string>().ToArray();
        return kept.Length == 0 ? null : string.Join(' ', kept);
    }
}
