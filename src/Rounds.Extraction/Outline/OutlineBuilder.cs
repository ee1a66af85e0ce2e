using System.Runtime.InteropServices;
using System.Text;
using AngleSharp.Dom;
using AngleSharp.Html.Dom;
using Rounds.Extraction.Facts;

namespace Rounds.Extraction.Outline;

/// <summary>
/// The one pass over the document. It never recurses (a page may nest 100,000 deep) and never asks a node for its next sibling
/// (AngleSharp answers that by searching the parent's children, which makes a walk quadratic).
/// </summary>
internal sealed class OutlineBuilder
{
    /// <summary>Beyond this many blocks a page is a dump; what follows is left out, so that no page costs more than a bounded time.</summary>
    private const int MostBlocks = 30_000;

    private readonly List<Branch> _branches = [];
    private readonly List<Block> _blocks = [];
    private readonly List<Run> _runs = [];
    private readonly StringBuilder _text = new();
    private readonly Dictionary<string, Hint> _hints = [];
    private readonly Dictionary<(int Parent, int Signature), int> _twins = [];
    private Branch _home = null!;
    private int _firstRun;
    private int _links;
    private int _linkWords;
    private int _wordsBefore;
    private bool _hasPicture;

    private readonly bool _readsNoscript;

    private readonly Metadata _metadata;

    private OutlineBuilder(Metadata metadata, bool readsNoscript)
    {
        _metadata = metadata;
        _readsNoscript = readsNoscript;
    }

    public static PageOutline Build(IElement root, Metadata metadata, bool readsNoscript = false)
    {
        var builder = new OutlineBuilder(metadata, readsNoscript);
        builder.Walk(root);
        builder.Settle();
        return new(builder._branches, builder._blocks, builder._runs);
    }

    private void Walk(IElement root)
    {
        var open = new Stack<(INodeList Children, int Next, Branch Branch, Branch Home)>();
        var top = Grow(root, Tags.Of(root.LocalName), null);
        _home = top;
        open.Push((root.ChildNodes, 0, top, top));
        while (open.TryPop(out var frame))
        {
            var (children, next, branch, home) = frame;
            if (next >= children.Length || _blocks.Count >= MostBlocks)
            {
                Leave(branch, home);
                continue;
            }
            open.Push((children, next + 1, branch, home));
            switch (children[next])
            {
                case IText text: Read(text.Data, branch, home); break;
                case IElement element: Enter(element, branch, home, open); break;
            }
        }
    }

    private void Enter(IElement element, Branch parent, Branch home, Stack<(INodeList, int, Branch, Branch)> open)
    {
        var tag = Tags.Of(element.LocalName);
        _metadata.Note(element, tag);
        if (Tags.IsSkipped(tag))
        {
            if (tag == Tag.Noscript) ReadNoscript(element, parent, home, open);
            // A declarative shadow root is what the reader sees of a custom element.
            else if (tag == Tag.Template && element is IHtmlTemplateElement template && element.HasAttribute("shadowrootmode"))
                open.Push((template.Content.ChildNodes, 0, parent, home));
            return;
        }
        if (tag == Tag.Br)
        {
            if (_runs.Count > _firstRun && _runs[^1].Kind == RunKind.Break) Close();
            else if (_runs.Count > _firstRun) _runs.Add(new(RunKind.Break, "", parent));
            return;
        }
        var branch = Grow(element, tag, parent);
        if (tag == Tag.Img)
        {
            _runs.Add(new(RunKind.Picture, "", branch));
            _home = home;
            _hasPicture = true;
            return;
        }
        if (tag == Tag.Hr) return;
        var breaks = Tags.BreaksLine(tag);
        if (breaks)
        {
            Close();
            home = branch;
        }
        branch.FirstBlock = _blocks.Count;
        open.Push((element.ChildNodes, 0, branch, home));
    }

    private void Leave(Branch branch, Branch home)
    {
        if (branch == home) Close();
        branch.EndBlock = _blocks.Count + (branch == home ? 0 : 1);
    }

    /// <summary>Lazy pictures hide their real address in noscript; its text repeats what is already there, or asks for scripts.</summary>
    private void ReadNoscript(IElement element, Branch parent, Branch home, Stack<(INodeList, int, Branch, Branch)> open)
    {
        if (_readsNoscript)
        {
            open.Push((element.ChildNodes, 0, parent, home));
            return;
        }
        foreach (var child in element.Children)
        {
            if (child.LocalName != "img" || _runs.Count == 0 || _runs[^1].Kind != RunKind.Picture) continue;
            _runs[^1] = new(RunKind.Picture, "", Grow(child, Tag.Img, parent));
        }
    }

