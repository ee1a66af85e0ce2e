using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Diagnostics;

namespace Rounds.Data;

/// <summary>Registers the database and brings its schema up to date at start.</summary>
public static class DatabaseStart
{
    public static void AddRoundsDb(this IServiceCollection services, DatabaseEngine engine)
    {
        services.AddSingleton(engine);
        services.AddSingleton<SaveNotices>();

        // Version 3 is the schema with passkeys; the context reads it from here.
        services.Configure<IdentityOptions>(o => o.Stores.SchemaVersion = IdentitySchemaVersions.Version3);
        services.AddDbContextPool<RoundsDb>((provider, options) =>
        {
            engine.Configure(options);

            // There is no model snapshot (the design tools are not to be had); a test compares schema and model instead.
            options.ConfigureWarnings(w => w.Ignore(RelationalEventId.PendingModelChangesWarning));
            options.AddInterceptors(provider.GetRequiredService<SaveNotices>());
        });
    }

    /// <summary>EF Core takes a lock in the database, so that two processes starting together migrate once.</summary>
    public static async Task MigrateAsync(this IServiceProvider services, CancellationToken cancel)
    {
        await using var scope = services.CreateAsyncScope();
        var db = scope.ServiceProvider.GetRequiredService<RoundsDb>();
        await scope.ServiceProvider.GetRequiredService<DatabaseEngine>().PrepareAsync(db, cancel);
        await db.Database.MigrateAsync(cancel);
    }
}
