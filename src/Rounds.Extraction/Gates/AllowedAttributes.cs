using System.Globalization;

namespace Rounds.Extraction.Gates;

/// <summary>What an attribute's value must be; gives it back as it is to be written, null when the attribute is dropped.</summary>
internal delegate string? AttributeRule(string value, Addresses addresses);

/// <summary>Which attributes each element may have in a profile.</summary>
internal sealed class AllowedAttributes
{
    private const int LongestText = 2000;

    private static readonly AttributeRule Text = (value, _) => value.Length <= LongestText ? value : null;
    private static readonly AttributeRule Id = (value, _) => Anchors.Id(value);
    private static readonly AttributeRule Ids = (value, _) => Anchors.Ids(value);
    private static readonly AttributeRule Link = (value, addresses) => addresses.Link(value);
    private static readonly AttributeRule Cite = (value, addresses) => addresses.Cite(value);
    private static readonly AttributeRule Image = (value, addresses) => addresses.Image(value);
    private static readonly AttributeRule Flag = (_, _) => "";
    private static readonly AttributeRule Direction = OneOf("ltr", "rtl", "auto");
    private static readonly AttributeRule Align = OneOf("left", "right", "center", "justify", "char");
    private static readonly AttributeRule VerticalAlign = OneOf("top", "middle", "bottom", "baseline");
    private static readonly AttributeRule Count = Number(0, 1000);
    private static readonly AttributeRule Size = Length(10_000);
    private static readonly AttributeRule Colour = (value, _) => InlineStyle.IsColour(value) ? value : null;
    private static readonly AttributeRule Language = (value, _) =>
        value.Length is > 0 and <= 35 && value.All(c => char.IsAsciiLetterOrDigit(c) || c == '-') ? value : null;

    // The one class with a meaning of its own: which language a piece of code is in (HTML Standard §4.5.15). Others would pick up
    // our own style sheet and dress foreign text as ours.
    private static readonly AttributeRule CodeLanguage = (value, _) =>
        string.Join(' ', value.Split(' ').Where(IsCodeLanguage)) is { Length: > 0 } kept ? kept : null;

    public static readonly AllowedAttributes Comment = new(InlineStyle.None)
    {
        ["*"] = new() { ["dir"] = Direction, ["lang"] = Language },
        ["a"] = new() { ["href"] = Link },
        ["ol"] = new() { ["start"] = Number(-100_000, 100_000) },
        ["code"] = new() { ["class"] = CodeLanguage },
        ["pre"] = new() { ["class"] = CodeLanguage },
    };

    public static readonly AllowedAttributes Article = new(InlineStyle.Article)
    {
        ["*"] = new() { ["dir"] = Direction, ["lang"] = Language, ["title"] = Text, ["id"] = Id },
        ["a"] = new() { ["href"] = Link, ["hreflang"] = Language, ["name"] = Id },
        ["img"] = new() { ["src"] = Image, ["alt"] = Text, ["width"] = Size, ["height"] = Size },
        ["blockquote"] = new() { ["cite"] = Cite },
        ["q"] = new() { ["cite"] = Cite },
        ["del"] = new() { ["cite"] = Cite, ["datetime"] = Text },
        ["ins"] = new() { ["cite"] = Cite, ["datetime"] = Text },
        ["time"] = new() { ["datetime"] = Text },
        ["data"] = new() { ["value"] = Text },
        ["details"] = new() { ["open"] = Flag },
        ["code"] = new() { ["class"] = CodeLanguage },
        ["pre"] = new() { ["class"] = CodeLanguage },
        ["ol"] = new() { ["start"] = Number(-100_000, 100_000), ["reversed"] = Flag, ["type"] = OneOf("1", "a", "A", "i", "I") },
        ["ul"] = new() { ["type"] = OneOf("disc", "circle", "square") },
        ["li"] = new() { ["value"] = Number(-100_000, 100_000) },
        ["table"] = new() { ["summary"] = Text },
        ["col"] = new() { ["span"] = Count, ["align"] = Align, ["width"] = Size },
        ["colgroup"] = new() { ["span"] = Count, ["align"] = Align, ["width"] = Size },
        ["thead"] = new() { ["align"] = Align, ["valign"] = VerticalAlign },
        ["tbody"] = new() { ["align"] = Align, ["valign"] = VerticalAlign },
        ["tfoot"] = new() { ["align"] = Align, ["valign"] = VerticalAlign },
        ["tr"] = new() { ["align"] = Align, ["valign"] = VerticalAlign },
        ["td"] = Cell(),
        ["th"] = Cell(),
    };

