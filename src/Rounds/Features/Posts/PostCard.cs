using Rounds.Platform.Images;

namespace Rounds.Features.Posts;

/// <summary>One post as pages show it, with everything they need from other tables.</summary>
public sealed record PostCard(Post Post, string TopicSlug, string TopicLanguage, string Curator, StoredImage? Image, ReshareCredit? From)
{
    public string Url => $"/t/{TopicSlug}/p/{Post.Id}/{Post.Slug}";

    /// <summary>The same for headers and feeds, where letters beyond ASCII must be escaped.</summary>
    public string EncodedUrl => $"/t/{Uri.EscapeDataString(TopicSlug)}/p/{Post.Id}/{Uri.EscapeDataString(Post.Slug)}";

    /// <summary>Its title, or while there is none the address it was captured from.</summary>
    public string Name => Post.Title.Length > 0 ? Post.Title : Post.SourceUrl ?? "Untitled";

    /// <summary>Where its members find it: a capture that has not come or failed has only its card in the topic.</summary>
    public string ShownAt => Post.State is PostState.Loading or PostState.Failed ? $"/t/{TopicSlug}#post-{Post.Id}" : Url;

    /// <summary>Where the title leads: the source, or for a note its own page.</summary>
    public string TitleUrl => Post.SourceUrl ?? Url;

    public string Language => Post.Language ?? TopicLanguage;

    public string Direction => TextDirection.Of(Language);

    /// <summary>The host of the source without <c>www.</c>, where the page did not say its name.</summary>
    public string? Site => Post.SiteName
        ?? (Uri.TryCreate(Post.SourceUrl, UriKind.Absolute, out var source) ? source.Host.Replace("www.", "", StringComparison.Ordinal) : null);
}

/// <summary>Where a reshared post came from. The chain of credit is kept on both sides.</summary>
public sealed record ReshareCredit(long PostId, string PostSlug, string TopicSlug, string TopicTitle, string Curator)
{
    public string Url => $"/t/{TopicSlug}/p/{PostId}/{PostSlug}";
}
