namespace Rounds.Extraction.Tests.Gates;

/// <summary>
/// HTML that tries to run a script, call it <c>pwned()</c>: the written ones of <c>Corpus/hostile-html.txt</c>, and every
/// combination of the ways in (handlers, addresses, raw text, foreign content, misnesting) with the ways to hide them.
/// </summary>
internal static class HostileFragments
{
    private const string Run = "pwned(1)";

    private static readonly string[] Elements =
    [
        "a", "abbr", "article", "audio", "b", "base", "blockquote", "body", "br", "button", "canvas", "center", "code", "custom-el", "dd", "del",
        "details", "dialog", "div", "embed", "fieldset", "figure", "font", "form", "frame", "frameset", "h1", "head", "hr", "html", "i", "iframe", "image", "img",
        "input", "isindex", "keygen", "label", "li", "link", "listing", "main", "marquee", "math", "menu", "meta", "meter", "nobr", "noembed", "noframes",
        "noscript", "object", "ol", "option", "p", "picture", "plaintext", "portal", "pre", "progress", "q", "ruby", "script", "select", "source", "span", "strong",
        "style", "summary", "svg", "table", "td", "template", "textarea", "th", "title", "tr", "track", "tt", "ul", "video", "wbr", "xmp", "xss", "slot",
    ];

    private static readonly string[] Handlers =
    [
        "onload", "onerror", "onclick", "onmouseover", "onfocus autofocus tabindex=1", "ontoggle open", "onanimationstart style=animation:x",
        "onbegin", "onpageshow", "onpointerenter", "oncontentvisibilityautostatechange style=content-visibility:auto", "onbeforetoggle popover",
        "onscrollend", "ontransitionend", "onfinish", "onstart", "onwheel", "onauxclick", "oncopy contenteditable", "onbeforematch hidden=until-found",
    ];

    // {0}: the payload. Blanks, quotes and case as parsers forgive them.
    private static readonly string[] AttributeForms =
    [
        "<{0} {1}={2}>x</{0}>", "<{0}/{1}={2}>x", "<{0}\n{1}\t=\f'{2}'>x</{0}>", "<{0} x=\"`'\"{1}=\"{2}\">x", "<{0}\0 {1}={2}>",
        "<{0} \"\"{1}={2}>x", "<{0} ' {1}={2} '>x", "<svg><{0} {1}={2}>", "<math><mi><{0} {1}={2}>", "<template><{0} {1}={2}></template>",
    ];

    private static readonly string[] AddressAttributes =
    [
        "<a href={0}>c</a>", "<area href={0}>", "<form action={0}><input type=submit></form>", "<form><button formaction={0}>c</button></form>",
        "<iframe src={0}></iframe>", "<embed src={0}>", "<object data={0}></object>", "<img src={0}>", "<input type=image src={0}>", "<body background={0}>",
        "<table background={0}>", "<base href={0}><a href=b>c</a>", "<link rel=stylesheet href={0}>", "<link rel=import href={0}>", "<script src={0}></script>",
        "<svg><a xlink:href={0}><text y=9>c</text></a></svg>", "<svg><use href={0}></svg>", "<svg><animate xlink:href=#a attributeName=href values={0} /><a id=a><text y=9>c</text></a></svg>",
        "<svg><set attributeName=href to={0} /></svg>", "<svg><script href={0}></script></svg>", "<math><a href={0}>c</a></math>", "<math xlink:href={0}>c</math>",
        "<video poster={0}></video>", "<video src={0}></video>", "<audio src={0}></audio>", "<source src={0}>", "<track src={0}>", "<meta http-equiv=refresh content='0;url={0}'>",
        "<blockquote cite={0}>c</blockquote>", "<q cite={0}>c</q>", "<del cite={0}>c</del>", "<isindex action={0}>", "<frame src={0}>", "<applet code={0}>", "<bgsound src={0}>",
        "<img srcset={0}>", "<img longdesc={0}>", "<img usemap={0}>", "<a ping={0} href=b>c</a>", "<p style=background:url({0})>", "<p style=\"-moz-binding:url({0})\">", "<style>@import '{0}'</style>",
        "<portal src={0}>", "<details ontoggle={0} open>", "<a href=b target={0}>c</a>", "<img dynsrc={0}>", "<img lowsrc={0}>", "<layer src={0}>", "<ilayer src={0}>", "<svg><image href={0}></svg>", "<iframe srcdoc={0}></iframe>",
    ];

