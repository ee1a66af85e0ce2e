using Microsoft.Data.Sqlite;

namespace Rounds.Tests;

/// <summary>The site on a database file in its own data folder: what a newcomer has.</summary>
public sealed class SqliteSite : Site
{
    private string _file = "";

    protected override Task PrepareDatabaseAsync(string folder)
    {
        _file = Path.Combine(folder, "rounds.db");
        return Task.CompletedTask;
    }

    protected override Task DropDatabaseAsync()
    {
        using var connection = new SqliteConnection($"Data Source={_file}");
        SqliteConnection.ClearPool(connection);
        return Task.CompletedTask;
    }
}
