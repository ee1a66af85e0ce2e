using Rounds.Platform.Web;

namespace Rounds.Features.Demo;

public static class DemoFeature
{
    public static IServiceCollection AddDemo(this IServiceCollection services) => services;

    public static void MapDemo(this Doors doors)
    {
    }
}
