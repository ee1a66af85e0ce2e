using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;
using Rounds.Data;

namespace Rounds.Features.Accounts;

/// <summary>The first start: roles, and the one-time link with which the owner makes an account.</summary>
public sealed class OwnerSetup(RoundsDb db, RoleManager<IdentityRole<long>> roles, TimeProvider clock)
{
    /// <summary>Tells whoever started the program where the site is and, as long as there is no owner, how to become it.</summary>
    public static async Task AnnounceAsync(WebApplication app, TextWriter output, CancellationToken cancel)
    {
        await using var scope = app.Services.CreateAsyncScope();
        var setup = scope.ServiceProvider.GetRequiredService<OwnerSetup>();
        await setup.MakeRolesAsync();
        var address = app.Urls.First();
        await output.WriteLineAsync($"Rounds is at {address}");
        if (await setup.InviteOwnerAsync(cancel) is { } token)
        {
            await output.WriteLineAsync($"Set up the owner's account with this link, once: {address}/invitation/{token}");
        }

        await output.WriteLineAsync("Press Ctrl+C to stop.");
    }

    public async Task MakeRolesAsync()
    {
        foreach (var role in SiteRoles.All)
        {
            if (!await roles.RoleExistsAsync(role))
            {
                await roles.CreateAsync(new IdentityRole<long>(role));
            }
        }
    }

    /// <summary>A fresh link each start until there is an owner; earlier ones stop working, so that a lost log harms nobody.</summary>
    public async Task<string?> InviteOwnerAsync(CancellationToken cancel)
    {
        var owner = await db.Roles.SingleAsync(r => r.Name == SiteRoles.Owner, cancel);
        if (await db.UserRoles.AnyAsync(r => r.RoleId == owner.Id, cancel))
        {
            return null;
        }

        var now = clock.GetUtcNow();
        await db.Invitations.Where(i => i.Role == SiteRoles.Owner && i.InvitedById == null && i.UsedAt == null)
            .ExecuteUpdateAsync(s => s.SetProperty(i => i.ExpiresAt, now), cancel);
        var (invitation, token) = Invitation.Write(SiteRoles.Owner, null, null, now);
        db.Invitations.Add(invitation);
        await db.SaveChangesAsync(cancel);
        return token;
    }
}
