using System.Text;
using Rounds.Extraction.Outline;

namespace Rounds.Extraction.Writing;

internal static class ArticleText
{
    public const int ExcerptWords = 80;

    /// <summary>One line a block, an empty line between them only inside preformatted text.</summary>
    public static string Write(IReadOnlyList<Block> blocks)
    {
        var text = new StringBuilder();
        foreach (var block in blocks)
        {
            if (block.Text.Length == 0) continue;
            if (text.Length > 0) text.Append('\n');
            text.Append(block.Text.Trim('\n'));
        }
        return text.ToString();
    }

    /// <summary>Whole sentences from the first running text on, or the description where the page has none that fit.</summary>
    public static string? Excerpt(IReadOnlyList<Block> blocks, string? description)
    {
        var excerpt = new StringBuilder();
        var words = 0;
        foreach (var block in blocks)
        {
            var isProse = block.Shape.EndsSentence && block.Words >= 8 && block.LinkWords * 2 < block.Words && !block.Home.Is(Tag.Pre) && !Tags.IsHeading(block.Home.Tag);
            if (!isProse) { if (words > 0 && !Tags.IsHeading(block.Home.Tag)) break; continue; }
            foreach (var sentence in Sentences.Of(block.Text.Replace('\n', ' ')))
            {
                var length = TextShape.Of(sentence).Words;
                if (words + length > ExcerptWords) return excerpt.Length > 0 ? excerpt.ToString() : Fitting(description);
                if (excerpt.Length > 0) excerpt.Append(' ');
                excerpt.Append(sentence);
                words += length;
            }
            if (words >= ExcerptWords / 2) break;
        }
        return excerpt.Length > 0 ? excerpt.ToString() : Fitting(description);
    }

    private static string? Fitting(string? description)
    {
        if (description is null) return null;
        var excerpt = new StringBuilder();
        var words = 0;
        foreach (var sentence in Sentences.Of(description))
        {
            words += TextShape.Of(sentence).Words;
            if (words > ExcerptWords) break;
            excerpt.Append(excerpt.Length > 0 ? " " : "").Append(sentence);
        }
        return excerpt.Length > 0 ? excerpt.ToString() : null;
    }
}