    private static readonly string[] Addresses =
    [
        "javascript:pwned(1)", "JaVaScRiPt:pwned(1)", "&#106;avascript:pwned(1)", "&#x6a;avascript&colon;pwned(1)", "java&#9;script:pwned(1)", "java&Tab;script:pwned(1)",
        "java&NewLine;script:pwned(1)", "java&#13;script:pwned(1)", "&#1;javascript:pwned(1)", "&#32;javascript:pwned(1)", "&#x20;&#x09;javascript:pwned(1)", "'\u00a0javascript:pwned(1)'",
        "'javascript\u200b:pwned(1)'", "javascript&#0;:pwned(1)", "java&#0;script:pwned(1)", "'  javascript:pwned(1)'", "\"javascript:pwned('1')\"", "javascript://%0apwned(1)", "javascript://news.example/%0Apwned(1)",
        "javascript:%70wned(1)", "javascript:/*https://*/pwned(1)", "vbscript:pwned(1)", "livescript:pwned(1)", "mocha:pwned(1)", "data:text/html,<script>parent.pwned(1)</script>",
        "data:text/html;base64,PHNjcmlwdD5wd25lZCgxKTwvc2NyaXB0Pg==", "data:image/svg+xml,<svg/onload=pwned(1)>", "data:application/javascript,pwned(1)", "data:,pwned(1)", "feed:javascript:pwned(1)",
        "view-source:javascript:pwned(1)", "jar:javascript:pwned(1)", "blob:null/1", "filesystem:http://x/", "//javascript:pwned(1)", "https:javascript:pwned(1)", "mailto:a@b.example?x=\"onclick=pwned(1)",
        "'https://a.example/\"onmouseover=\"pwned(1)'", "https://a.example/`onclick=pwned(1)", "\"'><script>pwned(1)</script>\"", "&quot;&gt;&lt;script&gt;pwned(1)&lt;/script&gt;", "'ｊavascript:pwned(1)'", "javascript&colon;pwned&lpar;1&rpar;", "javascript&#58pwned(1)", "&#0000106&#0000097&#0000118&#0000097script:pwned(1)",
    ];

    // Containers whose inside is parsed by other rules, where a sanitizer and a browser part ways.
    private static readonly string[] Containers =
    [
        "svg", "math", "template", "noscript", "style", "script", "title", "textarea", "xmp", "iframe", "noembed", "noframes", "plaintext", "select", "option", "table", "caption", "colgroup",
        "form", "a", "p", "frameset", "mtext", "annotation-xml", "desc", "foreignObject", "mglyph", "malignmark", "ms", "svg><desc", "svg><title", "svg><foreignObject", "svg><style", "svg><script", "math><mtext",
        "math><annotation-xml encoding=text/html", "math><style", "math><mi><style", "svg><p><style", "math><mtext><table><mglyph><style", "form><math><mtext></form><form><mglyph><style", "select><template", "table><colgroup><template", "dialog", "button", "object", "applet", "marquee", "head", "body", "html", "listing", "pre", "details><summary",
    ];

    private static readonly string[] Insides =
    [
        "<img src=x onerror=pwned(1)>", "<!--</{0}><img src=x onerror=pwned(1)>-->", "<img title=\"</{0}><img src=x onerror=pwned(1)>\">", "<![CDATA[</{0}><img src=x onerror=pwned(1)>]]>",
        "<a title=\"--></{0}><img src=x onerror=pwned(1)>\">", "</{0}><svg onload=pwned(1)>", "<script>pwned(1)</script>", "&lt;/{0}&gt;&lt;img src=x onerror=pwned(1)&gt;", "<style><!--</style><img src=x onerror=pwned(1)>--></style>",
        "<math><mtext><table><mglyph><style><!--</style><img title=\"--&gt;&lt;img src=x onerror=pwned(1)&gt;\">", "<p id=\"</{0}><iframe onload=pwned(1)>\">", "<svg></p><style><a id=\"</style><img src=1 onerror=pwned(1)>\">",
        "<!-- --!><img src=x onerror=pwned(1)>", "<!--><img src=x onerror=pwned(1)>-->", "<!---><img src=x onerror=pwned(1)>-->", "<?xml ?><img src=x onerror=pwned(1)>", "<![if true]><img src=x onerror=pwned(1)>", "</ {0}><img src=x onerror=pwned(1)>",
        "<noscript><p title=\"</noscript><img src=x onerror=pwned(1)>\">", "<textarea><p title=\"</textarea><img src=x onerror=pwned(1)>\">", "<xmp><p title=\"</xmp><svg onload=pwned(1)>\">", "<b><p><table><b></p><img src=x onerror=pwned(1)>",
    ];

    public static IEnumerable<string> All()
    {
        foreach (var line in CorpusFile.Lines("hostile-html.txt")) yield return line.Replace("\\0", "\0").Replace("\\n", "\n");
        for (var e = 0; e < Elements.Length; e++)
            for (var h = 0; h < Handlers.Length; h++)
                yield return Put(AttributeForms[(e + h) % AttributeForms.Length], Elements[e], Handlers[h].Split(' ')[0], Run,
                    Handlers[h].IndexOf(' ') is var blank and > 0 ? Handlers[h][blank..] : "");
        foreach (var attribute in AddressAttributes)
            foreach (var address in Addresses) yield return attribute.Replace("{0}", address);
        foreach (var container in Containers)
            foreach (var inside in Insides)
            {
                var name = container[(container.LastIndexOf('<') + 1)..].Split(' ')[0];
                yield return $"<{container}>{inside.Replace("{0}", name)}</{name}>";
            }
    }

    private static string Put(string form, string element, string handler, string run, string more)
    {
        var fragment = form.Replace("{0}", element).Replace("{1}", handler).Replace("{2}", run);
        var end = fragment.LastIndexOf(run, StringComparison.Ordinal) + run.Length;
        // A quote closes before further attributes begin.
        if (more.Length > 0 && end < fragment.Length && fragment[end] is '"' or '\'') end++;
        return fragment.Insert(end, more);
    }
}
