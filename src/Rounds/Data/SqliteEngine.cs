using System.Data.Common;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Diagnostics;
using Microsoft.EntityFrameworkCore.Migrations;
using Rounds.Features.Posts;

namespace Rounds.Data;

/// <summary>The embedded file: write-ahead log, so that readers never wait for the one writer.</summary>
public sealed class SqliteEngine(string connectionString) : DatabaseEngine
{
    public const string Provider = "Microsoft.EntityFrameworkCore.Sqlite";

    // SQLite's extended result codes for a unique index and for a primary key.
    private const int UniqueViolation = 2067;
    private const int PrimaryKeyViolation = 1555;

    public override string Name => "SQLite";

    public override bool IsEmbedded => true;

    public override void Configure(DbContextOptionsBuilder options) =>
        options.UseSqlite(connectionString).AddInterceptors(new Pragmas());

    public override async Task PrepareAsync(RoundsDb db, CancellationToken cancel)
    {
        await db.Database.ExecuteSqlRawAsync("PRAGMA journal_mode=WAL;", cancel);

        // EF Core's migration lock is a row; a process killed while migrating would leave it for ever.
        await db.Database.ExecuteSqlRawAsync("DROP TABLE IF EXISTS \"__EFMigrationsLock\";", cancel);
    }

    public override IQueryable<Post> SearchPosts(RoundsDb db, string words)
    {
        var match = string.Join(' ', Words(words).Select(w => $"\"{w}\"*"));
        return match.Length == 0
            ? db.Posts.Where(p => false)
            : db.Posts.FromSql($"""SELECT p.* FROM "Posts" p JOIN "PostSearch" s ON s.rowid = p."Id" WHERE "PostSearch" MATCH {match}""");
    }

    public override bool IsDuplicate(DbUpdateException exception) =>
        exception.InnerException is SqliteException { SqliteExtendedErrorCode: UniqueViolation or PrimaryKeyViolation };

    /// <summary>A full-text index beside the table, kept by triggers so that no writer can forget it.</summary>
    internal static void CreatePostSearch(MigrationBuilder migration)
    {
        const string columns = "\"Title\", \"Excerpt\", \"Insight\", \"SiteName\", \"Author\", \"Tags\"";
        string Values(string row) => string.Join(", ", columns.Split(", ").Select(c => $"{row}.{c}"));
        migration.Sql($"""CREATE VIRTUAL TABLE "PostSearch" USING fts5({columns}, content='Posts', content_rowid='Id', tokenize='unicode61 remove_diacritics 2');""");
        migration.Sql($"""CREATE TRIGGER "PostSearchInsert" AFTER INSERT ON "Posts" BEGIN INSERT INTO "PostSearch"(rowid, {columns}) VALUES (new."Id", {Values("new")}); END;""");
        migration.Sql($"""CREATE TRIGGER "PostSearchDelete" AFTER DELETE ON "Posts" BEGIN INSERT INTO "PostSearch"("PostSearch", rowid, {columns}) VALUES ('delete', old."Id", {Values("old")}); END;""");
        migration.Sql($"""
            CREATE TRIGGER "PostSearchUpdate" AFTER UPDATE OF {columns} ON "Posts" BEGIN
            INSERT INTO "PostSearch"("PostSearch", rowid, {columns}) VALUES ('delete', old."Id", {Values("old")});
            INSERT INTO "PostSearch"(rowid, {columns}) VALUES (new."Id", {Values("new")});
            END;
            """);
    }

    private sealed class Pragmas : DbConnectionInterceptor
    {
        // NORMAL is durable across a crash of the process with a write-ahead log, and an fsync a commit cheaper.
        private const string Statement = "PRAGMA synchronous=NORMAL; PRAGMA busy_timeout=5000;";

        public override void ConnectionOpened(DbConnection connection, ConnectionEndEventData eventData)
        {
            using var command = connection.CreateCommand();
            command.CommandText = Statement;
            command.ExecuteNonQuery();
        }

        public override async Task ConnectionOpenedAsync(DbConnection connection, ConnectionEndEventData eventData, CancellationToken cancellationToken = default)
        {
            await using var command = connection.CreateCommand();
            command.CommandText = Statement;
            await command.ExecuteNonQueryAsync(cancellationToken);
        }
    }
}
