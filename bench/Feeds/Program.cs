using System.Diagnostics;
using System.Globalization;
using System.Xml;
using Rounds.Feeds;
using Rounds.Feeds.Bench;

// Reads the same feeds with XmlReader (every node and its value, nothing kept) and with FeedReader, turn by turn in one run, so that what
// else the machine does falls on both. Prints the medians.
const int Items = 2_000;
var rounds = args.Length > 0 ? int.Parse(args[0], CultureInfo.InvariantCulture) : 15;
var address = new Uri("https://hospital.example/feed");

Console.WriteLine($"{"feed",-22}{"KB/item",8}{"XmlReader",12}{"FeedReader",12}{"ratio",8}   items a second, median of {rounds}");
var samples = Samples.All(Items).ToList();
// Until everything is compiled for good, the first sample would pay for all.
for (var warming = 0; warming < 5; warming++)
    foreach (var (name, bytes) in samples)
    {
        if (!name.StartsWith("json", StringComparison.Ordinal))
            ReadAll(bytes);
        Check(FeedReader.Read(bytes, null, address));
    }
foreach (var (name, bytes) in samples)
{
    var (plain, ours) = (new List<double>(), new List<double>());
    for (var round = 0; round < rounds; round++)
    {
        var xml = name.StartsWith("json", StringComparison.Ordinal) ? 0 : Seconds(() => ReadAll(bytes));
        var feed = Seconds(() => Check(FeedReader.Read(bytes, null, address)));
        plain.Add(xml);
        ours.Add(feed);
    }
    var (a, b) = (Items / Median(plain), Items / Median(ours));
    Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{name,-22}{bytes.Length / 1024.0 / Items,8:F1}{(double.IsInfinity(a) ? "-" : a.ToString("N0", CultureInfo.InvariantCulture)),12}{b,12:N0}{(double.IsInfinity(a) ? "-" : (b / a).ToString("F2", CultureInfo.InvariantCulture)),8}"));
}

static double Seconds(Action read)
{
    var start = Stopwatch.GetTimestamp();
    read();
    return Stopwatch.GetElapsedTime(start).TotalSeconds;
}

static double Median(List<double> times) => times.Order().ElementAt(times.Count / 2);

static void Check(Feed feed)
{
    if (feed.Items.Count != Items || feed.Fault is not null)
        throw new InvalidOperationException($"read {feed.Items.Count} items: {feed.Fault}");
}

static void ReadAll(byte[] bytes)
{
    using var reader = XmlReader.Create(new MemoryStream(bytes), new XmlReaderSettings { DtdProcessing = DtdProcessing.Prohibit });
    var length = 0L;
    while (reader.Read())
    {
        if (reader.HasValue)
            length += reader.Value.Length;
        while (reader.MoveToNextAttribute())
            length += reader.Value.Length;
    }
    if (length == 0)
        throw new InvalidOperationException("nothing was read");
}
