using Rounds.Platform.Web;

namespace Rounds.Features.Site;

/// <summary>What belongs to the site as a whole: first page, errors, health, what robots and phones ask for.</summary>
public static class SiteFeature
{
    /// <summary>What the site's own pages show, for dropping guests' copies of them.</summary>
    public const string PageTag = "site";

    public static IServiceCollection AddSite(this IServiceCollection services) => services.AddHostedService<SiteNameLoader>().AddScoped<SiteQueries>();

    public static void MapSite(this Doors doors)
    {
        doors.Reading.MapGet("/health", () => Results.Text("ok"));
        doors.Reading.MapGet("/robots.txt", RobotsAndPhones.Robots);
        doors.Reading.MapGet("/sitemap.xml", RobotsAndPhones.SiteMapAsync);
        doors.Reading.MapGet("/manifest.webmanifest", RobotsAndPhones.Manifest);
        doors.Reading.MapGet("/oembed", OEmbed.DescribeAsync);
    }
}
