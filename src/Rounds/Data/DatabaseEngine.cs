using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Migrations;
using Rounds.Features.Posts;

namespace Rounds.Data;

/// <summary>All that differs between SQLite and PostgreSQL; each has one file.</summary>
public abstract class DatabaseEngine
{
    public abstract string Name { get; }

    /// <summary>True where one process owns the database, so that leases left by a killed one are known to be dead.</summary>
    public abstract bool IsEmbedded { get; }

    public abstract void Configure(DbContextOptionsBuilder options);

    /// <summary>Whatever must be right before migrations run.</summary>
    public abstract Task PrepareAsync(RoundsDb db, CancellationToken cancel);

    /// <summary>Posts whose title, excerpt, insight, site, author or tags have all the words, each as a prefix; in no order.</summary>
    public abstract IQueryable<Post> SearchPosts(RoundsDb db, string words);

    /// <summary>True when a save lost a race for a unique index.</summary>
    public abstract bool IsDuplicate(DbUpdateException exception);

    public static DatabaseEngine For(string? connectionString, string dataFolder) =>
        string.IsNullOrWhiteSpace(connectionString) ? new SqliteEngine($"Data Source={Path.Combine(dataFolder, "rounds.db")}")
        : connectionString.StartsWith("Data Source=", StringComparison.OrdinalIgnoreCase) ? new SqliteEngine(connectionString)
        : new PostgresEngine(connectionString);

    internal static void CreateSearch(MigrationBuilder migration)
    {
        if (migration.ActiveProvider == SqliteEngine.Provider)
        {
            SqliteEngine.CreatePostSearch(migration);
        }
        else
        {
            PostgresEngine.CreatePostSearch(migration);
        }
    }

    /// <summary>The words of a search as people type it: letters and digits only, at most eight, so that no operator gets through.</summary>
    protected static IReadOnlyList<string> Words(string typed)
    {
        var words = new List<string>();
        var start = -1;
        for (var i = 0; i <= typed.Length && words.Count < 8; i++)
        {
            var inside = i < typed.Length && (char.IsLetterOrDigit(typed[i]) || char.IsSurrogate(typed[i]));
            if (inside && start < 0)
            {
                start = i;
            }
            else if (!inside && start >= 0)
            {
                words.Add(typed[start..i]);
                start = -1;
            }
        }

        return words;
    }
}
