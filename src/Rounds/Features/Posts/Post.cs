using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Rounds.Data;
using Rounds.Features.Accounts;
using Rounds.Features.Topics;

namespace Rounds.Features.Posts;

public enum PostKind
{
    Link,
    Note,
    Document,
    Image,
}

public enum PostState
{
    /// <summary>A capture is on its way; only the topic's members see the card.</summary>
    Loading,

    /// <summary>The capture failed; the card says why and offers to try again or to fill in by hand.</summary>
    Failed,
    Draft,
    Published,
}

/// <summary>An item in a topic: what is quoted from the source, and apart from it the curator's own words.</summary>
public sealed class Post : ITopicOwned
{
    private Post() { }

    public long Id { get; private set; }
    public long TopicId { get; private set; }
    public PostKind Kind { get; private set; }
    public PostState State { get; private set; }
    public string Title { get; private set; } = "";

    /// <summary>Title reduced to the characters of an address; only decoration after the id.</summary>
    public string Slug { get; private set; } = "";
    public string? SourceUrl { get; private set; }
    public string? SiteName { get; private set; }
    public string? Author { get; private set; }
    public DateTimeOffset? SourceDate { get; private set; }

    /// <summary>BCP 47 tag where it differs from the topic's; decides the reading direction of the card.</summary>
    public string? Language { get; private set; }

    /// <summary>What is quoted from the source: plain text, paragraphs parted by line breaks.</summary>
    public string Excerpt { get; private set; } = "";

    /// <summary>The curator's own words, in Markdown.</summary>
    public string Insight { get; private set; } = "";

    /// <summary><see cref="Insight"/> rendered and sanitized once, when it is written: pages only copy it.</summary>
    public string InsightHtml { get; private set; } = "";
    public List<string> Tags { get; private set; } = [];
    public long? ImageId { get; private set; }
    public string ImageAlt { get; private set; } = "";
    public List<PostEmbed> Embeds { get; private set; } = [];
    public long CuratorId { get; private set; }
    public long? ResharedFromId { get; private set; }
    public string? SuggestedBy { get; private set; }

    /// <summary>Identity in the system it was imported from, so that importing again changes nothing.</summary>
    public string? ExternalId { get; private set; }
    public DateTimeOffset CreatedAt { get; private set; }
    public DateTimeOffset UpdatedAt { get; private set; }
    public DateTimeOffset? PublishedAt { get; private set; }

    /// <summary>Year times 100 plus month of publication, for the archive: the same number on both engines.</summary>
    public int? PublishedMonth { get; private set; }

    /// <summary>Place in the topic, highest first. Starts as the time of publication; moving swaps it with a neighbour's.</summary>
    public long Position { get; private set; }
    public int Version { get; private set; } = 1;
    public int ThanksCount { get; private set; }
    public int CommentCount { get; private set; }
    public long Views { get; private set; }

    public static Post Write(long topicId, PostKind kind, long curatorId, DateTimeOffset now) => new()
    {
        TopicId = topicId,
        Kind = kind,
        CuratorId = curatorId,
        State = PostState.Draft,
        CreatedAt = now,
        UpdatedAt = now,
        Position = now.ToUnixTimeMilliseconds(),
    };

    /// <summary>A card that fills itself in: what the capturing person already knew is kept as typed.</summary>
    public static Post Capture(long topicId, string url, string? title, string? insight, long curatorId, DateTimeOffset now)
    {
        var post = Write(topicId, PostKind.Link, curatorId, now);
        post.State = PostState.Loading;
        post.SourceUrl = url;
        post.Entitle(title ?? "");
        post.SetInsight(insight);
        return post;
    }

    public void Quote(string? sourceUrl, string? siteName, string? author, DateTimeOffset? sourceDate, string? excerpt)
    {
        SourceUrl = Blank(sourceUrl);
        SiteName = Blank(siteName);
        Author = Blank(author);
        SourceDate = sourceDate;
        Excerpt = Clean(excerpt);
    }

