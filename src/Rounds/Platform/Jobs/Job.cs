using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Rounds.Platform.Jobs;

/// <summary>Work to do later: a row, so that it survives a restart. Claimed by a conditional update of the lease.</summary>
public sealed class Job
{
    private Job() { }

    public Job(string kind, string subject, DateTimeOffset dueAt) => (Kind, Subject, DueAt) = (kind, subject, dueAt);

    public long Id { get; private set; }

    /// <summary>Names the handler.</summary>
    public string Kind { get; private set; } = "";

    /// <summary>What the handler works on, usually an id. Never text that people wrote.</summary>
    public string Subject { get; private set; } = "";
    public DateTimeOffset DueAt { get; private set; }
    public int Attempts { get; private set; }

    /// <summary>Until then one worker holds the job; a worker that dies loses it when the lease runs out.</summary>
    public DateTimeOffset? LeasedUntil { get; private set; }

    /// <summary>Type of the last fault; its details are in the log.</summary>
    public string? LastFault { get; private set; }

    public sealed class Mapping : IEntityTypeConfiguration<Job>
    {
        public void Configure(EntityTypeBuilder<Job> entity)
        {
            entity.HasIndex(j => j.DueAt);
            entity.HasIndex(j => new { j.Kind, j.Subject }).IsUnique();
        }
    }
}
