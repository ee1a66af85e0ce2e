using Microsoft.EntityFrameworkCore.Migrations;
using Microsoft.EntityFrameworkCore.Migrations.Operations;
using Microsoft.EntityFrameworkCore.Migrations.Operations.Builders;
using Npgsql.EntityFrameworkCore.PostgreSQL.Metadata;

namespace Rounds.Data.Migrations;

/// <summary>Columns as both engines understand them.</summary>
internal static class Columns
{
    /// <summary>A number that the database hands out and never reuses.</summary>
    public static OperationBuilder<AddColumnOperation> Key(this ColumnsBuilder table) => table.Key<long>();

    /// <summary>The same with a type of its own: Identity's tables of claims have a 32-bit key.</summary>
    public static OperationBuilder<AddColumnOperation> Key<T>(this ColumnsBuilder table) => table.Column<T>(nullable: false)
        .Annotation("Sqlite:Autoincrement", true)
        .Annotation("Npgsql:ValueGenerationStrategy", NpgsqlValueGenerationStrategy.IdentityByDefaultColumn);

    public static OperationBuilder<AddColumnOperation> Is<T>(this ColumnsBuilder table) => table.Column<T>(nullable: false);

    public static OperationBuilder<AddColumnOperation> Maybe<T>(this ColumnsBuilder table) => table.Column<T>(nullable: true);

    /// <summary>A column that EF Core maps an owned object into as JSON.</summary>
    public static OperationBuilder<AddColumnOperation> Json(this ColumnsBuilder table, MigrationBuilder migration) =>
        table.Column<string>(migration.ActiveProvider == SqliteEngine.Provider ? "TEXT" : "jsonb", nullable: false);
}