    public void Entitle(string title)
    {
        Title = Clean(title);
        Slug = Slugs.From(Title);
    }

    public void SetInsight(string? markdown)
    {
        Insight = Clean(markdown);
        InsightHtml = Markdown.ToInsightHtml(Insight);
    }

    public void SetKind(PostKind kind) => Kind = kind;

    public void SetLanguage(string? language) => Language = Blank(language);

    public void SetTags(IEnumerable<string> tags) => Tags = [.. Tag.Tidy(tags)];

    public void Illustrate(long? imageId, string? alt) => (ImageId, ImageAlt) = (imageId, Clean(alt));

    public void Embed(IEnumerable<PostEmbed> embeds) => Embeds = [.. embeds];

    public void CreditReshare(long fromPostId) => ResharedFromId = fromPostId;

    public void CreditSuggestion(string? name) => SuggestedBy = Blank(name);

    public void RememberOrigin(string externalId) => ExternalId = externalId;

    public void Edited(DateTimeOffset now)
    {
        UpdatedAt = now;
        Version++;
    }

    /// <summary>The capture ended well: the card is a draft, waiting for the curator's words.</summary>
    public void Fill(DateTimeOffset now)
    {
        if (State is PostState.Loading or PostState.Failed)
        {
            State = PostState.Draft;
        }

        UpdatedAt = now;
    }

    public void FailCapture(DateTimeOffset now) => (State, UpdatedAt) = (PostState.Failed, now);

    public void Reload(DateTimeOffset now) => (State, UpdatedAt) = (PostState.Loading, now);

    /// <summary>Publishing again after a pause keeps the first date and the place in the topic.</summary>
    public void Publish(DateTimeOffset now)
    {
        State = PostState.Published;
        UpdatedAt = now;
        if (PublishedAt is null)
        {
            PublishedAt = now;
            PublishedMonth = now.Year * 100 + now.Month;
            Position = now.ToUnixTimeMilliseconds();
        }
    }

    /// <summary>Published elsewhere, at <paramref name="date"/>, before it came here.</summary>
    public void PublishAsOf(DateTimeOffset date, DateTimeOffset now)
    {
        Publish(date);
        UpdatedAt = now;
    }

    public void Unpublish(DateTimeOffset now) => (State, UpdatedAt) = (PostState.Draft, now);

    public void SwapPlaces(Post neighbour) => (Position, neighbour.Position) = (neighbour.Position, Position);

    public void PlaceAt(long position) => Position = position;

    public void CountThanks(int thanks) => ThanksCount = thanks;

    public void CountComments(int comments) => CommentCount = comments;

    public void RecordImportedViews(long views) => Views = views;

    private static string? Blank(string? text) => Clean(text) is { Length: > 0 } words ? words : null;

    private static string Clean(string? text) => text is null ? "" : PlainText.Of(text).Trim();

    public sealed class Mapping : IEntityTypeConfiguration<Post>
    {
        public void Configure(EntityTypeBuilder<Post> entity)
        {
            entity.Property(p => p.Kind).HasConversion<string>();
            entity.Property(p => p.State).HasConversion<string>();
            entity.Property(p => p.Tags).AsJsonList();
            entity.Property(p => p.Embeds).AsJsonList();
            entity.HasIndex(p => new { p.TopicId, p.State, p.Position });
            entity.HasIndex(p => new { p.TopicId, p.PublishedMonth });
            entity.HasIndex(p => new { p.TopicId, p.ExternalId }).IsUnique();
            entity.HasIndex(p => p.ResharedFromId);
            entity.HasIndex(p => p.CuratorId);
            entity.HasOne<Topic>().WithMany().HasForeignKey(p => p.TopicId).OnDelete(DeleteBehavior.Cascade);
            entity.HasOne<User>().WithMany().HasForeignKey(p => p.CuratorId).OnDelete(DeleteBehavior.Restrict);
        }
    }
}

/// <summary>A video or slide deck of the source, drawn as a still with a link; no third-party script runs on our pages.</summary>
public sealed record PostEmbed(string Kind, string Url, string? Title = null);
