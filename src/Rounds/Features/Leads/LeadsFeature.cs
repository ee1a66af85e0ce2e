using Rounds.Platform.Web;

namespace Rounds.Features.Leads;

public static class LeadsFeature
{
    public static IServiceCollection AddLeads(this IServiceCollection services) => services;

    public static void MapLeads(this Doors doors)
    {
    }
}
