using Rounds.Extraction.Dates;
using Rounds.Extraction.Outline;
using Rounds.Extraction.Reading;

namespace Rounds.Extraction.Facts;

internal enum DateSource : byte
{
    LinkedPublished, LinkedCreated, LinkedModified, LinkedUploaded, LinkedOther, MetaPublished, MetaOther, MetaModified, PropertyPublished, PropertyModified,
    TimeElement, TimeAttributePublished, Url, ClassedText, Labelled, LabelledModified, Text, LinkedPage,
}

internal sealed class DateCandidate(DateTime day)
{
    /// <summary>In the page's own time.</summary>
    public DateTime Day { get; } = day;
    public PageDate Best { get; set; } = new(new DateTimeOffset(day, TimeSpan.Zero), false);
    public int Sources { get; set; }
    public int Count { get; set; }
    public Block? At { get; set; }
    public bool IsShortYear { get; set; }
    public bool Says(DateSource source) => (Sources & (1 << (int)source)) != 0;
}

/// <summary>Every day the page names that may be when it was published or changed.</summary>
internal sealed class DateCandidates
{
    private const int MostFromText = 200;
    private readonly Dictionary<DateTime, DateCandidate> _byDay = [];
    private readonly DayOrder _order;

    private DateCandidates(DayOrder order) => _order = order;

    public List<DateCandidate> All { get; } = [];

    public static DateCandidates Of(Page page, DayOrder order)
    {
        var candidates = new DateCandidates(order);
        candidates.AddLinkedData(page);
        candidates.AddMeta(page.Metadata);
        candidates.AddElements(page.Outline);
        candidates.AddText(page.Outline);
        if (page.Url is { IsAbsoluteUri: true } url && UrlDate.Find(url) is { } day) candidates.Add(day, DateSource.Url, null);
        return candidates;
    }

    private void AddLinkedData(Page page)
    {
        foreach (var thing in page.Data.Things)
        {
            var isMain = (LinkedTypes.IsArticle(thing.Type) || LinkedTypes.IsThread(thing.Type)) && thing.Depth <= 1;
            var isPage = thing.Type.EndsWith("Page", StringComparison.Ordinal) && thing.Depth <= 1;
            Add(page.Data.String(thing.Json, "datePublished"), isMain ? DateSource.LinkedPublished : isPage ? DateSource.LinkedPage : DateSource.LinkedOther);
            Add(page.Data.String(thing.Json, "dateCreated"), isMain ? DateSource.LinkedCreated : DateSource.LinkedOther);
            Add(page.Data.String(thing.Json, "dateModified"), isMain || isPage ? DateSource.LinkedModified : DateSource.LinkedOther);
            Add(page.Data.String(thing.Json, "uploadDate"), DateSource.LinkedUploaded);
        }
    }

    private static readonly string[] PublishedNames =
    [
        "article:published_time", "og:article:published_time", "article:published", "og:published_time", "datePublished", "date.published", "publishdate", "publish-date", "publish_date", "published_time", "published", "pubdate", "parsely-pub-date", "sailthru.date", "citation_publication_date", "citation_online_date",
        "dc.date.issued", "dcterms.issued", "dc.issued", "dcterms.created", "dc.date.created", "article.published", "cXenseParse:recs:publishtime", "bt:pubDate", "shareaholic:article_published_time", "datepublished", "rbpubdate", "originalpublicationdate", "prism.publicationdate", "article_date_original", "publication_date",
    ];

    private static readonly string[] OtherNames = ["date", "dc.date", "dcterms.date", "citation_date", "dateCreated", "created", "release_date", "displaydate", "pub_date", "ptime", "timestamp", "article:date"];
    private static readonly string[] ModifiedNames = ["article:modified_time", "og:updated_time", "dateModified", "dcterms.modified", "dc.date.modified", "last-modified", "lastmod", "modified", "updated_time", "article:updated_time", "dateupdated", "revised"];

    private void AddMeta(Metadata meta)
    {
        foreach (var name in PublishedNames) foreach (var value in meta.All(name)) Add(value, DateSource.MetaPublished);
        foreach (var name in OtherNames) foreach (var value in meta.All(name)) Add(value, DateSource.MetaOther);
        foreach (var name in ModifiedNames) foreach (var value in meta.All(name)) Add(value, DateSource.MetaModified);
    }

    private void AddElements(PageOutline outline)
    {
        var times = 0;
        foreach (var branch in outline.Branches)
        {
            if (branch.Property is { } property && property.Contains("date", StringComparison.OrdinalIgnoreCase))
            {
                var source = property.Contains("odified", StringComparison.Ordinal) ? DateSource.PropertyModified : DateSource.PropertyPublished;
                Add(branch.Element.GetAttribute("datetime") ?? branch.Element.GetAttribute("content") ?? outline.TextOf(branch, 20), source, BlockAt(outline, branch));
            }
            if (branch.Tag != Tag.Time || times++ > 100) continue;
            var published = branch.Element.HasAttribute("pubdate") || (branch.Hints & Hint.Date) != 0;
            Add(branch.Element.GetAttribute("datetime"), published ? DateSource.TimeAttributePublished : DateSource.TimeElement, BlockAt(outline, branch));
        }
    }

    private static Block? BlockAt(PageOutline outline, Branch branch) => branch.FirstBlock < outline.Blocks.Count ? outline.Blocks[branch.FirstBlock] : null;

    private void AddText(PageOutline outline)
    {
        var found = 0;
        foreach (var block in outline.Blocks)
        {
            // A date line is short; a date inside long prose is what the prose is about.
            if (block.Words is 0 or > 60 || block.Text.Length > 600 || block.Shape.Digits < 3) continue;
            foreach (var date in DateScanner.Find(block.Text, _order))
            {
                if (found++ > MostFromText) return;
                var label = DateLabels.Before(block.Text, date.Start);
                var source = label switch
                {
                    DateLabel.Modified => DateSource.LabelledModified,
                    DateLabel.Published => DateSource.Labelled,
                    _ => (block.Home.NearHints & (Hint.Date | Hint.Author)) != 0 ? DateSource.ClassedText : DateSource.Text,
                };
                Add(date.Date, source, block, date.Style == DateStyle.ShortYear);
            }
        }
    }

    private void Add(string? value, DateSource source, Block? at = null)
    {
        if (DateScanner.Parse(value, _order) is { } date) Add(date, source, at);
    }

    private void Add(PageDate date, DateSource source, Block? at, bool shortYear = false)
    {
        var day = date.Value.Date;
        if (!_byDay.TryGetValue(day, out var candidate))
        {
            if (All.Count > 300) return;
            _byDay[day] = candidate = new(day) { IsShortYear = shortYear };
            All.Add(candidate);
        }
        if (date.HasTime && !candidate.Best.HasTime) candidate.Best = date;
        candidate.Sources |= 1 << (int)source;
        candidate.Count++;
        candidate.IsShortYear &= shortYear;
        candidate.At ??= at;
    }
}
