using Rounds.Feeds.Text;

namespace Rounds.Feeds.Xml;

/// <summary>The stack of open elements.</summary>
internal sealed partial class XmlFeedReader
{
    private enum Scope { Outside, Feed, Item, Source, Image, Person, Other }

    /// <summary>An open element. <c>ScopeStart</c> is the depth of the element that its scope belongs to: a title right in an item outranks one
    /// further inside.</summary>
    private record struct Frame(int NameStart, int NameLength, Tag Tag, Scope Scope, int ScopeStart, string? Base, int Bindings, bool Captures);

    private readonly TextBuffer loose = new();

    private Scope CurrentScope => depth == 0 ? Scope.Outside : frames[depth - 1].Scope;

    /// <summary>How far the innermost element is from the owner of its scope.</summary>
    private int Distance => depth < 2 ? 0 : depth - 1 - frames[depth - 1].ScopeStart;

    private string Name(Frame frame) => scanner.Text.Substring(frame.NameStart, Math.Min(frame.NameLength, 40));

    private bool Push(Tag tag, Scope scope, int scopeStart, string? xmlBase, int bindings, bool captures)
    {
        if (depth == Deepest)
        {
            faults.Note("Elements are nested too deeply", scanner.Text, scanner.NameStart);
            if (!scanner.IsEmptyElement)
                tooDeep++;
            names.Release(bindings);
            return false;
        }
        frames[depth++] = new Frame(scanner.NameStart, scanner.NameLength, tag, scope, scopeStart, xmlBase, bindings, captures);
        return true;
    }

    private void OpenInline()
    {
        // HTML writes <br> without an end: nothing stands inside it.
        if (frames[depth - 1] is { Tag: Tag.Inline } top && Capture.IsVoid(scanner.Text.AsSpan(top.NameStart, top.NameLength)))
            CloseTop();
        capture.AppendStart(scanner.Name, scanner.Attributes, scanner.Entities, scanner.IsEmptyElement);
        if (!scanner.IsEmptyElement)
            Push(Tag.Inline, CurrentScope, frames[depth - 1].ScopeStart, baseAddress, names.Bindings, captures: false);
    }

    /// <summary>Whether the start tag that was just read cannot stand in the open value: the value's end tag is missing.</summary>
    private bool EndsCapture()
    {
        var isLong = capture.MayHoldMarkup && capture.Tag != Tag.Title; // where HTML's own link and title may stand
        var ends = names.Resolve(scanner.Name) switch
        {
            Tag.Item => true,
            Tag.Id or Tag.Published or Tag.Enclosure or Tag.EncodedContent or Tag.Creator => capture.Type != ContentType.Xhtml,
            Tag.Description or Tag.Link or Tag.Updated => !isLong && capture.Type != ContentType.Xhtml,
            _ => false,
        };
        if (!ends)
            return false;
        faults.Note($"<{Name(frames[depth - 1])}> is not closed", scanner.Text, scanner.NameStart);
        while (capture.IsOpen)
            CloseTop();
        return true;
    }

    /// <summary>Closes the element of that name, and those still open inside it; an end tag without a start is passed over.</summary>
    private void Close(ReadOnlySpan<char> name)
    {
        if (tooDeep > 0 && !EndsWhatIsTooDeep(name))
        {
            tooDeep--;
            return;
        }
        tooDeep = 0;
        var at = depth - 1;
        while (at >= 0 && !name.Equals(scanner.Text.AsSpan(frames[at].NameStart, frames[at].NameLength), StringComparison.Ordinal))
            at--;
        if (at < 0)
            at = depth - 1;
        else
        {
            if (at < depth - 1)
                faults.Note($"<{Name(frames[depth - 1])}> is not closed", scanner.Text, scanner.NameStart);
            while (depth > at)
                CloseTop();
            return;
        }
        while (at >= 0 && !name.Equals(scanner.Text.AsSpan(frames[at].NameStart, frames[at].NameLength), StringComparison.OrdinalIgnoreCase))
            at--;
        faults.Note($"</{name[..Math.Min(name.Length, 40)]}> closes nothing", scanner.Text, scanner.NameStart);
        while (at >= 0 && depth > at)
            CloseTop();
    }

    /// <summary>Elements beyond the deepest are only counted, and their end tags may be missing: those of the item and of the value that is being
    /// read end them all.</summary>
    private bool EndsWhatIsTooDeep(ReadOnlySpan<char> name) =>
        names.Resolve(name) is var tag && (tag is Tag.Item or Tag.Channel or Tag.Rss or Tag.Rdf or Tag.AtomFeed || (capture.IsOpen && tag == capture.Tag));

    private void CloseTop()
    {
        var frame = frames[depth - 1];
        if (frame.Tag == Tag.Inline)
            capture.AppendEnd(scanner.Text.AsSpan(frame.NameStart, frame.NameLength));
        else if (frame.Captures)
        {
            Take(frame.Tag, capture.Close());
            if (capture.IsCut)
                faults.Note($"<{Name(frame)}> is too long; its end was not read.");
        }
        else
            Leave(frame.Tag);
        depth--;
        baseAddress = frame.Base;
        names.Release(frame.Bindings);
    }

    /// <summary>Text right inside an element that usually has children: <c>&lt;author&gt;name&lt;/author&gt;</c>.</summary>
    private void LooseText(XmlToken token)
    {
        if (depth == 0)
        {
            if (!scanner.Value.Trim(" \t\n\uFEFF").IsEmpty)
                faults.Note(sawFeed ? "Text follows the end of the feed" : "Text stands before the feed", scanner.Text, scanner.Position);
            return;
        }
        if (frames[depth - 1].Tag is not (Tag.Author or Tag.ManagingEditor or Tag.Image or Tag.Source) || loose.Length > 10_000)
            return;
        if (token == XmlToken.CData)
            loose.Append(scanner.Value);
        else
            scanner.Entities.Decode(scanner.Value, loose, Escape.Nothing);
    }

    private string? TakeLoose()
    {
        var text = Repair.Characters(loose.Span.Trim(" \t\n\r").ToString());
        loose.Clear();
        return text.Length == 0 ? null : text;
    }
}
