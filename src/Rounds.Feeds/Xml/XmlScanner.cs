using System.Buffers;

namespace Rounds.Feeds.Xml;

internal enum XmlToken { Finished, Start, End, Text, CData }

/// <summary>Cuts a document into tags and text, in one pass and without ever giving up: what XML forbids is read as a browser or an
/// old newsreader would, and noted as a fault. Positions are into <see cref="Text"/>; nothing is copied until it is asked for.</summary>
internal sealed class XmlScanner(string text, FaultLog faults)
{
    private static readonly SearchValues<char> EndsName = SearchValues.Create(" \t\n\r/><=\"");

    private int position;
    private bool noMoreComments, noMoreCData, noMoreInstructions; // a search that failed once is not repeated: it would make the pass quadratic

    public string Text { get; } = text;

    public Entities Entities { get; } = new();

    public XmlAttributes Attributes { get; } = new(text);

    /// <summary>The whole DOCTYPE: old RSS names its version there.</summary>
    public string? Doctype { get; private set; }

    public int Position => position;

    public int NameStart { get; private set; }

    public int NameLength { get; private set; }

    public ReadOnlySpan<char> Name => Text.AsSpan(NameStart, NameLength);

    public bool IsEmptyElement { get; private set; }

    /// <summary>The raw text, or the inside of a CDATA section.</summary>
    public ReadOnlySpan<char> Value => Text.AsSpan(valueStart, valueLength);

    private int valueStart, valueLength;

    public XmlToken Read()
    {
        while (position < Text.Length)
        {
            if (Text[position] != '<')
                return ReadText();
            var next = Peek(1);
            switch (next)
            {
                case '/' when IsNameStart(Peek(2)):
                    ReadEndTag();
                    return XmlToken.End;
                case '!':
                    if (ReadDeclaration())
                        return XmlToken.CData;
                    continue;
                case '?':
                    SkipInstruction();
                    continue;
                default:
                    if (!IsNameStart(next))
                        return ReadText();
                    ReadStartTag();
                    return XmlToken.Start;
            }
        }
        return XmlToken.Finished;
    }

    /// <summary>Goes on before the next <paramref name="mark"/>, which a web page's scripts end with; to the end where there is none.</summary>
    public void SkipBefore(string mark)
    {
        var found = Text.AsSpan(position).IndexOf(mark, StringComparison.OrdinalIgnoreCase);
        position = found < 0 ? Text.Length : position + found;
    }

    private char Peek(int ahead) => position + ahead < Text.Length ? Text[position + ahead] : '\0';

    private static bool IsNameStart(char c) => char.IsAsciiLetter(c) || c is '_' or ':' || c >= 0xC0;

    private XmlToken ReadText()
    {
        if (Text[position] == '<')
            Note("A '<' stands where text should be", position);
        valueStart = position;
        var length = Text.AsSpan(position + 1).IndexOf('<');
        position = length < 0 ? Text.Length : position + 1 + length;
        valueLength = position - valueStart;
        return XmlToken.Text;
    }

    private void ReadEndTag()
    {
        NameStart = position + 2;
        NameLength = LengthOfName(NameStart);
        position = NameStart + NameLength;
        var close = Text.AsSpan(position).IndexOfAny('>', '<');
        if (close < 0)
        {
            Note("The document ends inside a tag", position);
            position = Text.Length;
        }
        else
            position += Text[position + close] == '>' ? close + 1 : close;
    }

    private int LengthOfName(int start)
    {
        var length = Text.AsSpan(start).IndexOfAny(EndsName);
        return length < 0 ? Text.Length - start : length;
    }

    private void ReadStartTag()
    {
        NameStart = position + 1;
        NameLength = LengthOfName(NameStart);
        position = NameStart + NameLength;
        IsEmptyElement = false;
        Attributes.Clear();
        while (position < Text.Length)
        {
            var c = Text[position];
            if (c == '>')
            {
                position++;
                return;
            }
            if (c == '<')
            {
                Note("A tag is not closed", position);
                return;
            }
            if (c == '/' && Peek(1) == '>')
            {
                IsEmptyElement = true;
                position += 2;
                return;
            }
            if (c is ' ' or '\t' or '\n' or '\r' or '/' or '=' or '"' or '\'')
                position++;
            else
                ReadAttribute();
        }
        Note("The document ends inside a tag", position);
    }

