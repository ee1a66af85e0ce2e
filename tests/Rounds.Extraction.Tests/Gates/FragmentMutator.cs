namespace Rounds.Extraction.Tests.Gates;

/// <summary>
/// Makes new hostile fragments of old ones: splices two, repeats, deletes, swaps and nests tags, breaks quotes and comments, turns
/// characters into references. The same seed gives the same fragments, so that what it finds can be found again.
/// </summary>
internal sealed class FragmentMutator(int seed)
{
    private static readonly string[] Pieces =
    [
        "<svg>", "</svg>", "<math>", "</math>", "<style>", "</style>", "<!--", "-->", "--!>", "<![CDATA[", "]]>", "<template>", "</template>", "<table>", "</table>", "<tr><td>", "<select>",
        "</select>", "<p>", "</p>", "<a>", "</a>", "<b>", "<i>", "<form>", "</form>", "<noscript>", "</noscript>", "<textarea>", "</textarea>", "<title>", "</title>", "<xmp>", "<plaintext>",
        "<foreignObject>", "<desc>", "<mtext>", "<mglyph>", "<annotation-xml encoding=\"text/html\">", "<iframe srcdoc=\"", "\"", "'", "`", ">", "<", "/", "=", "&lt;", "&gt;", "&quot;", "&#39;", "&#0;", "\0", "\n", "\f",
        " onerror=pwned(1) ", " onload=pwned(1) ", " onfocus=pwned(1) autofocus ", "<img src=x onerror=pwned(1)>", "<script>pwned(1)</script>", "javascript:pwned(1)", " href=javascript:pwned(1) ", " id=\"", " title=\"",
        "<br>", "</br>", "<h1>", "<li>", "<dd>", "<font>", "<nobr>", "<button>", "<option>", "<frameset>", "<col>", "<caption>", "<ruby><rt>", "<details open ontoggle=pwned(1)>", "<object>", "<marquee>", "<applet>",
        "<pre>\n", "<listing>\n", "<image ", "<isindex ", "</p", "<//", "<?", "<!", "&", "&amp", "\u00a0", "\u2028", "\ufeff", "\ud800",
    ];

    private readonly Random random = new(seed);

    public string Next(IReadOnlyList<string> from)
    {
        var fragment = from[random.Next(from.Count)];
        for (var change = 1 + random.Next(4); change > 0; change--)
        {
            var at = random.Next(fragment.Length + 1);
            fragment = random.Next(8) switch
            {
                0 => fragment.Insert(at, Pieces[random.Next(Pieces.Length)]),
                1 => fragment.Insert(at, Pieces[random.Next(Pieces.Length)] + Pieces[random.Next(Pieces.Length)]),
                2 => fragment.Remove(at, Math.Min(fragment.Length - at, 1 + random.Next(6))),
                3 => fragment[..at] + from[random.Next(from.Count)],
                4 => fragment.Insert(at, from[random.Next(from.Count)]),
                5 => Pieces[random.Next(Pieces.Length)] + fragment + Pieces[random.Next(Pieces.Length)],
                6 when at < fragment.Length => fragment[..at] + $"&#{(int)fragment[at]};" + fragment[(at + 1)..],
                _ when at < fragment.Length => fragment[..at] + char.ToUpperInvariant(fragment[at]) + fragment[(at + 1)..],
                _ => fragment + fragment,
            };
        }
        return fragment.Length > 4000 ? fragment[..4000] : fragment;
    }
}
