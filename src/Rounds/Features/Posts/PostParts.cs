using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Rounds.Data;
using Rounds.Features.Topics;

namespace Rounds.Features.Posts;

/// <summary>
/// One address under which a post's article is known: as pasted, as redirected to, as its page names itself. The unique
/// index is what keeps an article from being on a topic twice, whoever is faster.
/// </summary>
public sealed class PostAddress
{
    private PostAddress() { }

    public PostAddress(long topicId, long postId, string key) => (TopicId, PostId, Key) = (topicId, postId, key);

    public long TopicId { get; private set; }

    /// <summary>Canonical identity of the address, from <c>CanonicalUrl.Key</c>.</summary>
    public string Key { get; private set; } = "";
    public long PostId { get; private set; }

    public void BelongTo(long postId) => PostId = postId;

    public sealed class Mapping : IEntityTypeConfiguration<PostAddress>
    {
        public void Configure(EntityTypeBuilder<PostAddress> entity)
        {
            entity.HasKey(a => new { a.TopicId, a.Key });
            entity.HasIndex(a => a.PostId);
            entity.HasOne<Post>().WithMany().HasForeignKey(a => a.PostId).OnDelete(DeleteBehavior.Cascade);
            entity.HasOne<Topic>().WithMany().HasForeignKey(a => a.TopicId).OnDelete(DeleteBehavior.Cascade);
        }
    }
}

/// <summary>A tag of a post in the form used for addresses and counting; the words as written stay on the post.</summary>
public sealed class PostTag : ITopicOwned
{
    private PostTag() { }

    public PostTag(long topicId, long postId, string slug, string label) => (TopicId, PostId, Slug, Label) = (topicId, postId, slug, label);

    public long PostId { get; private set; }
    public string Slug { get; private set; } = "";
    public long TopicId { get; private set; }
    public string Label { get; private set; } = "";

    public void Relabel(string label) => Label = label;

    public sealed class Mapping : IEntityTypeConfiguration<PostTag>
    {
        public void Configure(EntityTypeBuilder<PostTag> entity)
        {
            entity.HasKey(t => new { t.PostId, t.Slug });
            entity.HasIndex(t => new { t.TopicId, t.Slug });
            entity.HasOne<Post>().WithMany().HasForeignKey(t => t.PostId).OnDelete(DeleteBehavior.Cascade);
        }
    }
}

/// <summary>What a post said before an edit: who changed it, when, and the words that stood there.</summary>
public sealed class PostVersion
{
    private PostVersion() { }

    public long PostId { get; private set; }
    public int Number { get; private set; }
    public long EditedById { get; private set; }
    public DateTimeOffset EditedAt { get; private set; }
    public string Title { get; private set; } = "";
    public string Excerpt { get; private set; } = "";
    public string Insight { get; private set; } = "";
    public List<string> Tags { get; private set; } = [];

    /// <summary>Takes down the post as it stands, before <paramref name="editedById"/> changes it.</summary>
    public static PostVersion Of(Post post, long editedById, DateTimeOffset now) => new()
    {
        PostId = post.Id,
        Number = post.Version,
        EditedById = editedById,
        EditedAt = now,
        Title = post.Title,
        Excerpt = post.Excerpt,
        Insight = post.Insight,
        Tags = [.. post.Tags],
    };

    public sealed class Mapping : IEntityTypeConfiguration<PostVersion>
    {
        public void Configure(EntityTypeBuilder<PostVersion> entity)
        {
            entity.HasKey(v => new { v.PostId, v.Number });
            entity.Property(v => v.Tags).AsJsonList();
            entity.HasOne<Post>().WithMany().HasForeignKey(v => v.PostId).OnDelete(DeleteBehavior.Cascade);
        }
    }
}
