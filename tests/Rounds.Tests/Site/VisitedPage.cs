using System.Net;
using System.Text;
using AngleSharp.Dom;
using AngleSharp.Html.Dom;
using AngleSharp.Html.Parser;

namespace Rounds.Tests;

/// <summary>An answer of the site, after redirects.</summary>
public sealed class VisitedPage
{
    private readonly Lazy<IHtmlDocument> _html;
    private readonly Lazy<string> _text;

    public VisitedPage(HttpResponseMessage response, string source)
    {
        Response = response;
        Source = source;
        _html = new(() => new HtmlParser().ParseDocument(IsHtml ? source : ""));
        _text = new(() => IsHtml ? WordsOf(Html.Body!) : source);
    }

    public HttpResponseMessage Response { get; }

    public HttpStatusCode Status => Response.StatusCode;

    /// <summary>Path and query of the page that came in the end.</summary>
    public string Path => Address.PathAndQuery;

    public Uri Address => Response.RequestMessage!.RequestUri!;

    /// <summary>The body as it came, with its markup.</summary>
    public string Source { get; }

    /// <summary>The parsed page; empty when the answer is not HTML.</summary>
    public IHtmlDocument Html => _html.Value;

    /// <summary>What a reader sees, white space folded into single spaces; the body as it came when the answer is not HTML.</summary>
    public string Text => _text.Value;

    private bool IsHtml => Response.Content.Headers.ContentType?.MediaType is "text/html" or "application/xhtml+xml";

    /// <summary>The first element that a selector finds; fails with the page's text when there is none.</summary>
    public IElement Find(string selector) =>
        Html.QuerySelector(selector) ?? throw new Xunit.Sdk.XunitException($"{Path} ({(int)Status}) has no {selector}. It says: {Text}");

    /// <summary>The page's text where a selector points, white space folded.</summary>
    public string TextOf(string selector) => WordsOf(Find(selector));

    private static string WordsOf(INode node)
    {
        var words = new StringBuilder();
        Collect(node, words);
        return string.Join(' ', words.ToString().Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));
    }

    private static void Collect(INode node, StringBuilder words)
    {
        foreach (var child in node.ChildNodes)
        {
            if (child is IText text)
            {
                words.Append(text.Data);
            }
            else if (child is IElement element && element.LocalName is not ("script" or "style" or "template"))
            {
                // What stands in blocks of its own is not one word with its neighbour.
                var isInline = element.LocalName is "a" or "b" or "i" or "em" or "strong" or "span" or "abbr" or "time" or "cite" or "mark" or "small" or "sup" or "sub" or "q" or "code" or "wbr";
                words.Append(isInline ? "" : " ");
                Collect(element, words);
                words.Append(isInline ? "" : " ");
            }
        }
    }
}
