using System.Globalization;
using System.Net;
using Rounds.Features.Posts;
using Rounds.Features.Topics;
using Rounds.Platform.Images;
using Rounds.Platform.Web;

namespace Rounds.Features.Site;

/// <summary>oEmbed 1.0 for posts and topics: what another site needs to show one of ours.</summary>
internal static class OEmbed
{
    public static async Task<IResult> DescribeAsync(
        HttpContext context, string? url, string? format, TopicAccess access, PostQueries posts, SiteAddress address, SiteName name, CancellationToken cancel)
    {
        if (format is not (null or "json"))
        {
            // Section 2.2.2: a format that is not provided is answered with 501.
            return Results.StatusCode(StatusCodes.Status501NotImplemented);
        }

        var site = address.Of(context.Request);
        if (url is null || !url.StartsWith(site + "/t/", StringComparison.Ordinal)
            || !Uri.TryCreate(url, UriKind.Absolute, out var page))
        {
            return Results.NotFound();
        }

        var parts = page.AbsolutePath.Split('/', StringSplitOptions.RemoveEmptyEntries).Select(Uri.UnescapeDataString).ToList();
        if (parts.Count < 2 || await access.ReadAsync(parts[1], context.User, cancel) is not { Topic.IsPrivate: false } door)
        {
            return Results.NotFound();
        }

        if (parts.Count == 2)
        {
            return Frame(site, name.Value, door.Topic);
        }

        return parts is [_, _, "p", var id, ..] && long.TryParse(id, NumberStyles.None, CultureInfo.InvariantCulture, out var number)
            && await posts.CardAsync(door.Topic.Id, number, cancel) is { Post.State: PostState.Published } card
            ? Describe(card, site, name.Value)
            : Results.NotFound();
    }

    private static IResult Frame(string site, string provider, Topic topic) => Results.Json(new Dictionary<string, object?>
    {
        ["version"] = "1.0",
        ["type"] = "rich",
        ["title"] = topic.Title,
        ["provider_name"] = provider,
        ["provider_url"] = site,
        ["width"] = 600,
        ["height"] = 640,
        ["html"] = $"<iframe src=\"{site}/t/{Uri.EscapeDataString(topic.Slug)}/embed\" title=\"{WebUtility.HtmlEncode(topic.Title)}\" width=\"600\" height=\"640\"></iframe>",
    });

    private static IResult Describe(PostCard card, string site, string provider)
    {
        var link = WebUtility.HtmlEncode(site + card.EncodedUrl);
        var quoted = Paragraphs.Of(card.Post.Excerpt, 400).Select(p => $"<p>{WebUtility.HtmlEncode(p)}</p>");
        var answer = new Dictionary<string, object?>
        {
            ["version"] = "1.0",
            ["type"] = "rich",
            ["title"] = card.Post.Title,
            ["author_name"] = card.Curator,
            ["provider_name"] = provider,
            ["provider_url"] = site,
            ["width"] = 600,
            ["height"] = null,
            ["html"] = $"<blockquote>{string.Concat(quoted)}<p><a href=\"{link}\">{WebUtility.HtmlEncode(card.Post.Title)}</a></p></blockquote>",
        };
        if (card.Image is { } image)
        {
            answer["thumbnail_url"] = site + Media.Url(image.Hash, 480);
            answer["thumbnail_width"] = Math.Min(480, image.Width);
            answer["thumbnail_height"] = (int)Math.Round(image.Height * Math.Min(480, image.Width) / (double)image.Width);
        }

        return Results.Json(answer);
    }
}
