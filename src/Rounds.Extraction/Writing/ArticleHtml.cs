using System.Text;
using Rounds.Extraction.Facts;
using Rounds.Extraction.Outline;
using Rounds.Extraction.Reading;

namespace Rounds.Extraction.Writing;

/// <summary>
/// Writes the kept blocks with the elements that carry meaning. Each stretch of text knows its element; what is open is compared with
/// what the next stretch needs, and only the difference is closed and opened, so nesting is always right and nothing recurses.
/// </summary>
internal sealed class ArticleHtml
{
    private readonly Page _page;
    private readonly StringBuilder _html = new();
    private readonly List<(Branch Branch, string Name)> _open = [];
    private readonly List<(Branch Branch, string Name)> _path = [];
    private readonly Dictionary<int, string?> _addresses = [];
    private bool _spacePending;
    private bool _lineHasText;

    private ArticleHtml(Page page) => _page = page;

    public static string Write(Page page, IReadOnlyList<Block> blocks)
    {
        var writer = new ArticleHtml(page);
        foreach (var block in WithPictures(page.Outline, blocks)) writer.WriteBlock(block);
        writer.CloseTo(0);
        return writer._html.ToString();
    }

    /// <summary>Plain lines as paragraphs.</summary>
    public static string WriteLines(IEnumerable<string> lines) => string.Concat(lines.Select(line => $"<p>{System.Net.WebUtility.HtmlEncode(line)}</p>\n"));

    /// <summary>Pictures that stand between two kept blocks belong to the text as much as they do.</summary>
    private static IEnumerable<Block> WithPictures(PageOutline outline, IReadOnlyList<Block> blocks)
    {
        for (var i = 0; i < blocks.Count; i++)
        {
            yield return blocks[i];
            if (i + 1 == blocks.Count || blocks[i + 1].Index - blocks[i].Index > 8) continue;
            for (var between = blocks[i].Index + 1; between < blocks[i + 1].Index; between++)
            {
                if (outline.Blocks[between].IsPicture && (outline.Blocks[between].Home.AllHints & (Hint.Ad | Hint.Related | Hint.Logo | Hint.Share | Hint.Author)) == 0) yield return outline.Blocks[between];
            }
        }
    }

    private void WriteBlock(Block block)
    {
        _spacePending = false;
        _lineHasText = false;
        var preformatted = block.Home.Is(Tag.Pre);
        for (var i = block.FirstRun; i < block.EndRun; i++)
        {
            var run = _page.Outline.Runs[i];
            switch (run.Kind)
            {
                case RunKind.Break when _lineHasText: _html.Append("<br>"); _spacePending = false; break;
                case RunKind.Picture: WritePicture(run.At, block); break;
                case RunKind.Text: WriteText(run, block, preformatted); break;
            }
        }
        // Two blocks of one home are two paragraphs (text, then a list, then text again): the paragraph we made must not run on.
        CloseBlock();
    }

    private void WriteText(Run run, Block block, bool preformatted)
    {
        if (preformatted)
        {
            Reach(run.At, block);
            Escape(run.Text);
            _lineHasText = true;
            return;
        }
        var text = run.Text;
        if (string.IsNullOrWhiteSpace(text)) { _spacePending |= _lineHasText; return; }
        if (char.IsWhiteSpace(text[0])) _spacePending |= _lineHasText;
        Reach(run.At, block);
        if (_spacePending) _html.Append(' ');
        Escape(Whitespace.Collapse(text));
        _lineHasText = true;
        _spacePending = char.IsWhiteSpace(text[^1]);
    }

    private void WritePicture(Branch picture, Block block)
    {
        if (Images.Address(_page, picture.Element) is not { } url) return;
        var (width, height) = (picture.Element.GetAttribute("width"), picture.Element.GetAttribute("height"));
        if (width is "1" or "0" || height is "1" or "0") return;
        Reach(picture, block);
        if (_spacePending) { _html.Append(' '); _spacePending = false; }
        _html.Append("<img src=\"");
        Escape(url);
        _html.Append("\" alt=\"");
        Escape(Whitespace.Collapse(picture.Element.GetAttribute("alt")));
        _html.Append("\">");
    }

