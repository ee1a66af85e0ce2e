using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Rounds.Data;
using Rounds.Features.Posts;
using Rounds.Platform.Outbound;

namespace Rounds.Features.Capture;

/// <summary>Turning a URL into a post card: what was asked, what was found there, and how it ended.</summary>
public sealed class Capture
{
    private Capture() { }

    public Capture(long postId, string url, long askedById, DateTimeOffset now) =>
        (PostId, Url, AskedById, AskedAt) = (postId, url, askedById, now);

    public long PostId { get; private set; }
    public string Url { get; private set; } = "";
    public long AskedById { get; private set; }
    public DateTimeOffset AskedAt { get; private set; }
    public DateTimeOffset? FinishedAt { get; private set; }

    /// <summary>Why it failed, or null while it runs and when it went well.</summary>
    public FetchOutcome? Failure { get; private set; }

    /// <summary>The post that already shows this article, when its page named itself as one we have.</summary>
    public long? DuplicateOfId { get; private set; }

    /// <summary>The images found on the page, best first, to choose the lead image from.</summary>
    public List<FoundImage> Images { get; private set; } = [];

    public void Succeed(IEnumerable<FoundImage> images, DateTimeOffset now)
    {
        (Failure, DuplicateOfId, FinishedAt) = (null, null, now);
        Images = [.. images];
    }

    public void Fail(FetchOutcome outcome, DateTimeOffset now) => (Failure, FinishedAt) = (outcome, now);

    public void FoundTwin(long postId, DateTimeOffset now) => (DuplicateOfId, FinishedAt) = (postId, now);

    public void StartAgain(DateTimeOffset now) => (Failure, DuplicateOfId, FinishedAt, AskedAt) = (null, null, null, now);

    public sealed class Mapping : IEntityTypeConfiguration<Capture>
    {
        public void Configure(EntityTypeBuilder<Capture> entity)
        {
            entity.HasKey(c => c.PostId);
            entity.Property(c => c.Failure).HasConversion<string>();
            entity.Property(c => c.Images).AsJsonList();
            entity.HasOne<Post>().WithOne().HasForeignKey<Capture>(c => c.PostId).OnDelete(DeleteBehavior.Cascade);
        }
    }
}

/// <summary>An image of the source page; <see cref="StoredId"/> once it was fetched into our own store.</summary>
public sealed record FoundImage(string Url, int? Width, int? Height, string? Alt, long? StoredId = null);
