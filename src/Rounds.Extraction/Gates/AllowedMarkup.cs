namespace Rounds.Extraction.Gates;

/// <summary>The allow-list of one profile. The whole of it stands here and in <see cref="AllowedAttributes"/>, to be read in one go.</summary>
internal sealed class AllowedMarkup
{
    private static readonly string[] ArticleElements = Words("""
        p br hr wbr div span section article aside header footer address h1 h2 h3 h4 h5 h6 hgroup
        blockquote q cite pre code kbd samp var em strong b i u s del ins mark small sub sup abbr dfn time data bdi bdo
        ruby rb rt rtc rp ul ol li dl dt dd figure figcaption img a details summary
        table caption colgroup col thead tbody tfoot tr td th
        """);

    private static readonly string[] CommentElements = Words("p br a em strong blockquote code pre ul ol li");

    private static readonly string[] MailElements = [.. ArticleElements, "center", "font"];

    // Neither the element nor what it holds: its content is not prose, or is parsed by other rules than the page's.
    private static readonly HashSet<string> DroppedWhole = new(StringComparer.Ordinal)
    {
        "script", "style", "template", "noscript", "iframe", "frame", "frameset", "noframes", "noembed", "object", "embed", "applet", "param",
        "audio", "video", "canvas", "map", "area", "svg", "math", "select", "selectedcontent", "option", "optgroup", "datalist", "textarea",
        "input", "title", "head", "base", "basefont", "bgsound", "link", "meta", "source", "track", "keygen", "isindex", "portal", "fencedframe",
    };

    private static readonly Dictionary<string, string> ArticleNames = new(StringComparer.Ordinal)
    {
        ["main"] = "div", ["nav"] = "div", ["center"] = "div", ["form"] = "div", ["fieldset"] = "div", ["search"] = "div", ["legend"] = "p",
        ["font"] = "span", ["tt"] = "code", ["strike"] = "s", ["acronym"] = "abbr", ["dir"] = "ul", ["menu"] = "ul",
        ["xmp"] = "pre", ["listing"] = "pre", ["plaintext"] = "pre",
    };

    private static readonly Dictionary<string, string> MailNames = new(
        ArticleNames.Where(n => n.Key is not ("center" or "font")), StringComparer.Ordinal);

    private static readonly Dictionary<string, string> CommentNames = new(StringComparer.Ordinal)
    {
        ["b"] = "strong", ["i"] = "em", ["cite"] = "em", ["dfn"] = "em", ["tt"] = "code", ["kbd"] = "code", ["samp"] = "code",
        ["dir"] = "ul", ["menu"] = "ul", ["xmp"] = "pre", ["listing"] = "pre", ["plaintext"] = "pre",
        ["h1"] = "p", ["h2"] = "p", ["h3"] = "p", ["h4"] = "p", ["h5"] = "p", ["h6"] = "p", ["div"] = "p", ["section"] = "p",
        ["article"] = "p", ["aside"] = "p", ["header"] = "p", ["footer"] = "p", ["main"] = "p", ["nav"] = "p", ["address"] = "p",
        ["center"] = "p", ["form"] = "p", ["fieldset"] = "p", ["figure"] = "p", ["figcaption"] = "p", ["dt"] = "p", ["dd"] = "p",
        ["tr"] = "p", ["caption"] = "p", ["summary"] = "p", ["details"] = "p", ["legend"] = "p", ["hgroup"] = "p",
    };

    private static readonly AllowedMarkup Article = new(ArticleElements, ArticleNames, AllowedAttributes.Article);
    private static readonly AllowedMarkup Mail = new(MailElements, MailNames, AllowedAttributes.Mail);
    private static readonly AllowedMarkup Comment = new(CommentElements, CommentNames, AllowedAttributes.Comment) { DropsEmptyParagraphs = true };

    private readonly HashSet<string> elements;
    private readonly Dictionary<string, string> names;

    private AllowedMarkup(string[] elements, Dictionary<string, string> names, AllowedAttributes attributes)
    {
        this.elements = new(elements, StringComparer.Ordinal);
        this.names = names;
        Attributes = attributes;
    }

    public AllowedAttributes Attributes { get; }

    /// <summary>Where blocks become paragraphs, nested ones leave empty paragraphs behind.</summary>
    public bool DropsEmptyParagraphs { get; private init; }

    public static AllowedMarkup Of(SanitizerProfile profile) => profile switch
    {
        SanitizerProfile.Article => Article,
        SanitizerProfile.Mail => Mail,
        SanitizerProfile.Comment => Comment,
        _ => throw new ArgumentOutOfRangeException(nameof(profile)),
    };

    public static bool IsDroppedWhole(string name) => DroppedWhole.Contains(name);

    public static bool IsVoid(string name) => name is "br" or "hr" or "wbr" or "img" or "col";

    /// <summary>The name it goes by in the output; null when the element is left out and its content stays.</summary>
    public string? NameOf(string name) =>
        elements.Contains(name) ? name : names.GetValueOrDefault(name);

    private static string[] Words(string words) => words.Split([' ', '\n', '\r'], StringSplitOptions.RemoveEmptyEntries);
}
