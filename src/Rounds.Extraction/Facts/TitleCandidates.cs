using Rounds.Extraction.Outline;
using Rounds.Extraction.Reading;

namespace Rounds.Extraction.Facts;

internal enum TitleSource : byte { FirstHeading, LaterFirstHeading, SecondHeading, OtherHeading, OpenGraph, OpenGraphPart, Twitter, LinkedData, Microdata, Element, ElementPart, Citation, Classed }

/// <summary>A text that may be the headline, with every place that says so.</summary>
internal sealed class TitleCandidate(string text)
{
    public string Text { get; } = text;
    public int Sources { get; set; }
    public Branch? Heading { get; set; }
    public bool Says(TitleSource source) => (Sources & (1 << (int)source)) != 0;
}

internal sealed class TitleCandidates
{
    private const int MostHeadings = 40;
    private const int LongestTitle = 400;
    private readonly Dictionary<string, TitleCandidate> _byText = new(StringComparer.Ordinal);

    public List<TitleCandidate> All { get; } = [];

    public static TitleCandidates Of(Page page)
    {
        var candidates = new TitleCandidates();
        candidates.AddHeadings(page.Outline);
        var meta = page.Metadata;
        candidates.AddWithParts(meta.First("og:title"), TitleSource.OpenGraph, TitleSource.OpenGraphPart);
        candidates.Add(meta.First("twitter:title"), TitleSource.Twitter);
        candidates.Add(meta.First("citation_title", "dc.title", "dcterms.title", "parsely-title", "sailthru.title", "cXenseParse:title"), TitleSource.Citation);
        foreach (var thing in page.Data.Things)
        {
            if (thing.Depth > 1) continue;
            if (LinkedTypes.IsArticle(thing.Type) || LinkedTypes.IsThread(thing.Type))
            {
                candidates.Add(page.Data.String(thing.Json, "headline"), TitleSource.LinkedData);
                candidates.Add(page.Data.String(thing.Json, "name"), TitleSource.LinkedData);
            }
            else if (thing.Type is "Product" or "Recipe" or "WebPage" or "CollectionPage" or "ItemPage" or "HowTo" or "Course" or "VideoObject") candidates.Add(page.Data.String(thing.Json, "name"), TitleSource.LinkedData);
        }
        candidates.AddWithParts(meta.Title, TitleSource.Element, TitleSource.ElementPart);
        return candidates;
    }

    private void AddHeadings(PageOutline outline)
    {
        int firsts = 0, seconds = 0, others = 0, classed = 0;
        foreach (var branch in outline.Branches)
        {
            if (branch.Property is "headline" or "name") Add(outline.TextOf(branch, 60), TitleSource.Microdata, branch);
            if (branch.Tag == Tag.H1 && firsts < MostHeadings)
            {
                if (outline.TextOf(branch, 80) is not { Length: > 0 } text) continue;
                Add(text, firsts++ == 0 ? TitleSource.FirstHeading : TitleSource.LaterFirstHeading, branch);
            }
            else if (branch.Tag == Tag.H2 && seconds < 4) { seconds++; Add(outline.TextOf(branch, 60), TitleSource.SecondHeading, branch); }
            else if (branch.Tag is Tag.H3 or Tag.H4 && others < 2) { others++; Add(outline.TextOf(branch, 60), TitleSource.OtherHeading, branch); }
            else if ((branch.Hints & Hint.Title) != 0 && !Tags.IsHeading(branch.Tag) && branch.Words is > 1 and < 40 && classed < 4) { classed++; Add(outline.TextOf(branch, 40), TitleSource.Classed, branch); }
        }
    }

    /// <summary>A page's title often carries the site's name on one side of a mark: each way of cutting it is a candidate.</summary>
    private void AddWithParts(string? value, TitleSource whole, TitleSource part)
    {
        if (value is null) return;
        value = Entities.Decode(value);
        Add(value, whole);
        foreach (var cut in TitleParts.Of(value)) Add(cut, part);
    }

    private void Add(string? value, TitleSource source, Branch? heading = null)
    {
        if (string.IsNullOrWhiteSpace(value)) return;
        var text = Entities.Decode(value).TrimEnd('¶', '#', '§').Trim();
        if (text.Length is 0 or > LongestTitle) return;
        if (!_byText.TryGetValue(text, out var candidate))
        {
            if (All.Count >= 100) return;
            _byText[text] = candidate = new(text);
            All.Add(candidate);
        }
        candidate.Sources |= 1 << (int)source;
        if (heading is not null && (candidate.Heading is null || (heading.Tag == Tag.H1 && candidate.Heading.Tag != Tag.H1))) candidate.Heading = heading;
    }
}
