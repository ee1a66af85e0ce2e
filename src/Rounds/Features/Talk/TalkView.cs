namespace Rounds.Features.Talk;

/// <summary>A comment as a page shows it. One that may not be read any more keeps its place for its answers, without name and words.</summary>
public sealed record CommentView(
    long Id, string AuthorName, bool IsGuest, string BodyHtml, CommentState State, bool IsReadable, DateTimeOffset WrittenAt, IReadOnlyList<CommentView> Answers);

/// <summary>What was said about one post: other curators' insights apart, then comments, oldest first, each with its answers.</summary>
public sealed record PostTalk(IReadOnlyList<CommentView> Insights, IReadOnlyList<CommentView> Threads)
{
    /// <summary>Comments and answers that can be read, without insights.</summary>
    public int Count => Threads.Sum(t => (t.IsReadable ? 1 : 0) + t.Answers.Count);
}

/// <summary>The model of <c>_Talk</c>. For guests it holds nothing about who looks, so that a copy of the page may be served.</summary>
public sealed record TalkView(string TopicSlug, long PostId, PostTalk Talk, bool IsSignedIn, bool MayModerate, bool MayAddInsight, int ThanksCount)
{
    public ThanksView Thanks => new(TopicSlug, PostId, ThanksCount, IsSignedIn);

    public CommentFormView Form => new(TopicSlug, PostId, IsSignedIn, MayAddInsight, new CommentForm(), Platform.Web.GuestFormFields.None);
}

/// <summary>The model of <c>_Thanks</c>, the small button under a card or post.</summary>
public sealed record ThanksView(string TopicSlug, long PostId, int Count, bool IsSignedIn);

/// <summary>The model of <c>_Comment</c>.</summary>
public sealed record CommentRow(CommentView Comment, TalkView Page, bool MayBeAnswered);
