using Rounds.Platform.Web;

namespace Rounds.Features.Capture;

public static class CaptureFeature
{
    public static IServiceCollection AddCapture(this IServiceCollection services) => services;

    public static void MapCapture(this Doors doors)
    {
    }
}
