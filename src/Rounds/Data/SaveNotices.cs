using System.Data.Common;
using System.Runtime.CompilerServices;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Diagnostics;

namespace Rounds.Data;

/// <summary>
/// Tells those who asked which entities were written, once everybody can read them: the page cache drops what shows
/// them, the job worker wakes. Nobody who saves can forget it.
/// </summary>
public sealed class SaveNotices : SaveChangesInterceptor, IDbTransactionInterceptor
{
    private readonly ConditionalWeakTable<DbContext, Notes> _notes = [];

    /// <summary>Called with every entity added, changed or removed, after the save, or after the commit of the transaction around it.</summary>
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
        Keep(eventData.Context!);
        return result;
    }

    public override ValueTask<int> SavedChangesAsync(SaveChangesCompletedEventData eventData, int result, CancellationToken cancellationToken = default)
    {
        Keep(eventData.Context!);
        return ValueTask.FromResult(result);
    }

    public void TransactionCommitted(DbTransaction transaction, TransactionEndEventData eventData) => Tell(eventData.Context);

    public Task TransactionCommittedAsync(DbTransaction transaction, TransactionEndEventData eventData, CancellationToken cancellationToken = default)
    {
        Tell(eventData.Context);
        return Task.CompletedTask;
    }

    private void Remember(DbContext db)
    {
        var notes = _notes.GetOrCreateValue(db);
        var transaction = db.Database.CurrentTransaction?.TransactionId;
        if (notes.Transaction != transaction)
        {
            // The last one on this context, which may be a pooled one, ended without a commit.
            (notes.Transaction, notes.Saved) = (transaction, []);
        }

        notes.Saving = [.. db.ChangeTracker.Entries()
            .Where(e => e.State is EntityState.Added or EntityState.Modified or EntityState.Deleted)
            .Select(e => e.Entity)];
    }

    private void Keep(DbContext db)
    {
        var notes = _notes.GetOrCreateValue(db);
        notes.Saved.AddRange(notes.Saving);
        notes.Saving = [];
        if (db.Database.CurrentTransaction is null)
        {
            Tell(db);
        }
    }

    private void Tell(DbContext? db)
    {
        if (db is not null && _notes.TryGetValue(db, out var notes) && notes.Saved.Count > 0)
        {
            var written = notes.Saved;
            notes.Saved = [];
            Saved?.Invoke(written);
        }
    }

    private sealed class Notes
    {
        public Guid? Transaction { get; set; }

        public List<object> Saving { get; set; } = [];

        public List<object> Saved { get; set; } = [];
    }
}
