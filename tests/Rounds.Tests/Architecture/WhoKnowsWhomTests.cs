using System.Reflection;

namespace Rounds.Tests.Architecture;

/// <summary>Reads what was compiled and keeps the rules of who may know whom.</summary>
public sealed class WhoKnowsWhomTests
{
    private static readonly IReadOnlyCollection<Dependency> Program = CompiledDependencies.Of(typeof(Rounds.Program).Assembly);

    [Fact]
    public void Features_know_only_those_below_them() =>
        AssertNone(Program.Select(House.Objection));

    [Fact]
    public void Every_exception_from_the_rules_is_still_needed()
    {
        var used = Program.Select(House.LeaveFor).ToHashSet();

        Assert.Equal([], House.Reasons.Except(used));
    }

    [Fact]
    public void A_deliberate_violation_is_found()
    {
        var planted = CompiledDependencies.Of(typeof(WhoKnowsWhomTests).Assembly);

        var objections = planted.Select(House.Objection).OfType<string>().ToList();

        Assert.Contains(objections, o => o.Contains("Planted.InASignature", StringComparison.Ordinal));
        Assert.Contains(objections, o => o.Contains("Planted.InABody", StringComparison.Ordinal));
        Assert.Contains(objections, o => o.Contains("Planted.InALambda", StringComparison.Ordinal));
        Assert.Contains(objections, o => o.Contains("Planted.InAnArgument", StringComparison.Ordinal));
        Assert.Contains(objections, o => o.Contains("Planted.InAnAttribute", StringComparison.Ordinal));
        Assert.Contains(objections, o => o.Contains("Planted.UpTheStairs", StringComparison.Ordinal));
        Assert.DoesNotContain(objections, o => o.Contains("Planted.InOrder", StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("Rounds.Extraction")]
    [InlineData("Rounds.Feeds")]
    public void The_libraries_know_no_web_no_database_no_network_and_no_clock(string library)
    {
        string[] foreign =
        [
            "Microsoft.AspNetCore.", "Microsoft.Extensions.", "Microsoft.EntityFrameworkCore", "Microsoft.Data.", "System.Data.", "Npgsql",
            "System.Net.Http.", "System.Net.Sockets.", "System.Net.Dns", "System.Net.WebRequest", "System.Net.WebClient", "System.TimeProvider", "System.Diagnostics.Stopwatch",
            "Rounds.Platform.", "Rounds.Data.", "Rounds.Features.",
        ];
        var dependencies = CompiledDependencies.Of(Assembly.Load(library));

        Assert.NotEmpty(dependencies);
        AssertNone(dependencies
            .Where(d => foreign.Any(f => d.To.ToString().StartsWith(f, StringComparison.Ordinal)))
            .Select(d => $"{d.From} knows {d.To}"));
    }

    [Fact]
    public void Views_ask_no_database_and_no_network() => AssertNone(Program
        .Where(d => d.From.Namespace == "AspNetCoreGeneratedDocument")
        .Where(d => d.To.Namespace.StartsWith("System.Net.Http", StringComparison.Ordinal)
            || d.To.Namespace.StartsWith("Microsoft.EntityFrameworkCore", StringComparison.Ordinal)
            || d.To.Name == nameof(Rounds.Data.RoundsDb))
        .Select(d => $"{d.From} knows {d.To}"));

    [Fact]
    public void Only_the_safe_client_fetches() => AssertNone(Program
        .Where(d => d.To.ToString() is "System.Net.Http.HttpClient" or "System.Net.Sockets.Socket" or "System.Net.Sockets.TcpClient" or "System.Net.Dns")
        .Where(d => d.From.Namespace != "Rounds.Platform.Outbound")
        .Select(d => $"{d.From} knows {d.To}"));

    [Fact]
    public void Only_the_engines_know_their_database() => AssertNone(Program
        .Where(d => d.To.Namespace is "Npgsql" or "Microsoft.Data.Sqlite")
        .Where(d => d.From.Namespace != "Rounds.Data")
        .Select(d => $"{d.From} knows {d.To}"));

    /// <summary>Should the reader ever find nothing, every rule would be kept.</summary>
    [Fact]
    public void The_reader_reads()
    {
        Assert.Contains(Program, d => d is { From.Name: "RoundsDb", To.Name: "Topic" });
        Assert.Contains(Program, d => d.From.Namespace == "AspNetCoreGeneratedDocument" && d.From.Name.StartsWith("Features_Shared", StringComparison.Ordinal));
        Assert.Contains(Program, d => d is { From.Name: "SafeClient", To.Name: "Socket" });
    }

    private static void AssertNone(IEnumerable<string?> objections)
    {
        var lines = objections.OfType<string>().Order(StringComparer.Ordinal).ToList();
        Assert.True(lines.Count == 0, string.Join('\n', lines));
    }
}
