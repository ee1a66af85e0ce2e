using Microsoft.EntityFrameworkCore;
using Rounds.Data;

namespace Rounds.Features.Site;

/// <summary>Reads and keeps what the owner says about the whole site.</summary>
public sealed class SiteQueries(RoundsDb db)
{
    /// <summary>The owner's words; those of a fresh site where nothing was saved yet.</summary>
    public async Task<SiteProfile> ProfileAsync(CancellationToken cancel) =>
        await db.SiteProfiles.AsNoTracking().FirstOrDefaultAsync(s => s.Id == SiteProfile.OnlyId, cancel) ?? new SiteProfile();

    public async Task DescribeAsync(string name, string tagline, string houseRules, CancellationToken cancel)
    {
        var profile = await db.SiteProfiles.FirstOrDefaultAsync(s => s.Id == SiteProfile.OnlyId, cancel);
        if (profile is null)
        {
            profile = new SiteProfile();
            db.SiteProfiles.Add(profile);
        }

        profile.Describe(name, tagline, houseRules);
        await db.SaveChangesAsync(cancel);
    }
}
