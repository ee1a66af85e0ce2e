using Rounds.Extraction.Facts;
using Rounds.Extraction.Judging;
using Rounds.Extraction.Learning;
using Rounds.Extraction.Reading;
using Rounds.Extraction.Writing;

namespace Rounds.Extraction;

/// <summary>
/// A page in, its article out. Any input gives an answer, in time and memory linear in its size: broken markup, deep nesting, no body,
/// nothing at all. Reads only what it is given: no network, no clock, no state between calls; safe to call from many threads.
/// </summary>
public static class ArticleExtractor
{
    /// <param name="html">The page's markup.</param>
    /// <param name="url">Where it came from, after redirects; relative addresses stay unresolved (and are dropped) without it.</param>
    public static Article Extract(string html, Uri? url)
    {
        ArgumentNullException.ThrowIfNull(html);
        return Extract(html, url, Models.Shipped);
    }

    /// <summary>With models other than the shipped ones, for training and for telling what they are worth.</summary>
    internal static Article Extract(string html, Uri? url, Models models)
    {
        var context = new PageContext(Page.Read(html, url));
        return Describe(context, BlockJudge.Choose(context, models), models);
    }

    /// <param name="bytes">The body as received. Its encoding is taken from the byte order mark, the header, the page, or guessed, in that order.</param>
    /// <param name="contentType">The Content-Type header, or null.</param>
    /// <param name="url">Where it came from, after redirects.</param>
    public static Article Extract(ReadOnlySpan<byte> bytes, string? contentType, Uri? url) => Extract(Charset.Decode(bytes, contentType), url);

    private static Article Describe(PageContext context, List<Outline.Block> blocks, Models models)
    {
        var page = context.Page;
        var declared = DeclaredText.Instead(page, blocks.Sum(block => block.Words));
        var text = declared is null ? ArticleText.Write(blocks) : string.Join('\n', declared);
        var site = SiteNames.Find(page);
        var images = Images.Find(page, blocks);
        var language = Languages.Find(page, text);
        var facts = new FactContext(context, blocks, site);
        var (published, modified) = Dating.Choose(facts, models.Date);
        return new()
        {
            Title = Titling.Choose(facts, models.Title),
            Byline = Bylines.Choose(facts, models.Author),
            SiteName = site,
            Published = published,
            Modified = modified,
            LeadImage = images.Count > 0 ? images[0] : null,
            Images = images,
            Excerpt = ArticleText.Excerpt(blocks, page.Metadata.First("description", "og:description")),
            Text = text,
            Html = declared is null ? ArticleHtml.Write(page, blocks) : ArticleHtml.WriteLines(declared),
            Language = language,
            Direction = Languages.Direction(page, language),
            Canonical = page.Resolve(page.Metadata.Canonical) ?? page.Resolve(page.Metadata.First("og:url")),
            Embeds = Embeds.Find(page, blocks),
            Kind = KindJudge.Judge(context, models.Kinds),
            Evidence = EvidenceReader.Find(page, text),
            Access = AccessReader.Find(page, Outline.TextShape.Of(text).Words),
        };
    }
}
