using System.Net;
using Rounds.Features.Posts;
using Rounds.Feeds;
using Rounds.Platform.Images;
using Rounds.Platform.Web;

namespace Rounds.Features.Topics;

/// <summary>A topic's feeds, whole or by tag, with the insight in them and a link to the source.</summary>
public static class TopicFeeds
{
    public static void Map(Doors doors)
    {
        foreach (var shelf in (string[])["/t/{topic}", "/t/{topic}/tag/{tag}"])
        {
            doors.Reading.MapGet(shelf + "/rss", (FeedRequest request, string topic, string? tag) =>
                request.WriteAsync(topic, tag, "/rss", "application/rss+xml; charset=utf-8", FeedWriter.WriteRss));
            doors.Reading.MapGet(shelf + "/atom", (FeedRequest request, string topic, string? tag) =>
                request.WriteAsync(topic, tag, "/atom", "application/atom+xml; charset=utf-8", FeedWriter.WriteAtom));
            doors.Reading.MapGet(shelf + "/feed.json", (FeedRequest request, string topic, string? tag) =>
                request.WriteAsync(topic, tag, "/feed.json", "application/feed+json; charset=utf-8", FeedWriter.WriteJson));
        }
    }
}

/// <summary>One request for a feed.</summary>
public sealed class FeedRequest
{
    private readonly HttpContext _context;

    private FeedRequest(HttpContext context) => _context = context;

    public static ValueTask<FeedRequest> BindAsync(HttpContext context) => ValueTask.FromResult(new FeedRequest(context));

    public async Task<IResult> WriteAsync(string slug, string? tag, string path, string contentType, Action<Feed, Stream> write)
    {
        var services = _context.RequestServices;
        var cancel = _context.RequestAborted;
        if (await services.GetRequiredService<TopicAccess>().ReadAsync(slug, _context.User, cancel) is not { Topic.IsPrivate: false } door)
        {
            return Results.NotFound();
        }

        var topic = door.Topic;
        _context.ServeToGuests(TopicPageCopies.Tag(topic.Id));
        var posts = services.GetRequiredService<PostQueries>();
        var cards = await posts.CardsAsync(topic, new Shelf(tag), 1, cancel);
        if (tag is not null && cards.Count == 0)
        {
            return Results.NotFound();
        }

        var feed = Describe(topic, tag, cards, services.GetRequiredService<SiteAddress>().Of(_context.Request), path);
        using var body = new MemoryStream();
        write(feed, body);
        return Results.Bytes(body.ToArray(), contentType);
    }

    private static Feed Describe(Topic topic, string? tag, IReadOnlyList<PostCard> cards, string site, string path)
    {
        var page = $"{site}/t/{Uri.EscapeDataString(topic.Slug)}{(tag is null ? "" : $"/tag/{Uri.EscapeDataString(tag)}")}";
        return new Feed
        {
            Id = page,
            Title = tag is null ? topic.Title : $"{topic.Title}: {tag}",
            Link = page,
            SelfLink = page + path,
            Description = topic.Description,
            Language = topic.Language,
            Generator = "Rounds",
            Updated = cards.Count > 0 ? cards.Max(c => c.Post.UpdatedAt) : topic.UpdatedAt,
            Items = [.. cards.OrderByDescending(c => c.Post.PublishedAt).Select(c => Describe(c, site))],
        };
    }

    private static FeedItem Describe(PostCard card, string site) => new()
    {
        Id = $"{site}/t/{Uri.EscapeDataString(card.TopicSlug)}/p/{card.Post.Id}",
        Title = card.Post.Title,
        Link = site + card.EncodedUrl,
        Via = card.Post.SourceUrl,
        Author = card.Curator,
        Published = card.Post.PublishedAt,
        Updated = card.Post.UpdatedAt,
        Summary = Paragraphs.Of(card.Post.Excerpt, 300).FirstOrDefault(),
        Content = Content(card, site),
        Categories = card.Post.Tags,
        Image = card.Image is { } image ? site + Media.Url(image.Hash, 960) : null,
    };

    /// <summary>Quotation, insight and the way to the source, as HTML that a feed reader shows as it is.</summary>
    private static string Content(PostCard card, string site)
    {
        var quoted = string.Concat(Paragraphs.Of(card.Post.Excerpt).Select(p => $"<p>{WebUtility.HtmlEncode(p)}</p>"));
        var image = card.Image is { } lead
            ? $"<p><img src=\"{site}{Media.Url(lead.Hash, 960)}\" alt=\"{WebUtility.HtmlEncode(card.Post.ImageAlt)}\"></p>"
            : "";
        var insight = card.Post.InsightHtml.Length > 0
            ? $"<p><strong>{WebUtility.HtmlEncode(card.Curator)}’s insight</strong></p>{card.Post.InsightHtml}"
            : "";
        var source = card.Post.SourceUrl is { } url
            ? $"<p><a href=\"{WebUtility.HtmlEncode(url)}\">Read the whole at {WebUtility.HtmlEncode(card.Site)}</a></p>"
            : "";
        return image + (quoted.Length > 0 ? $"<blockquote>{quoted}</blockquote>" : "") + insight + source;
    }
}
