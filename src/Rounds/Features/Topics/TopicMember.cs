using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Rounds.Data;

namespace Rounds.Features.Topics;

/// <summary>What a person may do on one topic: a curator publishes and settles, a contributor captures and writes drafts.</summary>
public enum TopicRole
{
    Curator,
    Contributor,
}

/// <summary>A person's role on one topic.</summary>
public sealed class TopicMember : ITopicOwned
{
    private TopicMember() { }

    public TopicMember(long topicId, long userId, TopicRole role, DateTimeOffset since) =>
        (TopicId, UserId, Role, Since) = (topicId, userId, role, since);

    public long TopicId { get; private set; }
    public long UserId { get; private set; }
    public TopicRole Role { get; private set; }
    public DateTimeOffset Since { get; private set; }

    public void Become(TopicRole role) => Role = role;

    public sealed class Mapping : IEntityTypeConfiguration<TopicMember>
    {
        public void Configure(EntityTypeBuilder<TopicMember> entity)
        {
            entity.HasKey(m => new { m.TopicId, m.UserId });
            entity.HasIndex(m => m.UserId);
            entity.Property(m => m.Role).HasConversion<string>();
            entity.HasOne<Topic>().WithMany().HasForeignKey(m => m.TopicId).OnDelete(DeleteBehavior.Cascade);
            entity.HasOne<Accounts.User>().WithMany().HasForeignKey(m => m.UserId).OnDelete(DeleteBehavior.Cascade);
        }
    }
}
