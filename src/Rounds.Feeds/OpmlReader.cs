using Rounds.Feeds.Dates;
using Rounds.Feeds.Text;
using Rounds.Feeds.Xml;

namespace Rounds.Feeds;

/// <summary>Reads OPML 1 and 2. No input makes it throw: a broken list is read as far as it can be and <see cref="Opml.Fault"/> says what was
/// wrong.</summary>
public static class OpmlReader
{
    private const int Deepest = 64;
    private const int MostOutlines = 100_000;

    /// <param name="bytes">The file as it is.</param>
    /// <param name="contentType">The Content-Type header, when it came from a server.</param>
    public static Opml Read(ReadOnlyMemory<byte> bytes, string? contentType = null)
    {
        var faults = new FaultLog();
        if (bytes.Length > FeedLimits.Default.Size)
        {
            faults.Note($"The list is larger than {FeedLimits.Default.Size:N0} bytes; only its beginning was read.");
            bytes = bytes[..FeedLimits.Default.Size];
        }
        return Read(Charset.Decode(bytes.Span, contentType, faults).Text, faults);
    }

    public static Opml Read(string text) => Read(text, new FaultLog());

    private static Opml Read(string text, FaultLog faults)
    {
        var scanner = new XmlScanner(text, faults);
        var open = new Stack<Draft>();
        var root = new Draft(null);
        open.Push(root);
        var (isOpml, count, tooDeep) = (false, 0, 0);
        string? head = null, title = null, owner = null, created = null;
        for (var token = scanner.Read(); token != XmlToken.Finished && count < MostOutlines; token = scanner.Read())
        {
            var name = token is XmlToken.Start or XmlToken.End ? scanner.Name.ToString().ToLowerInvariant() : "";
            switch (token)
            {
                case XmlToken.Start when name == "outline":
                    count++;
                    if (open.Count > Deepest)
                        tooDeep += scanner.IsEmptyElement ? 0 : 1;
                    else
                        Open(scanner, open);
                    break;
                case XmlToken.End when name == "outline" && tooDeep > 0:
                    tooDeep--;
                    break;
                case XmlToken.End when name == "outline" && open.Count > 1:
                    open.Pop();
                    break;
                case XmlToken.Start:
                    isOpml |= name == "opml";
                    head = scanner.IsEmptyElement ? null : name;
                    break;
                case XmlToken.End:
                    head = null;
                    break;
                default:
                    var value = token == XmlToken.Text ? scanner.Entities.Decode(scanner.Value) : scanner.Value.ToString();
                    (title, owner, created) = head switch
                    {
                        "title" => (title + value, owner, created),
                        "ownername" => (title, owner + value, created),
                        "datecreated" => (title, owner, created + value),
                        _ => (title, owner, created),
                    };
                    break;
            }
        }
        if (!isOpml)
            faults.Note("This is not an OPML list.");
        else if (open.Count > 1)
            faults.Note("The list ends before its last outline is closed.");
        return new Opml
        {
            Title = Tidy(title), Owner = Tidy(owner), Created = FeedDates.Parse(created),
            Outlines = isOpml ? root.Finish().Children : [], Fault = faults.First,
        };
    }

    private static void Open(XmlScanner scanner, Stack<Draft> open)
    {
        string? Value(string name) => Tidy(scanner.Attributes.Get(name, scanner.Entities));
        var outline = new Outline(Value("title") ?? Value("text") ?? "", FeedUrl.Resolve(null, Value("xmlUrl") ?? UrlOf(Value("type"), Value("url"))),
            FeedUrl.Resolve(null, Value("htmlUrl")), [])
        {
            Description = Value("description"),
            Language = Value("language"),
            Categories = Value("category")?.Split(',', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries)
                .Select(c => c.TrimStart('/')).Where(c => c.Length > 0).ToList() ?? [],
        };
        var draft = new Draft(outline);
        open.Peek().Children.Add(draft);
        if (!scanner.IsEmptyElement)
            open.Push(draft);
    }

    /// <summary>Some programs write a feed's address as the plain <c>url</c>.</summary>
    private static string? UrlOf(string? type, string? url) => type is "rss" or "atom" ? url : null;

    private static string? Tidy(string? text) => string.IsNullOrWhiteSpace(text) ? null : Repair.Characters(text.Trim());

    private sealed class Draft(Outline? outline)
    {
        public List<Draft> Children { get; } = [];

        public Outline Finish() => (outline ?? new Outline("", null, null, [])) with { Children = Children.ConvertAll(c => c.Finish()) };
    }
}
