using Rounds.Platform.Web;

namespace Rounds.Features.Site;

public static class SiteFeature
{
    public static IServiceCollection AddSite(this IServiceCollection services) => services.AddHostedService<SiteNameLoader>();

    public static void MapSite(this Doors doors)
    {
    }
}