    private void Read(string data, Branch branch, Branch home)
    {
        if (data.Length == 0 || (_runs.Count == _firstRun && string.IsNullOrWhiteSpace(data))) return;
        _home = home;
        if (branch.Is(Tag.A) && !string.IsNullOrWhiteSpace(data))
        {
            _linkWords += TextShape.Of(data).Words;
            if (_runs.Count == _firstRun || _runs[^1].At != branch) _links++;
        }
        _runs.Add(new(RunKind.Text, data, branch));
    }

    /// <summary>Ends the block being read.</summary>
    private void Close()
    {
        if (_runs.Count == _firstRun) return;
        var text = Collapse();
        var shape = TextShape.Of(text);
        if (shape.Letters == 0 && !_hasPicture && string.IsNullOrWhiteSpace(text))
        {
            _runs.RemoveRange(_firstRun, _runs.Count - _firstRun);
        }
        else
        {
            _blocks.Add(new(_home, _blocks.Count, text)
            {
                FirstRun = _firstRun, EndRun = _runs.Count, Words = shape.Words, LinkWords = Math.Min(_linkWords, shape.Words), Links = _links,
                WordsBefore = _wordsBefore, Shape = shape, IsPicture = shape.Letters == 0 && _hasPicture,
            });
            _wordsBefore += shape.Words;
        }
        _firstRun = _runs.Count;
        _links = _linkWords = 0;
        _hasPicture = false;
    }

    private string Collapse()
    {
        _text.Clear();
        var preformatted = _home.Is(Tag.Pre);
        foreach (var run in CollectionsMarshal.AsSpan(_runs)[_firstRun..])
        {
            if (run.Kind == RunKind.Break) { Trim(); _text.Append('\n'); }
            else if (preformatted) _text.Append(run.Text);
            else Whitespace.AppendCollapsed(_text, run.Text);
        }
        Trim();
        return _text.ToString();
    }

    private void Trim()
    {
        while (_text.Length > 0 && char.IsWhiteSpace(_text[^1])) _text.Length--;
    }

    private Branch Grow(IElement element, Tag tag, Branch? parent)
    {
        var marks = Marks.Of(element);
        var names = marks.Class;
        var own = ReadHints(names) | ReadHints(marks.Id);
        // Classes of html and body speak of the page as a whole ("has-sidebar"), not of a part.
        if (tag is Tag.Html or Tag.Body) own = Hint.None;
        var signature = HashCode.Combine(tag, names is null ? 0 : string.GetHashCode(names, StringComparison.Ordinal));
        var branch = new Branch(element, tag, parent, _branches.Count)
        {
            Hints = own,
            NearHints = own | (parent?.Hints ?? 0) | (parent?.Parent?.Hints ?? 0),
            AllHints = own | (parent?.AllHints ?? 0),
            Lineage = (parent?.Lineage ?? UInt128.Zero) | (UInt128.One << (int)tag),
            Hidden = parent is { Hidden: true } || marks.IsHidden,
            Signature = signature,
            Property = marks.Property,
            FirstBlock = _blocks.Count,
            EndBlock = _blocks.Count,
        };
        _branches.Add(branch);
        if (parent is not null) CollectionsMarshal.GetValueRefOrAddDefault(_twins, (parent.Index, signature), out _)++;
        return branch;
    }

    private Hint ReadHints(string? names)
    {
        if (string.IsNullOrEmpty(names)) return Hint.None;
        ref var hint = ref CollectionsMarshal.GetValueRefOrAddDefault(_hints, names, out var known);
        if (!known) hint = Hints.Read(names);
        return hint;
    }

    /// <summary>Sums what lies below each element: children come after their parents, so one walk backwards is enough.</summary>
    private void Settle()
    {
        foreach (var block in _blocks)
        {
            var home = block.Home;
            home.Words += block.Words;
            home.LinkWords += block.LinkWords;
            home.Links += block.Links;
            if (block.Words >= 12 && block.LinkWords * 3 < block.Words && block.Shape.SentenceEnds > 0) home.ProseWords += block.Words;
        }
        for (var i = _branches.Count - 1; i > 0; i--)
        {
            var branch = _branches[i];
            var parent = branch.Parent!;
            parent.Words += branch.Words;
            parent.LinkWords += branch.LinkWords;
            parent.Links += branch.Links;
            parent.ProseWords += branch.ProseWords;
            if (branch.Words > 0) parent.EndBlock = Math.Max(parent.EndBlock, branch.EndBlock);
            branch.Twins = _twins[(parent.Index, branch.Signature)];
        }
        foreach (var branch in _branches)
        {
            branch.EndBlock = Math.Min(branch.EndBlock, _blocks.Count);
            branch.Repeated = branch.Twins > 1 && Tags.BreaksLine(branch.Tag) && branch.Tag is not Tag.P ? branch : branch.Parent?.Repeated;
        }
    }
}
