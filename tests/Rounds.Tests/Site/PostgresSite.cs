using Npgsql;

namespace Rounds.Tests;

/// <summary>
/// The site on a PostgreSQL server: a fresh database on the one that <c>ROUNDS_TEST_POSTGRES</c> names, as the script
/// <c>./test</c> starts it. Without it these tests are skipped, and in CI they fail: "not run" is not "passed".
/// </summary>
public sealed class PostgresSite : Site
{
    private readonly string _name = $"rounds_{Guid.NewGuid():n}";

    protected override string? Missing => TestPostgres.Missing;

    protected override IEnumerable<string> OwnSettings => [$"--Rounds:Database={TestPostgres.To(_name)}"];

    protected override Task PrepareDatabaseAsync(string folder) => TestPostgres.CreateAsync(_name);

    protected override Task DropDatabaseAsync() => TestPostgres.DropAsync(_name);
}

/// <summary>The server for tests.</summary>
internal static class TestPostgres
{
    private const string Variable = "ROUNDS_TEST_POSTGRES";

    private static readonly string? Server = Environment.GetEnvironmentVariable(Variable);

    public static string? Missing => string.IsNullOrWhiteSpace(Server) ? $"No PostgreSQL: {Variable} is not set. ./test starts one." : null;

    public static string To(string database) => new NpgsqlConnectionStringBuilder(Server) { Database = database, MaxPoolSize = 12 }.ConnectionString;

    public static Task CreateAsync(string database) => SayAsync($"CREATE DATABASE \"{database}\"");

    public static async Task DropAsync(string database)
    {
        await using (var connection = new NpgsqlConnection(To(database)))
        {
            NpgsqlConnection.ClearPool(connection);
        }

        await SayAsync($"DROP DATABASE IF EXISTS \"{database}\" WITH (FORCE)");
    }

    private static async Task SayAsync(string statement)
    {
        await using var connection = new NpgsqlConnection(Server);
        await connection.OpenAsync();
        await using var command = new NpgsqlCommand(statement, connection);
        await command.ExecuteNonQueryAsync();
    }
}