    private void ReadAttribute()
    {
        var name = position;
        var nameLength = LengthOfName(name);
        position = SkipSpace(name + nameLength);
        if (position >= Text.Length || Text[position] != '=')
        {
            Note("An attribute has no value", name);
            Attributes.Add(name, nameLength, name, 0);
            return;
        }
        position = SkipSpace(position + 1);
        if (position >= Text.Length)
            return;
        if (Text[position] is '"' or '\'')
        {
            var end = EndOfQuoted(position + 1, Text[position]);
            Attributes.Add(name, nameLength, position + 1, end - position - 1);
            position = end < Text.Length && Text[end] == Text[position] ? end + 1 : end;
            return;
        }
        Note("An attribute's value has no quotation marks", name);
        var length = Text.AsSpan(position).IndexOfAny(" \t\n\r><");
        if (length < 0)
            length = Text.Length - position;
        Attributes.Add(name, nameLength, position, length);
        position += length;
    }

    /// <summary>An attribute that runs into an end tag has lost its closing quotation mark: it ends with its own tag.</summary>
    private int EndOfQuoted(int start, char quote)
    {
        var at = start;
        while (true)
        {
            var found = Text.AsSpan(at).IndexOfAny(quote, '<');
            if (found < 0)
            {
                at = Text.Length;
                break;
            }
            at += found;
            if (Text[at] == quote)
                return at;
            Note("An attribute's value holds a '<'", at);
            if (at + 1 < Text.Length && Text[at + 1] == '/')
                break;
            at++;
        }
        Note("An attribute's value is not closed", start);
        var close = Text.AsSpan(start, at - start).IndexOf('>');
        return close < 0 ? at : start + close;
    }

    private int SkipSpace(int at)
    {
        while (at < Text.Length && Text[at] is ' ' or '\t' or '\n' or '\r')
            at++;
        return at;
    }

    /// <summary>A comment, a CDATA section (then true), a DOCTYPE, or something that only looks like them.</summary>
    private bool ReadDeclaration()
    {
        var rest = Text.AsSpan(position);
        if (rest.StartsWith("<!--"))
            SkipTo("-->", 4, ref noMoreComments, "A comment");
        else if (rest.StartsWith("<![CDATA[", StringComparison.OrdinalIgnoreCase))
            return ReadCData();
        else if (rest.StartsWith("<!DOCTYPE", StringComparison.OrdinalIgnoreCase))
        {
            var end = DoctypeScanner.Read(Text, position, Entities);
            Doctype ??= Text[position..Math.Min(end, position + 500)];
            position = end;
        }
        else
            SkipTag();
        return false;
    }

    private bool ReadCData()
    {
        valueStart = position + 9;
        var length = noMoreCData ? -1 : Text.AsSpan(valueStart).IndexOf("]]>");
        if (length >= 0)
        {
            valueLength = length;
            position = valueStart + length + 3;
            return true;
        }
        // Never closed: what follows is read as if the section had not been opened.
        if (!noMoreCData)
            Note("A CDATA section is not closed", position);
        noMoreCData = true;
        position = valueStart;
        return false;
    }

    private void SkipInstruction()
    {
        SkipTo("?>", 2, ref noMoreInstructions, "A processing instruction");
    }

    private void SkipTo(string mark, int ahead, ref bool noMore, string what)
    {
        var from = Math.Min(position + ahead, Text.Length);
        var found = noMore ? -1 : Text.AsSpan(from).IndexOf(mark);
        if (found >= 0)
        {
            position = from + found + mark.Length;
            return;
        }
        noMore = true;
        Note(what + " is not closed", position);
        SkipTag();
    }

    private void SkipTag()
    {
        var close = Text.AsSpan(position).IndexOf('>');
        position = close < 0 ? Text.Length : position + close + 1;
    }

    private void Note(string fault, int at) => faults.Note(fault, Text, at);
}