    private void Reach(Branch branch, Block block)
    {
        _path.Clear();
        var hasBlock = false;
        for (var at = branch; at is not null; at = at.Parent)
        {
            if (NameOf(at) is not { } name) continue;
            _path.Add((at, name));
            hasBlock |= Tags.BreaksLine(at.Tag) && name is not ("ul" or "ol" or "dl" or "table" or "tbody" or "thead" or "tr" or "blockquote" or "figure");
        }
        _path.Reverse();
        // Loose text in a div is a paragraph to the reader.
        if (!hasBlock)
        {
            var inlineFrom = _path.FindIndex(entry => !Tags.BreaksLine(entry.Branch.Tag));
            _path.Insert(inlineFrom < 0 ? _path.Count : inlineFrom, (block.Home, "p"));
        }
        var shared = 0;
        while (shared < _open.Count && shared < _path.Count && _open[shared] == _path[shared]) shared++;
        CloseTo(shared);
        if (_spacePending && shared < _path.Count && _lineHasText) { _html.Append(' '); _spacePending = false; }
        for (var i = shared; i < _path.Count; i++) Open(_path[i]);
    }

    private void Open((Branch Branch, string Name) entry)
    {
        _html.Append('<').Append(entry.Name);
        if (entry.Name == "a" && AddressOf(entry.Branch) is { } address)
        {
            _html.Append(" href=\"");
            Escape(address);
            _html.Append('"');
        }
        if (entry.Name is "td" or "th")
        {
            foreach (var span in SpanAttributes)
            {
                if (int.TryParse(entry.Branch.Element.GetAttribute(span), out var cells) && cells is > 1 and < 100) _html.Append(' ').Append(span).Append("=\"").Append(cells).Append('"');
            }
        }
        _html.Append('>');
        _open.Add(entry);
    }

    private static readonly string[] SpanAttributes = ["colspan", "rowspan"];

    private void CloseBlock()
    {
        var made = _open.FindIndex(entry => entry.Name is "p" or "h1" or "h2" or "h3" or "h4" or "h5" or "h6" or "pre" || !Tags.BreaksLine(entry.Branch.Tag));
        if (made >= 0) CloseTo(made);
    }

    private void CloseTo(int depth)
    {
        for (var i = _open.Count - 1; i >= depth; i--)
        {
            _html.Append("</").Append(_open[i].Name).Append('>');
            if (Tags.BreaksLine(_open[i].Branch.Tag) || _open[i].Name == "p") _html.Append('\n');
        }
        _open.RemoveRange(depth, _open.Count - depth);
    }

    private string? NameOf(Branch branch) => branch.Tag switch
    {
        Tag.P => "p", Tag.H1 => "h1", Tag.H2 => "h2", Tag.H3 => "h3", Tag.H4 => "h4", Tag.H5 => "h5", Tag.H6 => "h6",
        Tag.Ul => "ul", Tag.Ol => "ol", Tag.Dl => "dl", Tag.Dt => "dt", Tag.Dd => "dd", Tag.Blockquote => "blockquote", Tag.Pre => "pre",
        Tag.Li => branch.Parent is { Tag: Tag.Ul or Tag.Ol } ? "li" : null,
        Tag.Table => "table", Tag.Thead => "thead", Tag.Tbody => "tbody", Tag.Tr => "tr", Tag.Td => "td", Tag.Th => "th", Tag.Caption => "caption",
        Tag.Figure => "figure", Tag.Figcaption => branch.Is(Tag.Figure) ? "figcaption" : null,
        Tag.Em => "em", Tag.Strong => "strong", Tag.Code => "code", Tag.Sub => "sub", Tag.Sup => "sup", Tag.Q => "q", Tag.Cite => "cite", Tag.Mark => "mark", Tag.Del => "del", Tag.Ins => "ins",
        Tag.A when AddressOf(branch) is not null => "a",
        _ => null,
    };

    private string? AddressOf(Branch link)
    {
        if (!_addresses.TryGetValue(link.Index, out var address)) _addresses[link.Index] = address = _page.Resolve(link.Element.GetAttribute("href"));
        return address;
    }

    private void Escape(string text)
    {
        if (text.AsSpan().IndexOfAny("&<>\"") < 0)
        {
            _html.Append(text);
            return;
        }
        foreach (var letter in text)
        {
            switch (letter)
            {
                case '&': _html.Append("&amp;"); break;
                case '<': _html.Append("&lt;"); break;
                case '>': _html.Append("&gt;"); break;
                case '"': _html.Append("&quot;"); break;
                default: _html.Append(letter); break;
            }
        }
    }
}
