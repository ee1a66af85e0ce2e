using Rounds.Extraction.Bench;

// Usage: score [--part 0|1] [--kind KIND] [--report FILE] [--data FOLDER]
var command = args.FirstOrDefault() ?? "score";
var data = Option("--data") ?? Path.Combine("..", "shared", "data", "pages");
if (!Directory.Exists(data))
{
    Console.Error.WriteLine($"No pages at {data}: the measurements need the shared data and were not run.");
    return 2;
}
var samples = Corpus.Load(data);
switch (command)
{
    case "score":
        var chosen = samples.Where(sample => Option("--part") is not { } part || sample.PartOf(2).ToString() == part).Where(sample => Option("--kind") is not { } kind || sample.Kind == kind).ToList();
        ScoreCommand.Run(chosen, Option("--report"));
        return 0;
    case "time":
        TimeCommand.Run(samples);
        return 0;
    default:
        Console.Error.WriteLine("Commands: score, time");
        return 2;
}

string? Option(string name)
{
    var at = Array.IndexOf(args, name);
    return at >= 0 && at + 1 < args.Length ? args[at + 1] : null;
}
