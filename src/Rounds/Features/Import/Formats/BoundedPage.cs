using AngleSharp.Dom;
using AngleSharp.Html.Dom;
using AngleSharp.Html.Parser;

namespace Rounds.Features.Import.Formats;

/// <summary>
/// Parses a saved page with bounds on depth and number of elements: a page made to nest without end would otherwise take
/// the process down with it.
/// </summary>
internal static class BoundedPage
{
    // Chromium itself stops nesting at 512.
    private const int Deepest = 400;

    /// <summary>Null when the page passes a bound.</summary>
    public static IHtmlDocument? Parse(string html)
    {
        var watch = new Watch(1000 + 8 * html.AsSpan().Count('<'));
        try
        {
            return new HtmlParser(new HtmlParserOptions { IsScripting = false, OnCreated = watch.Saw }).ParseDocument(html);
        }
        catch (PassedBound)
        {
            return null;
        }
    }

    private sealed class PassedBound : Exception;

    private sealed class Watch(int most)
    {
        private int _seen;
        private IElement? _last;

        public void Saw(IElement element, AngleSharp.Text.TextPosition position)
        {
            if (++_seen > most)
            {
                throw new PassedBound();
            }

            // An element hangs in the tree only after it was announced, so the one before is measured.
            var depth = 0;
            for (INode? at = _last; at is not null; at = at.Parent)
            {
                if (++depth > Deepest)
                {
                    throw new PassedBound();
                }
            }

            _last = element;
        }
    }
}
