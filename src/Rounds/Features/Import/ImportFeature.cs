using Rounds.Platform.Jobs;
using Rounds.Platform.Web;

namespace Rounds.Features.Import;

/// <summary>Brings topics and posts in from other systems' files.</summary>
public static class ImportFeature
{
    public static IServiceCollection AddImport(this IServiceCollection services) => services
        .AddScoped<ImportDesk>()
        .AddScoped<ImportQueries>()
        .AddJobHandler<ImportedImageJob>();

    public static void MapImport(this Doors doors)
    {
    }
}
