using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Migrations;
using Npgsql;
using Rounds.Features.Posts;

namespace Rounds.Data;

/// <summary>The server for sites that have grown.</summary>
public sealed class PostgresEngine(string connectionString) : DatabaseEngine
{
    // One expression for the index and the query: PostgreSQL uses the index only when they are the same. Signs become spaces
    // first: its parser takes "COVID-19" for a word and a negative number, and "a/b" for the path of a file.
    private const string Document = """
        to_tsvector('simple', translate(coalesce("Title",'') || ' ' || coalesce("Excerpt",'') || ' ' || coalesce("Insight",'') || ' ' || coalesce("SiteName",'') || ' ' || coalesce("Author",'') || ' ' || coalesce("Tags",''),
          '-/\._@:+&=%#?~''’', '                '))
        """;

    public override string Name => "PostgreSQL";

    public override bool IsEmbedded => false;

    public override void Configure(DbContextOptionsBuilder options) => options.UseNpgsql(connectionString);

    public override Task PrepareAsync(RoundsDb db, CancellationToken cancel) => Task.CompletedTask;

    public override IQueryable<Post> SearchPosts(RoundsDb db, string words)
    {
        var query = string.Join(" & ", Words(words).Select(w => $"'{w}':*"));
        return query.Length == 0
            ? db.Posts.Where(p => false)
            : db.Posts.FromSqlRaw($$"""SELECT * FROM "Posts" WHERE {{Document}} @@ to_tsquery('simple', {0})""", query);
    }

    public override bool IsDuplicate(DbUpdateException exception) =>
        exception.InnerException is PostgresException { SqlState: PostgresErrorCodes.UniqueViolation };

    internal static void CreatePostSearch(MigrationBuilder migration) =>
        migration.Sql($"""CREATE INDEX "IX_Posts_Search" ON "Posts" USING gin ({Document});""");
}
