using Rounds.Data;

namespace Rounds.Features.Posts;

/// <summary>The rules for tags: words as written, one a meaning, at most twelve a post.</summary>
public static class Tag
{
    public const int MostPerPost = 12;
    private const int LongestTag = 60;

    public static string Slug(string label) => Slugs.From(label);

    /// <summary>Drops empty, overlong and repeated tags; the first spelling of a tag wins.</summary>
    public static IEnumerable<string> Tidy(IEnumerable<string> labels) => labels
        .Select(l => PlainText.Of(l).Trim().TrimStart('#').Trim())
        .Where(l => l.Length is > 0 and <= LongestTag && Slug(l).Length > 0)
        .DistinctBy(Slug)
        .Take(MostPerPost);

    /// <summary>Reads tags as people type them: parted by commas, or one a line.</summary>
    public static IReadOnlyList<string> Parse(string? typed) =>
        [.. Tidy((typed ?? "").Split([',', ';', '\n', '\r'], StringSplitOptions.RemoveEmptyEntries))];
}
