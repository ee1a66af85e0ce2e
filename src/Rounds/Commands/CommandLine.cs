using System.CommandLine;
using Rounds.Features.Accounts;

namespace Rounds.Commands;

/// <summary>The command line: without a command it serves the site.</summary>
public static class CommandLine
{
    public static async Task<int> RunAsync(string[] args)
    {
        var data = new Option<string?>("--data") { Description = "Folder for the database, images, keys and unsent mail (default: ./data).", Recursive = true };
        var urls = new Option<string?>("--urls") { Description = "Addresses to listen on, parted by semicolons (default: http://localhost:5080)." };
        var demo = new Option<bool>("--demo") { Description = "Fill the site with three invented healthcare topics." };
        var root = new RootCommand("Rounds: the curation desk and publishing hub for healthcare teams. Without a command, serves the site.")
        {
            data, urls, demo,
        };
        root.TreatUnmatchedTokensAsErrors = false;
        root.SetAction((parsed, cancel) => ServeAsync(parsed.UnmatchedTokens, parsed.GetValue(data), parsed.GetValue(urls), parsed.GetValue(demo), cancel));
        foreach (var command in All(data))
        {
            root.Subcommands.Add(command);
        }

        return await root.Parse(args).InvokeAsync(new InvocationConfiguration());
    }

    private static IEnumerable<Command> All(Option<string?> data) => [ImportCommand.Create(data), UserCommand.Create(data), .. ReadingCommands.Create()];

    /// <summary>Settings as the host reads them, in the order in which later ones win.</summary>
    internal static string[] Settings(IEnumerable<string> others, string? data, string? urls) =>
    [
        .. data is null ? Array.Empty<string>() : [$"--Rounds:Data={data}"],
        .. urls is null ? Array.Empty<string>() : [$"--urls={urls}"],
        .. others,
    ];

    private static async Task<int> ServeAsync(IReadOnlyList<string> others, string? data, string? urls, bool demo, CancellationToken cancel)
    {
        if (others.FirstOrDefault(o => !o.StartsWith('-') && !o.Contains('=')) is { } unknown)
        {
            await Console.Error.WriteLineAsync($"There is no command '{unknown}'. 'rounds --help' lists them.");
            return 1;
        }

        await using var app = Program.Build(Settings(others, data, urls));
        if (app.Urls.Count == 0 && string.IsNullOrEmpty(app.Configuration["urls"]) && string.IsNullOrEmpty(app.Configuration["http_ports"])
            && !app.Configuration.GetSection("Kestrel:Endpoints").Exists())
        {
            app.Urls.Add("http://localhost:5080");
        }

        await Program.StartAsync(app, cancel, demo);
        await OwnerSetup.AnnounceAsync(app, Console.Out, cancel);
        await app.WaitForShutdownAsync(cancel);
        return 0;
    }
}
