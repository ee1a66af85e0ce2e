using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Rounds.Features.Topics;

namespace Rounds.Features.Measure;

/// <summary>Views of one post's page on one UTC day, or of the topic's own pages where <see cref="PostId"/> is 0.</summary>
public sealed class DayViews
{
    private DayViews() { }

    public DayViews(long topicId, long postId, DateOnly day, long views) => (TopicId, PostId, Day, Views) = (topicId, postId, day, views);

    public long TopicId { get; private set; }
    public long PostId { get; private set; }
    public DateOnly Day { get; private set; }
    public long Views { get; private set; }

    public sealed class Mapping : IEntityTypeConfiguration<DayViews>
    {
        public void Configure(EntityTypeBuilder<DayViews> entity)
        {
            entity.HasKey(d => new { d.TopicId, d.Day, d.PostId });
            entity.HasOne<Topic>().WithMany().HasForeignKey(d => d.TopicId).OnDelete(DeleteBehavior.Cascade);
        }
    }
}
