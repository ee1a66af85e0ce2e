namespace Rounds.Feeds.Xml;

/// <summary>Reads a DOCTYPE only for the entities its internal subset declares as plain text. External ones and parameter entities are
/// passed over: nothing outside the document is ever looked at.</summary>
internal static class DoctypeScanner
{
    /// <summary>The position after the DOCTYPE that starts at <paramref name="start"/>.</summary>
    public static int Read(string text, int start, Entities entities)
    {
        var at = start + "<!DOCTYPE".Length;
        var inside = false;
        while (at < text.Length)
        {
            var c = text[at];
            if (c is '"' or '\'')
            {
                // A quotation mark that is never closed must not swallow the feed.
                var close = text.AsSpan(at + 1).IndexOfAny(c, '<');
                at = close >= 0 && text[at + 1 + close] == c ? at + close + 2 : at + 1;
            }
            else if (c == '[')
                (inside, at) = (true, at + 1);
            else if (c == ']')
                (inside, at) = (false, at + 1);
            else if (c == '>' && !inside)
                return at + 1;
            else if (c == '<' && inside)
                at = Declaration(text, at, entities);
            else if (c == '<')
                return at;
            else
                at++;
        }
        return at;
    }

    private static int Declaration(string text, int at, Entities entities)
    {
        var rest = text.AsSpan(at);
        if (rest.StartsWith("<!--"))
        {
            var close = rest.IndexOf("-->");
            return close < 0 ? text.Length : at + close + 3;
        }
        if (!rest.StartsWith("<!") && !rest.StartsWith("<?"))
            return at + 1;
        var end = EndOfDeclaration(text, at + 2);
        if (rest.StartsWith("<!ENTITY"))
            Declare(text.AsSpan(at + 8, Math.Max(0, end - at - 9)), entities);
        return end;
    }

    private static int EndOfDeclaration(string text, int at)
    {
        var quote = '\0';
        for (; at < text.Length; at++)
        {
            var c = text[at];
            if (quote != '\0')
                quote = c == quote ? '\0' : quote;
            else if (c is '"' or '\'')
                quote = c;
            else if (c == '>')
                return at + 1;
        }
        return at;
    }

    private static void Declare(ReadOnlySpan<char> declaration, Entities entities)
    {
        declaration = declaration.Trim();
        var space = declaration.IndexOfAny(" \t\r\n");
        if (space <= 0 || declaration[0] == '%')
            return;
        var name = declaration[..space];
        var value = declaration[space..].Trim();
        if (value.Length >= 2 && value[0] is '"' or '\'' && value[1..].IndexOf(value[0]) is >= 0 and var close)
            entities.Declare(name.ToString(), value.Slice(1, close).ToString());
    }
}
