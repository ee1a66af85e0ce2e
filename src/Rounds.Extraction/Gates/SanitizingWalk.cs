using System.Text;
using AngleSharp.Dom;

namespace Rounds.Extraction.Gates;

/// <summary>
/// Walks a parsed page and writes what may stay. With a stack of its own: depth is the page's choice, the thread's stack is not.
/// </summary>
internal sealed class SanitizingWalk(AllowedMarkup markup, Addresses addresses)
{
    private const string Html = "http://www.w3.org/1999/xhtml";

    // Chromium stops nesting at 512 and would read deeper output differently; no prose needs a quarter of it.
    private const int Deepest = 120;

    private readonly StringBuilder output = new();
    private readonly Stack<Level> levels = new();
    private int open;
    private int anchors;

    // Where the content of a <pre> begins: a line feed there is swallowed by the next parser, so it is not written.
    private int preStart = -1;

    private readonly record struct Level(INodeList Children, int Next, string? Name, int TagStart, int ContentStart);

    public string Write(INode root)
    {
        levels.Push(new Level(root.ChildNodes, 0, null, 0, 0));
        while (levels.Count > 0)
        {
            var level = levels.Pop();
            if (level.Next >= level.Children.Length)
            {
                Close(level);
                continue;
            }
            levels.Push(level with { Next = level.Next + 1 });
            var node = level.Children[level.Next];
            if (node is IElement element) Open(element);
            else if (node is IText text) WriteText(text.Data);
        }
        return output.ToString();
    }

    private void WriteText(string text)
    {
        var from = 0;
        if (output.Length == preStart)
            while (from < text.Length && text[from] is '\n' or '\r') from++;
        Markup.Append(output, text.AsSpan(from), quotes: false);
    }

    private void Open(IElement element)
    {
        var written = element.LocalName;
        if (element.NamespaceUri != Html || AllowedMarkup.IsDroppedWhole(written)) return;
        var name = markup.NameOf(written);
        if (name is null || open >= Deepest || (name == "a" && anchors > 0))
        {
            if (name is null && IsBlock(written)) output.Append(' ');
            levels.Push(new Level(element.ChildNodes, 0, null, 0, 0));
            return;
        }
        var start = output.Length;
        output.Append('<').Append(name);
        var complete = WriteAttributes(name, element);
        output.Append('>');
        if (AllowedMarkup.IsVoid(name))
        {
            if (!complete) output.Length = start;
            return;
        }
        open++;
        if (name == "a") anchors++;
        if (name == "pre") preStart = output.Length;
        levels.Push(new Level(element.ChildNodes, 0, name, start, output.Length));
    }

    private void Close(Level level)
    {
        if (level.Name is null) return;
        open--;
        if (level.Name == "a") anchors--;
        if (markup.DropsEmptyParagraphs && level.Name == "p" && IsBlankFrom(level.ContentStart)) output.Length = level.TagStart;
        else output.Append("</").Append(level.Name).Append('>');
    }

    /// <summary>False when the element is nothing without what was dropped: an image without address, or a counting pixel.</summary>
    private bool WriteAttributes(string name, IElement element)
    {
        bool link = false, image = false;
        foreach (var attribute in element.Attributes)
        {
            if (attribute.NamespaceUri is { Length: > 0 }) continue;
            if (markup.Attributes.RuleFor(name, attribute.LocalName)?.Invoke(attribute.Value, addresses) is not { } value) continue;
            link |= attribute.LocalName == "href";
            image |= attribute.LocalName == "src";
            output.Append(' ').Append(attribute.LocalName).Append("=\"");
            Markup.Append(output, value, quotes: true);
            output.Append('"');
        }
        if (link) output.Append(" rel=\"nofollow ugc noopener\"");
        if (name != "img") return true;
        output.Append(" loading=\"lazy\"");
        return image && !IsPixel(element);
    }

    private static bool IsPixel(IElement image) =>
        image.GetAttribute("width") is "0" or "1" && image.GetAttribute("height") is "0" or "1";

    private bool IsBlankFrom(int start)
    {
        for (var i = start; i < output.Length; i++)
            if (output[i] is not (' ' or '\n' or '\t')) return false;
        return true;
    }

    /// <summary>Left out, it would glue the words before it to the words in it.</summary>
    private static bool IsBlock(string name) => name is "td" or "th" or "table" or "tbody" or "thead" or "tfoot" or "dl" or "hr" or "button";
}
