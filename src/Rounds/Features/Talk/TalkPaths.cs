using Rounds.Features.Posts;

namespace Rounds.Features.Talk;

/// <summary>
/// Addresses under a post. They go through <c>/talk/</c> because the segment after the id is the post's own slug: an
/// article titled "Report" must not lead to the report form.
/// </summary>
public static class TalkPaths
{
    public static string Topic(string slug) => $"/t/{Uri.EscapeDataString(slug)}";

    public static string Post(string topicSlug, Post post) => Post(topicSlug, post.Id, post.Slug);

    public static string Post(string topicSlug, long postId, string postSlug) =>
        $"{Topic(topicSlug)}/p/{postId}" + (postSlug.Length > 0 ? $"/{Uri.EscapeDataString(postSlug)}" : "");

    public static string Under(string topicSlug, long postId, string what) => $"{Topic(topicSlug)}/p/{postId}/talk/{what}";
}
