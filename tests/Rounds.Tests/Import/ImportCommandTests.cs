using System.Diagnostics;
using System.Text.Json;

namespace Rounds.Tests.Import;

/// <summary>The program itself, as scripts call it.</summary>
public sealed class ImportCommandTests : IDisposable
{
    private readonly string _folder = Directory.CreateTempSubdirectory("rounds-import-").FullName;

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    [Fact]
    public async Task Each_file_gives_one_line_of_json_and_a_bad_one_the_exit_code()
    {
        var page = Path.Combine(_folder, "page.txt");
        var junk = Path.Combine(_folder, "junk.txt");
        await File.WriteAllTextAsync(page, TopicPage.Text);
        await File.WriteAllTextAsync(junk, "nothing of use");
        var (exit, lines) = await RunAsync("import", page, junk, Path.Combine(_folder, "missing.txt"), "--data", Path.Combine(_folder, "data"));
        Assert.Equal(1, exit);
        Assert.Equal(3, lines.Count);
        Assert.Equal(("scoopit-text", "quiet-wards", 6, 6, 0), Figures(lines[0]));
        Assert.Equal(["file", "format", "topic", "read", "created", "skipped", "rejected", "notes"], lines[0].EnumerateObject().Select(p => p.Name));
        Assert.Equal(("unknown", null, 0, 0, 0), Figures(lines[1]));
        Assert.Equal(JsonValueKind.String, lines[2].GetProperty("rejected")[0].GetProperty("reason").ValueKind);

        (exit, lines) = await RunAsync("import", page, "--topic", "quiet-wards", "--data", Path.Combine(_folder, "data"));
        Assert.Equal(0, exit);
        Assert.Equal(("scoopit-text", "quiet-wards", 6, 0, 6), Figures(lines.Single()));
    }

    private static (string?, string?, int, int, int) Figures(JsonElement line) => (
        line.GetProperty("format").GetString(), line.GetProperty("topic").GetString(),
        line.GetProperty("read").GetInt32(), line.GetProperty("created").GetInt32(), line.GetProperty("skipped").GetInt32());

    private static async Task<(int Exit, List<JsonElement> Lines)> RunAsync(params string[] args)
    {
        var start = new ProcessStartInfo(Environment.GetEnvironmentVariable("DOTNET_HOST_PATH") ?? "dotnet", [Path.Combine(AppContext.BaseDirectory, "rounds.dll"), .. args])
        {
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
        start.Environment.Remove("Rounds__Database");
        using var program = Process.Start(start)!;
        var errors = program.StandardError.ReadToEndAsync();
        var output = await program.StandardOutput.ReadToEndAsync();
        await program.WaitForExitAsync();
        Assert.Equal("", await errors);
        return (program.ExitCode, [.. output.Split('\n', StringSplitOptions.RemoveEmptyEntries).Select(l => JsonDocument.Parse(l).RootElement)]);
    }
}
