using System.Text;
using AngleSharp.Dom;

namespace Rounds.Extraction.Gates;

/// <summary>The text of a parsed page as a reader would copy it: a line for each block, no blank runs.</summary>
internal static class PlainTextWalk
{
    private static readonly HashSet<string> Blocks = new(StringComparer.Ordinal)
    {
        "p", "div", "section", "article", "aside", "header", "footer", "main", "nav", "address", "h1", "h2", "h3", "h4", "h5", "h6",
        "blockquote", "pre", "ul", "ol", "li", "dl", "dt", "dd", "figure", "figcaption", "table", "caption", "tr", "hr", "form",
        "fieldset", "legend", "details", "summary", "center", "hgroup", "dir", "menu", "xmp", "listing", "plaintext",
    };

    public static string Of(INode root)
    {
        var text = new StringBuilder();
        var levels = new Stack<(INodeList Children, int Next, bool Block)>();
        levels.Push((root.ChildNodes, 0, false));
        while (levels.Count > 0)
        {
            var (children, next, block) = levels.Pop();
            if (next >= children.Length)
            {
                if (block) EndLine(text);
                continue;
            }
            levels.Push((children, next + 1, block));
            if (children[next] is IText prose) AppendFlowing(text, prose.Data);
            else if (children[next] is IElement element && element.NamespaceUri == "http://www.w3.org/1999/xhtml" && !AllowedMarkup.IsDroppedWhole(element.LocalName))
            {
                var starts = Blocks.Contains(element.LocalName);
                if (starts) EndLine(text);
                else if (element.LocalName == "br") text.Append('\n');
                else if (element.LocalName is "td" or "th") text.Append(' ');
                levels.Push((element.ChildNodes, 0, starts));
            }
        }
        return Markup.Tidy(text.ToString());
    }

    private static void EndLine(StringBuilder text)
    {
        if (text.Length > 0 && text[^1] != '\n') text.Append('\n');
    }

    // A line end in the source is a blank in the text.
    private static void AppendFlowing(StringBuilder text, string prose)
    {
        foreach (var c in prose) text.Append(c is '\n' or '\r' ? ' ' : c);
    }
}
