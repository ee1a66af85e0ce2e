using Rounds.Extraction.Bench;
using Rounds.Extraction.Learning;

// score [--part 0|1] [--kind KIND] [--report FILE] [--models FOLDER], train [--hold 0|1] [--to FOLDER], time, hostile [--scale N]; each with [--data FOLDER]
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
        var models = Option("--models") is { } folder ? Models.Read(name => File.OpenRead(Path.Combine(folder, name + ".forest"))) : Models.Shipped;
        ScoreCommand.Run(chosen, models, Option("--report"));
        return 0;
    case "train":
        TrainCommand.Run(samples, Option("--hold") is { } hold ? int.Parse(hold, System.Globalization.CultureInfo.InvariantCulture) : null, Option("--to") ?? Path.Combine("src", "Rounds.Extraction", "Models"));
        return 0;
    case "hostile":
        HostileCommand.Run(int.Parse(Option("--scale") ?? "1", System.Globalization.CultureInfo.InvariantCulture));
        return 0;
    case "time":
        TimeCommand.Run(samples);
        return 0;
    default:
        Console.Error.WriteLine("Commands: score, train, time, hostile");
        return 2;
}

string? Option(string name)
{
    var at = Array.IndexOf(args, name);
    return at >= 0 && at + 1 < args.Length ? args[at + 1] : null;
}
