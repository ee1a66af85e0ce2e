using Rounds.Features.Accounts;
using Rounds.Platform.Web;

namespace Rounds.Features.Demo;

/// <summary>Three invented topics to look around in, for newcomers and for pictures of the program.</summary>
public static class DemoFeature
{
    public static IServiceCollection AddDemo(this IServiceCollection services) => services.AddScoped<DemoContent>();

    public static void MapDemo(this Doors doors) =>
        doors.SignedIn.MapPost("/demo", async (DemoContent demo, CancellationToken cancel) =>
        {
            await demo.FillMissingAsync(cancel);
            return Results.LocalRedirect("/");
        }).RequireAuthorization(policy => policy.RequireRole(SiteRoles.Owner));
}
