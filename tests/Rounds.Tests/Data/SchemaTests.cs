using System.Data.Common;
using Microsoft.EntityFrameworkCore;
using Rounds.Data;

namespace Rounds.Tests.Data;

/// <summary>
/// The migrations are written by hand and there is no snapshot of the model: this is what keeps the two together. A
/// database that was migrated is compared with one that EF Core made from the model.
/// </summary>
public abstract class SchemaTests(Site site)
{
    [Fact]
    public async Task Migrated_schema_equals_the_model()
    {
        var migrated = await site.InDbAsync(db => ReadAsync(db.Database.GetDbConnection()));
        var fromModel = await WithNewDatabaseAsync(async connectionString =>
        {
            await using var db = Open(connectionString);
            await db.Database.EnsureCreatedAsync();
            return await ReadAsync(db.Database.GetDbConnection());
        });

        Assert.True(migrated.Count > 100, "The schema was not read.");
        Assert.True(
            migrated.SequenceEqual(fromModel),
            $"Only in the migrations:\n{Lines(migrated.Except(fromModel))}\nOnly in the model:\n{Lines(fromModel.Except(migrated))}");
    }

    [Fact]
    public async Task Migrating_again_changes_nothing()
    {
        var before = await site.InDbAsync(db => ReadAsync(db.Database.GetDbConnection()));

        await site.RestartAsync();

        Assert.Equal(before, await site.InDbAsync(db => ReadAsync(db.Database.GetDbConnection())));
    }

    /// <summary>One line for each column, key and index, in an order of its own.</summary>
    protected abstract string Query { get; }

    protected abstract Task<T> WithNewDatabaseAsync<T>(Func<string, Task<T>> work);

    private RoundsDb Open(string connectionString)
    {
        var options = new DbContextOptionsBuilder<RoundsDb>();
        DatabaseEngine.For(connectionString, "").Configure(options);

        // Identity's mapping asks the program's settings which tables there are.
        options.UseApplicationServiceProvider(site.Services);
        return new RoundsDb(options.Options);
    }

    private async Task<List<string>> ReadAsync(DbConnection connection)
    {
        await connection.OpenAsync();
        await using var command = connection.CreateCommand();
        command.CommandText = Query;
        await using var rows = await command.ExecuteReaderAsync();
        var lines = new List<string>();
        while (await rows.ReadAsync())
        {
            lines.Add(rows.GetString(0));
        }

        await connection.CloseAsync();
        lines.Sort(StringComparer.Ordinal);
        return lines;
    }

    private static string Lines(IEnumerable<string> lines) => string.Join('\n', lines.Select(l => "  " + l));
}

public sealed class SchemaTestsOnSqlite(SqliteSite site) : SchemaTests(site), IClassFixture<SqliteSite>
{
    private readonly string _file = Path.Combine(Path.GetTempPath(), $"rounds-schema-{Guid.NewGuid():n}.db");

    // The search index and what SQLite keeps for itself have no counterpart in the model.
    protected override string Query => """
        WITH t AS (SELECT name, sql FROM sqlite_master
                   WHERE type = 'table' AND name NOT LIKE 'sqlite_%' AND name NOT LIKE '\_\_EF%' ESCAPE '\' AND name NOT LIKE 'PostSearch%')
        SELECT 'column ' || t.name || '.' || c.name || ' ' || c.type || CASE c."notnull" WHEN 1 THEN ' not null' ELSE '' END
               || ' default ' || coalesce(c.dflt_value, '-') || CASE WHEN c.pk > 0 THEN ' key ' || c.pk ELSE '' END
          FROM t, pragma_table_info(t.name) c
        UNION ALL SELECT 'autoincrement ' || t.name FROM t WHERE t.sql LIKE '%AUTOINCREMENT%'
        UNION ALL SELECT 'index ' || t.name || ' ' || CASE WHEN i.origin = 'c' THEN i.name ELSE i.origin END || CASE i."unique" WHEN 1 THEN ' unique' ELSE '' END
               || ' (' || (SELECT group_concat(name, ', ') FROM (SELECT name FROM pragma_index_info(i.name) ORDER BY seqno)) || ') '
               || coalesce((SELECT substr(sql, instr(sql, ' WHERE ')) FROM sqlite_master m WHERE m.name = i.name AND sql LIKE '% WHERE %'), '')
          FROM t, pragma_index_list(t.name) i
        UNION ALL SELECT 'foreign key ' || t.name || '.' || f."from" || ' to ' || f."table" || '.' || f."to" || ' on delete ' || f.on_delete || ' on update ' || f.on_update
          FROM t, pragma_foreign_key_list(t.name) f
        """;

    protected override async Task<T> WithNewDatabaseAsync<T>(Func<string, Task<T>> work)
    {
        try
        {
            return await work($"Data Source={_file};Pooling=False");
        }
        finally
        {
            foreach (var ending in (string[])["", "-wal", "-shm"])
            {
                File.Delete(_file + ending);
            }
        }
    }
}

public sealed class SchemaTestsOnPostgres(PostgresSite site) : SchemaTests(site), IClassFixture<PostgresSite>
{
    private readonly string _name = $"rounds_schema_{Guid.NewGuid():n}";

    protected override string Query => """
        SELECT 'column ' || table_name || '.' || column_name || ' ' || data_type || CASE is_nullable WHEN 'NO' THEN ' not null' ELSE '' END
               || ' default ' || coalesce(column_default, '-') || ' identity ' || coalesce(identity_generation, '-')
          FROM information_schema.columns WHERE table_schema = 'public' AND table_name NOT LIKE '\_\_EF%'
        UNION ALL SELECT 'index ' || indexdef FROM pg_indexes
         WHERE schemaname = 'public' AND tablename NOT LIKE '\_\_EF%' AND indexname <> 'IX_Posts_Search'
        UNION ALL SELECT 'constraint ' || conname || ' on ' || conrelid::regclass || ' ' || pg_get_constraintdef(oid)
          FROM pg_constraint WHERE connamespace = 'public'::regnamespace AND conrelid::regclass::text NOT LIKE '%\_\_EF%'
        """;

    protected override async Task<T> WithNewDatabaseAsync<T>(Func<string, Task<T>> work)
    {
        await TestPostgres.CreateAsync(_name);
        try
        {
            return await work(TestPostgres.To(_name));
        }
        finally
        {
            await TestPostgres.DropAsync(_name);
        }
    }
}
