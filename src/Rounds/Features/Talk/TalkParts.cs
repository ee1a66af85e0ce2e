using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Rounds.Data;
using Rounds.Features.Posts;

namespace Rounds.Features.Talk;

/// <summary>
/// One reader's thanks for a post. Guests are told apart by a keyed hash of address and browser that changes daily, so
/// that nothing that leads back to a person is stored; signed-in people by their id.
/// </summary>
public sealed class Thanks
{
    private Thanks() { }

    public Thanks(long postId, string giver, DateTimeOffset now) => (PostId, Giver, GivenAt) = (postId, giver, now);

    public long PostId { get; private set; }
    public string Giver { get; private set; } = "";
    public DateTimeOffset GivenAt { get; private set; }

    public sealed class Mapping : IEntityTypeConfiguration<Thanks>
    {
        public void Configure(EntityTypeBuilder<Thanks> entity)
        {
            entity.HasKey(t => new { t.PostId, t.Giver });
            entity.HasOne<Post>().WithMany().HasForeignKey(t => t.PostId).OnDelete(DeleteBehavior.Cascade);
        }
    }
}

public enum ReportReason
{
    Privacy,
    Harm,
    Misinformation,
    Abuse,
    Spam,
    Copyright,
    Other,
}

public enum ReportState
{
    Open,
    Upheld,
    Dismissed,
}

/// <summary>A reader's report of a post or comment, with a snapshot of what was reported; the reporter stays hidden.</summary>
public sealed class Report
{
    private Report() { }

    public long Id { get; private set; }
    public long TopicId { get; private set; }
    public long PostId { get; private set; }
    public long? CommentId { get; private set; }
    public ReportReason Reason { get; private set; }
    public string Detail { get; private set; } = "";
    public string Snapshot { get; private set; } = "";
    public long? ReporterId { get; private set; }
    public ReportState State { get; private set; }
    public DateTimeOffset ReportedAt { get; private set; }

    public static Report Of(Post post, Comment? comment, ReportReason reason, string? detail, long? reporterId, DateTimeOffset now) => new()
    {
        TopicId = post.TopicId,
        PostId = post.Id,
        CommentId = comment?.Id,
        Reason = reason,
        Detail = PlainText.Of(detail ?? "").Trim(),
        Snapshot = comment?.Body ?? $"{post.Title}\n{post.Excerpt}\n{post.Insight}",
        ReporterId = reporterId,
        ReportedAt = now,
    };

    public void Uphold() => State = ReportState.Upheld;

    public void Dismiss() => State = ReportState.Dismissed;

    public sealed class Mapping : IEntityTypeConfiguration<Report>
    {
        public void Configure(EntityTypeBuilder<Report> entity)
        {
            entity.Property(r => r.Reason).HasConversion<string>();
            entity.Property(r => r.State).HasConversion<string>();
            entity.HasIndex(r => new { r.TopicId, r.State });
            entity.HasOne<Post>().WithMany().HasForeignKey(r => r.PostId).OnDelete(DeleteBehavior.Cascade);
        }
    }
}

/// <summary>A line of the moderation log: who decided what about which comment or report, and why. Never changed.</summary>
public sealed class ModerationEntry
{
    private ModerationEntry() { }

    public ModerationEntry(long topicId, long? commentId, long? reportId, string decision, string reason, long moderatorId, DateTimeOffset now) =>
        (TopicId, CommentId, ReportId, Decision, Reason, ModeratorId, DecidedAt) = (topicId, commentId, reportId, decision, PlainText.Of(reason), moderatorId, now);

    public long Id { get; private set; }
    public long TopicId { get; private set; }
    public long? CommentId { get; private set; }
    public long? ReportId { get; private set; }
    public string Decision { get; private set; } = "";
    public string Reason { get; private set; } = "";
    public long ModeratorId { get; private set; }
    public DateTimeOffset DecidedAt { get; private set; }

    public sealed class Mapping : IEntityTypeConfiguration<ModerationEntry>
    {
        public void Configure(EntityTypeBuilder<ModerationEntry> entity) => entity.HasIndex(e => new { e.TopicId, e.DecidedAt });
    }
}
