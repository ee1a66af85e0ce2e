namespace Rounds.Features.Posts;

/// <summary>Plain text into paragraphs for a page.</summary>
public static class Paragraphs
{
    /// <summary>
    /// The paragraphs of a text up to about <paramref name="most"/> characters, cut at a word with an ellipsis: a card
    /// shows the beginning, the post's page the whole.
    /// </summary>
    public static IEnumerable<string> Of(string text, int most = int.MaxValue)
    {
        var left = most;
        foreach (var paragraph in text.Split('\n', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries))
        {
            if (paragraph.Length > left)
            {
                var cut = paragraph.LastIndexOf(' ', Math.Max(0, left - 1));
                if (cut <= 0)
                {
                    // No word ends here, as in Chinese; but a character outside the first plane has two halves.
                    cut = char.IsHighSurrogate(paragraph[left - 1]) ? left - 1 : left;
                }

                yield return paragraph[..cut].TrimEnd(',', ';', ':', ' ') + " …";
                yield break;
            }

            yield return paragraph;
            left -= paragraph.Length;
            if (left < 40)
            {
                yield break;
            }
        }
    }
}
