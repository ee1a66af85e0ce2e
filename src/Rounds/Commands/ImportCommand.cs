using System.CommandLine;
using System.Globalization;
using System.Text.Encodings.Web;
using System.Text.Json;
using Microsoft.Extensions.Logging.Console;
using Rounds.Data;
using Rounds.Features.Import;

namespace Rounds.Commands;

/// <summary><c>rounds import FILE…</c>: one line of JSON a file on standard output, what people read on standard error.</summary>
internal static class ImportCommand
{
    // Names and quotation marks of people's titles stay readable; the line is not written into HTML.
    private static readonly JsonSerializerOptions Json = new(JsonSerializerDefaults.Web) { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    public static Command Create(Option<string?> data)
    {
        var files = new Argument<string[]>("FILE") { Description = "Files to bring in; their format is told from their content.", Arity = ArgumentArity.OneOrMore };
        var topic = new Option<string?>("--topic") { Description = "Address of the topic they go to; opened when there is none (default: the one the file names)." };
        var command = new Command("import",
            "Bring in topics and posts: Scoop.it (its API's JSON, RSS, a topic page saved as text or HTML), bookmarks, CSV, RSS, Atom, JSON Feed. Importing again changes nothing.")
        {
            files, topic,
        };
        command.SetAction((parsed, cancel) => RunAsync(parsed.GetValue(files)!, parsed.GetValue(topic), parsed.GetValue(data), cancel));
        return command;
    }

    private static async Task<int> RunAsync(string[] files, string? topic, string? data, CancellationToken cancel)
    {
        await using var app = Program.Build(CommandLine.Settings([], data, null),
            builder => builder.Services.Configure<ConsoleLoggerOptions>(o => o.LogToStandardErrorThreshold = LogLevel.Trace));
        await app.Services.MigrateAsync(cancel);
        var allRead = true;
        foreach (var file in files)
        {
            await using var scope = app.Services.CreateAsyncScope();
            var report = await TakeAsync(scope.ServiceProvider.GetRequiredService<ImportDesk>(), file, topic, cancel);
            await Console.Out.WriteLineAsync(JsonSerializer.Serialize(report, Json));
            if (!Console.IsErrorRedirected)
            {
                await Console.Error.WriteAsync(Summary(report));
            }

            allRead &= report.WasRead;
        }

        return allRead ? 0 : 1;
    }

    private static async Task<ImportReport> TakeAsync(ImportDesk desk, string file, string? topic, CancellationToken cancel)
    {
        try
        {
            return new FileInfo(file).Length > ImportFile.MostBytes
                ? ImportReport.Refused(file, UnreadableFile.Format, ImportFile.TooLarge)
                : await desk.TakeAsync(file, await File.ReadAllBytesAsync(file, cancel), ImportTarget.OnTheCommandLine(topic), cancel);
        }
        catch (Exception fault) when (fault is IOException or UnauthorizedAccessException)
        {
            return ImportReport.Refused(file, UnreadableFile.Format, fault.Message);
        }
    }

    private static string Summary(ImportReport report)
    {
        var text = new StringWriter(CultureInfo.InvariantCulture);
        text.WriteLine(report.Topic is null
            ? $"{report.File} ({report.Format}): nothing imported."
            : $"{report.File} ({report.Format}) to /t/{report.Topic}: {report.Created} created, {report.Skipped} there already, {report.Rejected.Count} rejected, of {report.Read} read.");
        foreach (var rejection in report.Rejected.Take(20))
        {
            text.WriteLine(rejection.Line > 0 ? $"  line {rejection.Line}: {rejection.Reason}" : $"  {rejection.Reason}");
        }

        if (report.Rejected.Count > 20)
        {
            text.WriteLine($"  … and {report.Rejected.Count - 20} more; standard output has them all.");
        }

        foreach (var note in report.Notes)
        {
            text.WriteLine($"  note: {note}");
        }

        return text.ToString();
    }
}
