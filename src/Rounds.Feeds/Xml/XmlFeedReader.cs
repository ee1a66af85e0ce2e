using Rounds.Feeds.Text;

namespace Rounds.Feeds.Xml;

/// <summary>Reads the formats that are XML. One pass over the tags with a stack of open elements; what an element means comes from its
/// name and from what it stands in, not from the format, because feeds mix formats.</summary>
internal sealed partial class XmlFeedReader
{
    // Feeds are a dozen deep, their inline markup seldom fifty. Deeper elements are counted but not opened.
    private const int Deepest = 256;

    private readonly XmlScanner scanner;
    private readonly NameResolver names = new();
    private readonly Capture capture = new();
    private readonly FeedDraft feed = new();
    private readonly FaultLog faults;
    private readonly FeedLimits limits;
    private readonly Frame[] frames = new Frame[Deepest];
    private int depth, tooDeep;
    private ItemDraft? item;
    private string? baseAddress;

    /// <summary>Where relative addresses start; a feed that came without its own address lends its page's.</summary>
    private string? Here => baseAddress ?? (feed.Link.Value is { } link && FeedUrl.IsWeb(link) ? link : null);

    private readonly Addresses addresses = new();

    private string? Absolute(string? address) => addresses.Absolute(Here, address);

    private bool full, isAtom, sawFeed;
    private Tag root;

    /// <param name="encoding">The charset of the bytes; null when text was given.</param>
    public XmlFeedReader(string text, string? address, FeedLimits limits, FaultLog faults, string? encoding)
    {
        this.limits = limits;
        this.faults = faults;
        baseAddress = address;
        scanner = new XmlScanner(Tidy(text), faults);
    }

    public Feed Read()
    {
        while (!full && scanner.Read() is var token && token != XmlToken.Finished)
            switch (token)
            {
                case XmlToken.Start when capture.IsOpen && !EndsCapture():
                    OpenInline();
                    break;
                case XmlToken.Start:
                    Open();
                    break;
                case XmlToken.End:
                    Close(scanner.Name);
                    break;
                case XmlToken.Text when capture.IsOpen:
                    capture.AppendText(scanner.Value, scanner.Entities);
                    break;
                case XmlToken.CData when capture.IsOpen:
                    capture.AppendCData(scanner.Value);
                    break;
                default:
                    LooseText(token);
                    break;
            }
        if (depth > 0 && !full)
            faults.Note($"The document ends before <{Name(frames[0])}> is closed.");
        while (depth > 0)
            CloseTop();
        return Finish();
    }

    private Feed Finish()
    {
        if (scanner.Entities.Undefined is { } undefined)
            faults.Note($"A reference that XML does not define was met: {undefined}");
        if (feed.Format is null)
        {
            faults.NoteAbove(root switch
            {
                Tag.WebPage => "This is a web page, not a feed.",
                Tag.Outlines => "This is an OPML list of feeds, not a feed.",
                _ => "This is not a feed.",
            });
            if (!sawFeed)
                return new Feed();
        }
        return feed.Finish();
    }

    /// <summary>Line ends as XML has them, and without the characters XML forbids.</summary>
    private string Tidy(string text)
    {
        if (text.Contains('\r'))
            text = text.Replace("\r\n", "\n", StringComparison.Ordinal).Replace('\r', '\n');
        var forbidden = Forbidden(text);
        if (forbidden < 0)
            return text;
        faults.Note("A control character stands in the feed", text, forbidden);
        var (kept, length) = (new char[text.Length], 0);
        foreach (var c in text)
            if (c is '\t' or '\n' or >= ' ' and not ('\uFEFF' or '\uFFFE' or '\uFFFF'))
                kept[length++] = c;
        return new string(kept, 0, length);
    }

    /// <summary>Position of such a character, -1 when there is none. Three passes over ranges are far quicker than one over a set.</summary>
    private static int Forbidden(ReadOnlySpan<char> text)
    {
        var found = text.IndexOfAnyInRange('\0', '\x08');
        if (found < 0)
            found = text.IndexOfAnyInRange('\x0E', '\x1F');
        return found >= 0 ? found : text.IndexOfAny("\x0B\x0C\uFEFF\uFFFE\uFFFF");
    }
}
