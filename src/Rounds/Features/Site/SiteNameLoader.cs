using Microsoft.EntityFrameworkCore;
using Rounds.Data;
using Rounds.Platform.Web;

namespace Rounds.Features.Site;

/// <summary>Reads the site's name at start and follows the owner's changes.</summary>
public sealed class SiteNameLoader(IServiceScopeFactory scopes, SaveNotices notices, SiteName name, GuestPages pages) : IHostedService
{
    public async Task StartAsync(CancellationToken cancellationToken)
    {
        notices.Saved += Follow;
        await using var scope = scopes.CreateAsyncScope();
        var db = scope.ServiceProvider.GetRequiredService<RoundsDb>();
        name.Value = await db.SiteProfiles.Where(s => s.Id == SiteProfile.OnlyId).Select(s => s.Name).FirstOrDefaultAsync(cancellationToken) ?? SiteName.Unnamed;
    }

    public Task StopAsync(CancellationToken cancellationToken)
    {
        notices.Saved -= Follow;
        return Task.CompletedTask;
    }

    private void Follow(IReadOnlyList<object> written)
    {
        if (written.OfType<SiteProfile>().FirstOrDefault() is { } profile)
        {
            name.Value = profile.Name;

            // The name stands at the head of every page.
            pages.DropAll();
        }
    }
}
