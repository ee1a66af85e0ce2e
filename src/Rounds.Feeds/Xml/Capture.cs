using Rounds.Feeds.Text;

namespace Rounds.Feeds.Xml;

internal enum ContentType { Text, Html, Xhtml, Base64, Other }

/// <summary>Collects the value of one element: its text, and, where markup may stand in it, its child elements written out again.</summary>
internal sealed class Capture
{
    // Longer than any text a feed carries; escaping may make five characters of one.
    private const int LongestValue = 10_000_000;

    private readonly TextBuffer text = new();
    private ContentType type;

    public bool IsOpen { get; private set; }

    public Tag Tag { get; private set; }

    /// <summary>Markup may stand in the value; otherwise child elements are passed over and only their text counts.</summary>
    public bool MayHoldMarkup { get; private set; }

    /// <summary>What the element says of itself (<c>type</c>, <c>mode</c>), or its format's default.</summary>
    public ContentType Type => type;

    /// <summary>Child elements were met: the value is markup, whatever its type said.</summary>
    public bool HasMarkup { get; private set; }

    public void Open(Tag tag, bool mayHoldMarkup, ContentType type)
    {
        (Tag, MayHoldMarkup, this.type) = (tag, mayHoldMarkup, type);
        IsOpen = true;
        HasMarkup = false;
        text.Clear();
    }

    /// <summary>The value was too long and has lost its end.</summary>
    public bool IsCut { get; private set; }

    public void AppendText(ReadOnlySpan<char> raw, Entities entities) => entities.Decode(Cut(raw), text, Escapes ? Escape.Text : Escape.Nothing);

    public void AppendCData(ReadOnlySpan<char> raw)
    {
        raw = Cut(raw);
        if (Escapes)
            text.AppendEscaped(raw);
        else
            text.Append(raw);
    }

    private ReadOnlySpan<char> Cut(ReadOnlySpan<char> raw)
    {
        var room = Math.Max(0, LongestValue - text.Length);
        IsCut |= raw.Length > room;
        return raw.Length > room ? raw[..room] : raw;
    }

    /// <summary>In inline markup, text stays text; in escaped markup it is the markup.</summary>
    private bool Escapes => type == ContentType.Xhtml || (HasMarkup && type != ContentType.Base64);

    public void AppendStart(ReadOnlySpan<char> name, XmlAttributes attributes, Entities entities, bool isEmpty)
    {
        if (!MayHoldMarkup || Cut(name).IsEmpty)
            return;
        HasMarkup = true;
        name = Local(name);
        text.Append('<');
        text.Append(name);
        for (var i = 0; i < attributes.Count; i++)
        {
            var attribute = attributes.Name(i);
            if (attribute.StartsWith("xmlns") && !(name is "svg" or "math" && attribute is "xmlns"))
                continue;
            text.Append(' ');
            text.Append(attribute);
            text.Append("=\"");
            entities.Decode(attributes.RawValue(i), text, Escape.Attribute);
            text.Append('"');
        }
        text.Append(IsVoid(name) ? " />" : ">");
        if (isEmpty && !IsVoid(name))
            AppendEnd(name);
    }

    public void AppendEnd(ReadOnlySpan<char> name)
    {
        name = Local(name);
        if (!MayHoldMarkup || name.IsEmpty || IsVoid(name))
            return;
        text.Append("</");
        text.Append(name);
        text.Append('>');
    }

    /// <summary>The value, repaired and without white space around it.</summary>
    public string Close()
    {
        IsOpen = false;
        return Repair.Characters(text.Span.Trim(" \t\n\r").ToString());
    }

    private static ReadOnlySpan<char> Local(ReadOnlySpan<char> name) => name[(name.IndexOf(':') + 1)..];

    public static bool IsVoid(ReadOnlySpan<char> name) => name is "br" or "img" or "hr" or "input" or "col" or "area" or "embed" or "link"
        or "meta" or "param" or "source" or "track" or "wbr" or "base";
}
