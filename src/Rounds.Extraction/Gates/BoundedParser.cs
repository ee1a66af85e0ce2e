using AngleSharp;
using AngleSharp.Dom;
using AngleSharp.Html.Parser;

namespace Rounds.Extraction.Gates;

/// <summary>
/// AngleSharp's parser, kept linear. HTML's tree construction looks through the stack of open elements at every tag (quadratic in
/// the depth) and reopens formatting elements in every paragraph (5,000 unclosed fonts in 70 KB make 12 million elements and a
/// minute). Depth and number are watched while parsing; a page that passes a bound is flattened by <see cref="TagBalancer"/> and
/// parsed once more.
/// </summary>
internal static class BoundedParser
{
    // Without the observers that act on attributes while parsing: theirs begins to load <link rel=import> and throws on its address.
    private static readonly IConfiguration Inert = Configuration.Default.Without<IAttributeObserver>();

    // Chromium itself stops nesting at 512.
    private const int Deepest = 400;

    /// <summary>False when the page passes the bounds even flattened.</summary>
    public static bool TryParse(string html, out INode body)
    {
        if (TryParseOnce(html, out body)) return true;
        return TryParseOnce(TagBalancer.Flatten(html), out body);
    }

    private static bool TryParseOnce(string html, out INode body)
    {
        body = null!;
        var watch = new Watch(MostElements(html));
        // Without scripting, noscript's content is parsed as markup, as feeds and mail readers do; the walk drops it.
        var parser = new HtmlParser(new HtmlParserOptions { IsScripting = false, OnCreated = watch.Saw }, BrowsingContext.New(Inert));
        try
        {
            // Parsed as the inner HTML of a body: head, html and body tags in the fragment then mean nothing.
            var context = parser.ParseDocument("<!doctype html><body>").Body!;
            var nodes = parser.ParseFragment(html, context);
            body = nodes.Length > 0 ? nodes[0].Parent! : context;
            return true;
        }
        catch (TooMuch)
        {
            return false;
        }
    }

    /// <summary>Each tag makes one element, tables a few more; reopened formatting is what can make many of one.</summary>
    private static int MostElements(string html) => 1000 + 8 * html.AsSpan().Count('<');

    private sealed class TooMuch : Exception;

    private sealed class Watch(int most)
    {
        private int seen;
        private IElement? last;

        public void Saw(IElement element, AngleSharp.Text.TextPosition position)
        {
            if (++seen > most) throw new TooMuch();
            // An element hangs in the tree only after it was announced, so the one before is measured.
            var depth = 0;
            for (INode? at = last; at is not null; at = at.Parent)
                if (++depth > Deepest) throw new TooMuch();
            last = element;
        }
    }
}
