using Rounds.Platform.Web;

namespace Rounds.Features.Site;

public static class SiteFeature
{
    /// <summary>What the site's own pages show, for dropping guests' copies of them.</summary>
    public const string PageTag = "site";

    public static IServiceCollection AddSite(this IServiceCollection services) => services.AddHostedService<SiteNameLoader>().AddScoped<SiteQueries>();

    public static void MapSite(this Doors doors)
    {
    }
}
