using System.Globalization;
using System.Text;
using System.Xml;
using Microsoft.EntityFrameworkCore;
using Rounds.Data;
using Rounds.Features.Posts;
using Rounds.Features.Topics;
using Rounds.Platform.Assets;
using Rounds.Platform.Web;

namespace Rounds.Features.Site;

/// <summary>The files that machines ask every site for.</summary>
internal static class RobotsAndPhones
{
    // sitemaps.org: at most 50,000 addresses a file.
    private const int MostAddresses = 50_000;

    public static IResult Robots(HttpContext context, SiteAddress address) => Results.Text($"""
        User-agent: *
        Disallow: /account
        Disallow: /sign-in
        Disallow: /capture
        Disallow: /desk
        Disallow: /*/search
        Sitemap: {address.Absolute(context.Request, "/sitemap.xml")}

        """);

    public static async Task<IResult> SiteMapAsync(HttpContext context, RoundsDb db, SiteAddress address, CancellationToken cancel)
    {
        context.ServeToGuests(TopicPageCopies.AllTopics);
        var site = address.Of(context.Request);
        var topics = await db.Topics.AsNoTracking().Where(t => !t.IsPrivate).OrderBy(t => t.Id)
            .Select(t => new { t.Id, t.Slug, t.UpdatedAt }).ToListAsync(cancel);
        var posts = await (
            from p in db.Posts
            join t in db.Topics on p.TopicId equals t.Id
            where !t.IsPrivate && p.State == PostState.Published && p.SourceUrl == null
            orderby p.Id descending
            select new { p.Id, p.Slug, Topic = t.Slug, p.UpdatedAt }).Take(MostAddresses - topics.Count - 1).ToListAsync(cancel);

        using var body = new MemoryStream();
        await using (var xml = XmlWriter.Create(body, new XmlWriterSettings { Async = true, Encoding = new UTF8Encoding(false) }))
        {
            await xml.WriteStartElementAsync(null, "urlset", "http://www.sitemaps.org/schemas/sitemap/0.9");
            await WriteAsync(xml, site + "/", null);
            foreach (var topic in topics)
            {
                await WriteAsync(xml, $"{site}/t/{Uri.EscapeDataString(topic.Slug)}", topic.UpdatedAt);
            }

            // Posts about a source name that source as canonical; only our own notes are pages of their own.
            foreach (var post in posts)
            {
                await WriteAsync(xml, $"{site}/t/{Uri.EscapeDataString(post.Topic)}/p/{post.Id}/{Uri.EscapeDataString(post.Slug)}", post.UpdatedAt);
            }

            await xml.WriteEndElementAsync();
        }

        return Results.Bytes(body.ToArray(), "application/xml; charset=utf-8");
    }

    /// <summary>W3C Web Share Target: an installed site stands in the phone's share menu.</summary>
    public static IResult Manifest(SiteName name, SiteAssets assets) => Results.Json(
        new Dictionary<string, object>
        {
            ["name"] = name.Value,
            ["short_name"] = name.Value,
            ["start_url"] = "/desk",
            ["display"] = "standalone",
            ["background_color"] = "#f8f4ec",
            ["theme_color"] = "#0f5c5c",
            ["icons"] = new[] { new Dictionary<string, string> { ["src"] = assets.Url("icons/rounds.svg"), ["sizes"] = "any", ["type"] = "image/svg+xml" } },
            ["share_target"] = new Dictionary<string, object>
            {
                ["action"] = "/capture",
                ["method"] = "GET",
                ["params"] = new Dictionary<string, string> { ["url"] = "url", ["title"] = "title", ["text"] = "text" },
            },
        },
        contentType: "application/manifest+json");

    private static async Task WriteAsync(XmlWriter xml, string address, DateTimeOffset? changed)
    {
        await xml.WriteStartElementAsync(null, "url", null);
        await xml.WriteElementStringAsync(null, "loc", null, address);
        if (changed is { } at)
        {
            await xml.WriteElementStringAsync(null, "lastmod", null, at.UtcDateTime.ToString("yyyy-MM-ddTHH:mm:ssZ", CultureInfo.InvariantCulture));
        }

        await xml.WriteEndElementAsync();
    }
}
