using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Rounds.Data;
using Rounds.Features.Topics;

namespace Rounds.Features.Suggestions;

public enum SuggestionState
{
    Waiting,
    Taken,
    Dropped,
}

/// <summary>A URL that a reader proposes for a topic, with a name and a note.</summary>
public sealed class Suggestion
{
    private Suggestion() { }

    public long Id { get; private set; }
    public long TopicId { get; private set; }
    public string Url { get; private set; } = "";
    public string Note { get; private set; } = "";
    public string SenderName { get; private set; } = "";
    public SuggestionState State { get; private set; }
    public long? PostId { get; private set; }
    public DateTimeOffset SentAt { get; private set; }
    public DateTimeOffset? DecidedAt { get; private set; }

    public static Suggestion Send(long topicId, string url, string? note, string senderName, DateTimeOffset now) => new()
    {
        TopicId = topicId,
        Url = url,
        Note = PlainText.Of(note ?? "").Trim(),
        SenderName = PlainText.Of(senderName).Trim(),
        SentAt = now,
    };

    public void Take(long postId, DateTimeOffset now) => (State, PostId, DecidedAt) = (SuggestionState.Taken, postId, now);

    public void Drop(DateTimeOffset now) => (State, DecidedAt) = (SuggestionState.Dropped, now);

    /// <summary>Dropped by mistake: back among those that wait.</summary>
    public void Reopen() => (State, DecidedAt) = (SuggestionState.Waiting, null);

    public sealed class Mapping : IEntityTypeConfiguration<Suggestion>
    {
        public void Configure(EntityTypeBuilder<Suggestion> entity)
        {
            entity.Property(s => s.State).HasConversion<string>();
            entity.HasIndex(s => new { s.TopicId, s.State, s.SentAt });
            entity.HasOne<Topic>().WithMany().HasForeignKey(s => s.TopicId).OnDelete(DeleteBehavior.Cascade);
        }
    }
}
