using Markdig;
using Rounds.Extraction.Gates;

namespace Rounds.Features.Posts;

/// <summary>People's Markdown to HTML. Raw HTML is not read as HTML, and what Markdig makes passes the sanitizer all the same.</summary>
public static class Markdown
{
    private static readonly MarkdownPipeline Pipeline = new MarkdownPipelineBuilder()
        .DisableHtml()
        .UseAutoLinks()
        .UseEmphasisExtras(Markdig.Extensions.EmphasisExtras.EmphasisExtraOptions.Strikethrough)
        .Build();

    public static string ToInsightHtml(string markdown) =>
        markdown.Length == 0 ? "" : HtmlSanitizer.Sanitize(Markdig.Markdown.ToHtml(markdown, Pipeline), null, SanitizerProfile.Article);

    /// <summary>Comments get the small set: no headings, no images.</summary>
    public static string ToCommentHtml(string markdown) =>
        markdown.Length == 0 ? "" : HtmlSanitizer.Sanitize(Markdig.Markdown.ToHtml(markdown, Pipeline), null, SanitizerProfile.Comment);
}
