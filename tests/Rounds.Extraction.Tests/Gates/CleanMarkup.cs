using AngleSharp.Dom;
using AngleSharp.Html.Parser;
using Rounds.Extraction.Gates;

namespace Rounds.Extraction.Tests.Gates;

/// <summary>
/// What clean means, said a second time and in other words than the sanitizer's own tables: so that a slip in one is seen by the other.
/// </summary>
internal static class CleanMarkup
{
    private static readonly HashSet<string> Elements =
    [
        .. "p br hr wbr div span section article aside header footer address h1 h2 h3 h4 h5 h6 hgroup blockquote q cite pre code kbd samp var em strong b i u s del ins mark small sub sup abbr dfn time data bdi bdo ruby rb rt rtc rp ul ol li dl dt dd figure figcaption img a details summary table caption colgroup col thead tbody tfoot tr td th center font".Split(' '),
    ];

    private static readonly HashSet<string> Attributes =
    [
        .. "dir lang title id href hreflang name rel src alt width height loading cite datetime value open class start reversed type summary span align valign colspan rowspan headers abbr scope style color size face bgcolor border cellpadding cellspacing role nowrap hspace vspace".Split(' '),
    ];

    private static readonly HashSet<string> CommentElements = [.. "p br a em strong blockquote code pre ul ol li".Split(' ')];

    public static void Check(string html, Uri baseUrl, SanitizerProfile profile)
    {
        var clean = HtmlSanitizer.Sanitize(html, baseUrl, profile);
        if (clean != HtmlSanitizer.Sanitize(clean, baseUrl, profile)) Fail("changes when sanitized again", html, clean);
        var parser = new HtmlParser(new HtmlParserOptions { IsScripting = true });
        var body = parser.ParseDocument("<!doctype html><body>" + clean).Body!;
        if (body.ParentElement!.ChildElementCount != 2) Fail("breaks out of the body", html, clean);
        foreach (var node in body.GetDescendants())
        {
            if (node is IComment) Fail("has a comment", html, clean);
            if (node is not IElement element) continue;
            var allowed = profile == SanitizerProfile.Comment ? CommentElements : Elements;
            if (!allowed.Contains(element.LocalName) || element.NamespaceUri != NamespaceNames.HtmlUri) Fail("has <" + element.LocalName, html, clean);
            foreach (var attribute in element.Attributes)
            {
                if (!Attributes.Contains(attribute.LocalName)) Fail("has " + attribute.LocalName, html, clean);
                CheckValue(attribute, element, html, clean);
            }
        }
    }

    private static void CheckValue(IAttr attribute, IElement element, string html, string clean)
    {
        var value = attribute.Value;
        var good = attribute.LocalName switch
        {
            "href" => value.StartsWith("https://") || value.StartsWith("http://") || value.StartsWith("mailto:") || value.StartsWith("#user-content-"),
            "src" => value.StartsWith("https://") && element.GetAttribute("loading") == "lazy",
            "cite" => value.StartsWith("https://") || value.StartsWith("http://"),
            "id" or "name" => value.StartsWith("user-content-"),
            "style" => !value.Contains("url", StringComparison.OrdinalIgnoreCase) && value.IndexOfAny(['\\', '{', '<', '@']) < 0 && !value.Contains("position"),
            "class" => value.StartsWith("lang"),
            "rel" => value == "nofollow ugc noopener",
            _ => true,
        };
        if (!good) Fail($"has {attribute.LocalName}=\"{value}\"", html, clean);
        if (attribute.LocalName == "href" && element.GetAttribute("rel") != "nofollow ugc noopener") Fail("has a link without rel", html, clean);
    }

    private static void Fail(string what, string html, string clean) =>
        Assert.Fail($"The output {what}.\nInput:  {html.Replace("\0", "\\0")}\nOutput: {clean}");
}
