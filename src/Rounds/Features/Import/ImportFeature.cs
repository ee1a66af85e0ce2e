using Rounds.Platform.Web;

namespace Rounds.Features.Import;

public static class ImportFeature
{
    public static IServiceCollection AddImport(this IServiceCollection services) => services;

    public static void MapImport(this Doors doors)
    {
    }
}
