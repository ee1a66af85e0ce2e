using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Rounds.Data;
using Rounds.Features.Accounts;
using Rounds.Features.Posts;

namespace Rounds.Features.Talk;

public enum CommentState
{
    /// <summary>Waiting for a moderator; only moderators and the topic's curators see it.</summary>
    Held,
    Shown,
    Removed,
}

/// <summary>A reader's comment, or an insight by another curator, under a post. Threads are one deep.</summary>
public sealed class Comment : ITopicOwned
{
    public const int LongestBody = 4000;
    public const int LongestName = 80;

    private Comment() { }

    public long Id { get; private set; }
    public long TopicId { get; private set; }
    public long PostId { get; private set; }
    public long? ParentId { get; private set; }

    /// <summary>Null for a guest, who gave only a name.</summary>
    public long? AuthorId { get; private set; }
    public string AuthorName { get; private set; } = "";

    /// <summary>True for another curator's insight: shown apart, above the comments.</summary>
    public bool IsInsight { get; private set; }
    public string Body { get; private set; } = "";
    public string BodyHtml { get; private set; } = "";
    public CommentState State { get; private set; }
    public DateTimeOffset WrittenAt { get; private set; }
    public string? ExternalId { get; private set; }

    public static Comment ByPerson(Post post, User author, string body, bool isInsight, DateTimeOffset now) =>
        Write(post, author.Id, author.DisplayName, body, isInsight, CommentState.Shown, now);

    /// <summary>What a guest writes is held until a moderator has read it.</summary>
    public static Comment ByGuest(Post post, string name, string body, DateTimeOffset now) =>
        Write(post, null, name, body, false, CommentState.Held, now);

    private static Comment Write(Post post, long? authorId, string name, string body, bool isInsight, CommentState state, DateTimeOffset now)
    {
        body = PlainText.Of(body).Trim();
        return new Comment
        {
            TopicId = post.TopicId,
            PostId = post.Id,
            AuthorId = authorId,
            AuthorName = PlainText.Of(name).Trim(),
            IsInsight = isInsight,
            Body = body,
            BodyHtml = Markdown.ToCommentHtml(body),
            State = state,
            WrittenAt = now,
        };
    }

    /// <summary>Answers <paramref name="parent"/>; an answer to an answer joins the same thread.</summary>
    public void Answer(Comment parent) => ParentId = parent.ParentId ?? parent.Id;

    public void RememberOrigin(string externalId) => ExternalId = externalId;

    public void Show() => State = CommentState.Shown;

    public void Hold() => State = CommentState.Held;

    public void Remove() => State = CommentState.Removed;

    public sealed class Mapping : IEntityTypeConfiguration<Comment>
    {
        public void Configure(EntityTypeBuilder<Comment> entity)
        {
            entity.Property(c => c.State).HasConversion<string>();
            entity.HasIndex(c => new { c.PostId, c.State });
            entity.HasIndex(c => new { c.TopicId, c.State });
            entity.HasOne<Post>().WithMany().HasForeignKey(c => c.PostId).OnDelete(DeleteBehavior.Cascade);
        }
    }
}