    public static readonly AllowedAttributes Mail = new(InlineStyle.Mail, Article)
    {
        ["font"] = new() { ["color"] = Colour, ["size"] = Length(7), ["face"] = (value, _) => InlineStyle.IsFontList(value) ? value : null },
        ["table"] = new()
        {
            ["summary"] = Text, ["align"] = Align, ["bgcolor"] = Colour, ["width"] = Size, ["height"] = Size, ["border"] = Count,
            ["cellpadding"] = Count, ["cellspacing"] = Count, ["role"] = OneOf("presentation", "none"),
        },
        ["tr"] = new() { ["align"] = Align, ["valign"] = VerticalAlign, ["bgcolor"] = Colour, ["height"] = Size },
        ["td"] = MailCell(),
        ["th"] = MailCell(),
        ["p"] = new() { ["align"] = Align },
        ["div"] = new() { ["align"] = Align },
        ["img"] = new()
        {
            ["src"] = Image, ["alt"] = Text, ["width"] = Size, ["height"] = Size, ["border"] = Count,
            ["align"] = OneOf("left", "right", "top", "middle", "bottom"), ["hspace"] = Count, ["vspace"] = Count,
        },
    };

    private readonly Dictionary<string, Dictionary<string, AttributeRule>> byElement = new(StringComparer.Ordinal);
    private readonly AttributeRule style;

    private AllowedAttributes(InlineStyle allowed, AllowedAttributes? also = null)
    {
        style = (value, _) => allowed.Keep(value);
        if (also is null) return;
        foreach (var (element, rules) in also.byElement) byElement[element] = rules;
    }

    private Dictionary<string, AttributeRule> this[string element] { set => byElement[element] = value; }

    /// <summary>Null for an attribute that this element may not have.</summary>
    public AttributeRule? RuleFor(string element, string attribute)
    {
        if (attribute == "style") return style;
        if (byElement.TryGetValue(element, out var own) && own.TryGetValue(attribute, out var rule)) return rule;
        return byElement["*"].GetValueOrDefault(attribute);
    }

    private static bool IsCodeLanguage(string name) =>
        name.Length <= 40 && (name.StartsWith("language-", StringComparison.Ordinal) || name.StartsWith("lang-", StringComparison.Ordinal))
        && name.All(c => char.IsAsciiLetterOrDigit(c) || c is '-' or '+' or '#' or '_');

    private static Dictionary<string, AttributeRule> Cell() => new()
    {
        // Past a thousand, a span is an attack on the table layout.
        ["colspan"] = Number(1, 1000), ["rowspan"] = Number(0, 1000), ["headers"] = Ids, ["abbr"] = Text,
        ["scope"] = OneOf("row", "col", "rowgroup", "colgroup"), ["align"] = Align, ["valign"] = VerticalAlign, ["width"] = Size,
    };

    private static Dictionary<string, AttributeRule> MailCell() =>
        new(Cell()) { ["bgcolor"] = Colour, ["height"] = Size, ["nowrap"] = Flag };

    private static AttributeRule OneOf(params string[] words) => (value, _) =>
        words.Contains(value, StringComparer.Ordinal) ? value
        : words.FirstOrDefault(word => word.Equals(value.Trim(), StringComparison.OrdinalIgnoreCase));

    private static AttributeRule Number(int least, int most) => (value, _) =>
        int.TryParse(value, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var number) && number >= least && number <= most
            ? value : null;

    /// <summary>A number, of pixels or with a percent sign.</summary>
    private static AttributeRule Length(int most) => (value, _) =>
    {
        var digits = value.EndsWith('%') ? value.AsSpan(0, value.Length - 1) : value.EndsWith("px", StringComparison.Ordinal) ? value.AsSpan(0, value.Length - 2) : value;
        return decimal.TryParse(digits, NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var number) && number <= most ? value : null;
    };
}
