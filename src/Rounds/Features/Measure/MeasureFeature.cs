using Rounds.Platform.Web;

namespace Rounds.Features.Measure;

public static class MeasureFeature
{
    public static IServiceCollection AddMeasure(this IServiceCollection services) => services;

    public static void MapMeasure(this Doors doors)
    {
    }
}
