using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Migrations;

namespace Rounds.Data.Migrations;

/// <summary>The schema of the first version. Written by hand, one for both engines; a test compares it with the model.</summary>
[DbContext(typeof(RoundsDb)), Migration("20261122000000_First")]
public sealed partial class First : Migration
{
    protected override void Up(MigrationBuilder migration)
    {
        CreatePeople(migration);
        CreateContent(migration);
        CreateAround(migration);
        DatabaseEngine.CreateSearch(migration);
    }
}
