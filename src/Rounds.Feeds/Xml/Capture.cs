using System.Text;
using Rounds.Feeds.Text;

namespace Rounds.Feeds.Xml;

internal enum ContentType { Text, Html, Xhtml, Base64, Other }

/// <summary>Collects the value of one element: its text, and, where markup may stand in it, its child elements written out again.</summary>
internal sealed class Capture
{
    private readonly StringBuilder text = new();
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

    public void AppendText(ReadOnlySpan<char> raw, Entities entities) => entities.Decode(raw, text, Escapes);

    public void AppendCData(ReadOnlySpan<char> raw)
    {
        if (Escapes)
            foreach (var c in raw)
                _ = c switch { '&' => text.Append("&amp;"), '<' => text.Append("&lt;"), '>' => text.Append("&gt;"), _ => text.Append(c) };
        else
            text.Append(raw);
    }

    /// <summary>In inline markup, text stays text; in escaped markup it is the markup.</summary>
    private bool Escapes => type == ContentType.Xhtml || (HasMarkup && type != ContentType.Base64);

    public void AppendStart(ReadOnlySpan<char> name, XmlAttributes attributes, Entities entities, bool isEmpty)
    {
        if (!MayHoldMarkup)
            return;
        HasMarkup = true;
        name = Local(name);
        text.Append('<').Append(name);
        for (var i = 0; i < attributes.Count; i++)
        {
            var attribute = attributes.Name(i);
            if (attribute.StartsWith("xmlns") && !(name is "svg" or "math" && attribute is "xmlns"))
                continue;
            text.Append(' ').Append(attribute).Append("=\"");
            var start = text.Length;
            entities.Decode(attributes.RawValue(i), text, escape: true);
            text.Replace("\"", "&quot;", start, text.Length - start).Append('"');
        }
        text.Append(IsVoid(name) ? " />" : ">");
        if (isEmpty && !IsVoid(name))
            text.Append("</").Append(name).Append('>');
    }

    public void AppendEnd(ReadOnlySpan<char> name)
    {
        name = Local(name);
        if (MayHoldMarkup && !IsVoid(name))
            text.Append("</").Append(name).Append('>');
    }

    /// <summary>The value, repaired and without white space around it.</summary>
    public string Close()
    {
        IsOpen = false;
        var (start, end) = (0, text.Length);
        while (start < end && IsSpace(text[start]))
            start++;
        while (end > start && IsSpace(text[end - 1]))
            end--;
        var value = text.ToString(start, end - start);
        if (text.Capacity > 1 << 20)
            text.Clear().Capacity = 4_096;
        return Repair.Characters(value);
    }

    private static bool IsSpace(char c) => c is ' ' or '\t' or '\n' or '\r';

    private static ReadOnlySpan<char> Local(ReadOnlySpan<char> name) => name[(name.IndexOf(':') + 1)..];

    private static bool IsVoid(ReadOnlySpan<char> name) => name is "br" or "img" or "hr" or "input" or "col" or "area" or "embed" or "link"
        or "meta" or "param" or "source" or "track" or "wbr" or "base";
}
