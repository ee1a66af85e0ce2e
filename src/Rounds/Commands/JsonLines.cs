using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;
using Spectre.Console;

namespace Rounds.Commands;

/// <summary>
/// The tools for scripts: one JSON object a line in, one a line out, in the same order. A bad line becomes an error of its
/// own and stops nothing.
/// </summary>
internal static class JsonLines
{
    private static readonly JsonSerializerOptions Output = new()
    {
        // What goes out is read by programs, not put into a page: every script stays readable.
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
    };

    /// <param name="file">The file to read, or null for standard input.</param>
    /// <param name="answer">Makes the answer to one line, without its id.</param>
    /// <param name="cancel">Stops between lines.</param>
    public static async Task<int> RunAsync(FileInfo? file, Func<JsonObject, JsonObject> answer, CancellationToken cancel)
    {
        if (file is { Exists: false })
        {
            await Console.Error.WriteLineAsync($"There is no file {file.FullName}.");
            return 1;
        }

        await using var source = file?.OpenRead() ?? Console.OpenStandardInput();
        using var input = new StreamReader(source);
        await using var output = new StreamWriter(Console.OpenStandardOutput(), bufferSize: 64 * 1024);
        var count = 0;
        var progress = Console.IsErrorRedirected ? null : AnsiConsole.Create(new AnsiConsoleSettings { Out = new AnsiConsoleOutput(Console.Error) });
        while (await input.ReadLineAsync(cancel) is { } line)
        {
            if (string.IsNullOrWhiteSpace(line))
            {
                continue;
            }

            await output.WriteLineAsync(Answer(line, answer).ToJsonString(Output).AsMemory(), cancel);
            if (++count % 500 == 0)
            {
                progress?.MarkupLine($"[grey]{count} lines[/]");
            }
        }

        return 0;
    }

    private static JsonObject Answer(string line, Func<JsonObject, JsonObject> answer)
    {
        JsonNode? id = null;
        try
        {
            if (JsonNode.Parse(line) is not JsonObject request)
            {
                return new JsonObject { ["id"] = null, ["error"] = "The line is not a JSON object." };
            }

            id = request["id"]?.DeepClone();
            var answered = answer(request);
            answered.Insert(0, "id", id);
            return answered;
        }
        catch (Exception fault) when (fault is JsonException or InvalidOperationException or FormatException or ArgumentException or IOException or UnauthorizedAccessException)
        {
            return new JsonObject { ["id"] = id?.DeepClone(), ["error"] = fault.Message };
        }
    }

    /// <summary>A text field that must be there.</summary>
    public static string Required(this JsonObject line, string field) =>
        line[field]?.GetValue<string>() ?? throw new FormatException($"The field \"{field}\" is missing.");

    public static string? Optional(this JsonObject line, string field) => line[field]?.GetValue<string>();

    public static Uri? Address(this JsonObject line, string field) =>
        Uri.TryCreate(line.Optional(field), UriKind.Absolute, out var url) ? url : null;
}
