using System.Net;
using Rounds.Extraction.Outline;
using Rounds.Extraction.Reading;

namespace Rounds.Extraction.Facts;

/// <summary>
/// The text of a page that shows itself only by script: as its linked data gives it, else its description. Used only where the markup
/// holds next to nothing of its own.
/// </summary>
internal static class DeclaredText
{
    /// <summary>Below this many words the markup's own text may be no more than "please enable JavaScript".</summary>
    private const int NextToNothing = 25;

    /// <summary>Lines of text, or null where the markup's text stands.</summary>
    public static IReadOnlyList<string>? Instead(Page page, int words)
    {
        var body = Bodies(page).MaxBy(text => text.Length);
        var bodyWords = body is null ? 0 : TextShape.Of(body).Words;
        // Fewer words in all the markup than in the declared body: the markup cannot hold it.
        if (bodyWords > NextToNothing * 2 && words * 3 < bodyWords && page.Outline.Words < bodyWords) return Lines(body!);
        if (words >= NextToNothing || page.Outline.Words >= NextToNothing * 8) return null;
        var description = page.Metadata.First("description", "og:description", "twitter:description");
        return description is not null && TextShape.Of(description).Words > Math.Max(words, 10) ? Lines(description) : null;
    }

    private static IEnumerable<string> Bodies(Page page)
    {
        foreach (var thing in page.Data.Things)
        {
            if (thing.Depth > 1 || thing.Type == "Review" || !(LinkedTypes.IsArticle(thing.Type) || LinkedTypes.IsThread(thing.Type))) continue;
            foreach (var name in (string[])["articleBody", "text"])
            {
                if (thing.Json.TryGetProperty(name, out var value) && value.ValueKind == System.Text.Json.JsonValueKind.String) yield return value.Text();
            }
        }
    }

    private static List<string> Lines(string text)
    {
        text = WebUtility.HtmlDecode(text);
        // Some put markup into the value; what stands between its tags is the text.
        if (text.Contains("</", StringComparison.Ordinal)) text = WithoutTags(text);
        return text.Split('\n').Select(Whitespace.Collapse).Where(line => line.Length > 0).ToList();
    }

    private static string WithoutTags(string text)
    {
        var plain = new System.Text.StringBuilder(text.Length);
        var inside = false;
        foreach (var letter in text)
        {
            if (letter == '<') { inside = true; plain.Append('\n'); }
            else if (letter == '>' && inside) inside = false;
            else if (!inside) plain.Append(letter);
        }
        return plain.ToString();
    }
}
