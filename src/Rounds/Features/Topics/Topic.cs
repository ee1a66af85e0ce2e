using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Rounds.Data;

namespace Rounds.Features.Topics;

/// <summary>A public magazine page. Its address is <c>/t/{slug}</c>.</summary>
public sealed class Topic
{
    private Topic() { }

    public long Id { get; private set; }
    public string Slug { get; private set; } = "";
    public string Title { get; private set; } = "";
    public string Description { get; private set; } = "";
    public List<string> Audiences { get; private set; } = [];

    /// <summary>BCP 47 language tag of the page, such as <c>en</c> or <c>ar</c>.</summary>
    public string Language { get; private set; } = "en";
    public bool IsPrivate { get; private set; }
    public long? CoverImageId { get; private set; }
    public long? PinnedPostId { get; private set; }

    /// <summary>Views counted elsewhere before the topic moved here.</summary>
    public long ImportedViews { get; private set; }

    /// <summary>Views counted here, of the topic's pages and its posts' pages; flushed in batches by Measure.</summary>
    public long CountedViews { get; private set; }

    /// <summary>The last UTC day that had a view, and how many it had: what the masthead calls today's.</summary>
    public DateOnly? ViewsDay { get; private set; }
    public long ViewsThatDay { get; private set; }
    public DateTimeOffset CreatedAt { get; private set; }
    public DateTimeOffset UpdatedAt { get; private set; }

    /// <summary>Path of its page for headers, where letters beyond ASCII must be escaped.</summary>
    public string Path => $"/t/{Uri.EscapeDataString(Slug)}";

    public long TotalViews => ImportedViews + CountedViews;

    public long ViewsOn(DateOnly day) => ViewsDay == day ? ViewsThatDay : 0;

    public static Topic Open(string title, string slug, DateTimeOffset now) =>
        new() { Title = PlainText.Of(title).Trim(), Slug = slug, CreatedAt = now, UpdatedAt = now };

    public void Describe(string title, string description, IEnumerable<string> audiences, string language, bool isPrivate, DateTimeOffset now)
    {
        Title = PlainText.Of(title).Trim();
        Description = PlainText.Of(description).Trim();
        Audiences = [.. audiences.Select(a => PlainText.Of(a).Trim()).Where(a => a.Length > 0).Distinct(StringComparer.OrdinalIgnoreCase)];
        Language = string.IsNullOrWhiteSpace(language) ? "en" : language.Trim();
        IsPrivate = isPrivate;
        UpdatedAt = now;
    }

    public void MoveTo(string slug, DateTimeOffset now) => (Slug, UpdatedAt) = (slug, now);

    public void Cover(long? imageId, DateTimeOffset now) => (CoverImageId, UpdatedAt) = (imageId, now);

    public void Pin(long? postId, DateTimeOffset now) => (PinnedPostId, UpdatedAt) = (postId, now);

    public void CountViews(long views, DateOnly day)
    {
        CountedViews += views;
        ViewsThatDay = ViewsOn(day) + views;
        ViewsDay = day;
    }

    /// <summary>Importing again must change nothing, so the figure is set, never added to.</summary>
    public void RecordImportedViews(long views) => ImportedViews = views;

    public sealed class Mapping : IEntityTypeConfiguration<Topic>
    {
        public void Configure(EntityTypeBuilder<Topic> entity)
        {
            entity.HasIndex(t => t.Slug).IsUnique();
            entity.Property(t => t.Audiences).AsJsonList();
            entity.Ignore(t => t.TotalViews);
            entity.Ignore(t => t.Path);
        }
    }
}
