using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Diagnostics;

namespace Rounds.Data;

/// <summary>
/// Tells those who asked which entities were written, once they are in the database: the page cache drops what shows
/// them, the job worker wakes. Nobody who saves can forget it.
/// </summary>
public sealed class SaveNotices : SaveChangesInterceptor
{
    private readonly System.Runtime.CompilerServices.ConditionalWeakTable<DbContext, List<object>> _written = [];

    /// <summary>Called with every entity added, changed or removed, after the save.</summary>
    public event Action<IReadOnlyList<object>>? Saved;

    public override InterceptionResult<int> SavingChanges(DbContextEventData eventData, InterceptionResult<int> result)
    {
        Remember(eventData.Context!);
        return result;
    }

    public override ValueTask<InterceptionResult<int>> SavingChangesAsync(
        DbContextEventData eventData, InterceptionResult<int> result, CancellationToken cancellationToken = default)
    {
        Remember(eventData.Context!);
        return ValueTask.FromResult(result);
    }

    public override int SavedChanges(SaveChangesCompletedEventData eventData, int result)
    {
        Tell(eventData.Context!);
        return result;
    }

    public override ValueTask<int> SavedChangesAsync(SaveChangesCompletedEventData eventData, int result, CancellationToken cancellationToken = default)
    {
        Tell(eventData.Context!);
        return ValueTask.FromResult(result);
    }

    private void Remember(DbContext db) => _written.AddOrUpdate(db,
        [.. db.ChangeTracker.Entries().Where(e => e.State is EntityState.Added or EntityState.Modified or EntityState.Deleted).Select(e => e.Entity)]);

    private void Tell(DbContext db)
    {
        if (_written.TryGetValue(db, out var written) && written.Count > 0)
        {
            _written.Remove(db);
            Saved?.Invoke(written);
        }
    }
}
