using AngleSharp.Dom;
using Rounds.Extraction.Outline;

namespace Rounds.Extraction.Facts;

/// <summary>What a page's head and its scripts say: meta elements, links, title, linked data.</summary>
internal sealed class Metadata
{
    private static readonly string[] NameAttributes = ["name", "property", "itemprop", "http-equiv"];
    private readonly Dictionary<string, List<string>> _values = new(StringComparer.OrdinalIgnoreCase);

    public string Title { get; private set; } = "";
    public string? Canonical { get; private set; }
    public string? BaseAddress { get; private set; }
    public string? Language { get; private set; }
    public string? Direction { get; private set; }
    public bool HasFeed { get; private set; }
    public List<IElement> Frames { get; } = [];
    public bool HasCaptcha { get; private set; }

    public static Metadata Of(IElement root) => new()
    {
        Language = Text(root.GetAttribute("lang") ?? root.GetAttribute("xml:lang")),
        Direction = Text(root.GetAttribute("dir")),
    };

    /// <summary>Takes note of one element; called for each, in the one pass over the document.</summary>
    public void Note(IElement element, Tag tag)
    {
        switch (tag)
        {
            case Tag.Meta: NoteMeta(element); break;
            case Tag.Title when Title.Length == 0: Title = Whitespace.Collapse(element.TextContent); break;
            case Tag.Link: NoteLink(element); break;
            case Tag.Script: NoteScript(element); break;
            case Tag.Iframe or Tag.Object or Tag.Video or Tag.Audio or Tag.Blockquote: Frames.Add(element); break;
            case Tag.Other when element.LocalName == "base": BaseAddress ??= element.GetAttribute("href"); break;
            case Tag.Body:
                Language ??= Text(element.GetAttribute("lang"));
                Direction ??= Text(element.GetAttribute("dir"));
                break;
        }
    }

    /// <summary>The first non-empty value under any of the names, in the order of the names.</summary>
    public string? First(params ReadOnlySpan<string> names)
    {
        foreach (var name in names)
        {
            if (_values.TryGetValue(name, out var values)) return values[0];
        }
        return null;
    }

    public IReadOnlyList<string> All(string name) => _values.TryGetValue(name, out var values) ? values : [];

    private void NoteMeta(IElement element)
    {
        var content = Text(element.GetAttribute("content"));
        if (content is null) return;
        // The same name may stand in any of the four; Open Graph is often put under name instead of property.
        foreach (var attribute in NameAttributes)
        {
            if (Text(element.GetAttribute(attribute)) is not { } names) continue;
            foreach (var name in names.Split(' ', StringSplitOptions.RemoveEmptyEntries))
            {
                if (!_values.TryGetValue(name, out var values)) _values[name] = values = [];
                if (values.Count < 50) values.Add(content);
            }
        }
    }

    private void NoteLink(IElement element)
    {
        var relation = element.GetAttribute("rel");
        if (relation is null) return;
        if (relation.Equals("canonical", StringComparison.OrdinalIgnoreCase)) Canonical ??= Text(element.GetAttribute("href"));
        else if (relation.Equals("alternate", StringComparison.OrdinalIgnoreCase))
            HasFeed |= element.GetAttribute("type") is { } type && (type.Contains("rss", StringComparison.Ordinal) || type.Contains("atom", StringComparison.Ordinal));
    }

    private void NoteScript(IElement element)
    {
        if (element.GetAttribute("src") is { } source && (source.Contains("challenge-platform", StringComparison.Ordinal) || source.Contains("captcha", StringComparison.Ordinal))) HasCaptcha = true;
    }

    private static string? Text(string? value)
    {
        var text = Whitespace.Collapse(value);
        return text.Length == 0 ? null : text;
    }
}
