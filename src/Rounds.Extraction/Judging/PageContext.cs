using Rounds.Extraction.Facts;
using Rounds.Extraction.Learning;
using Rounds.Extraction.Outline;
using Rounds.Extraction.Reading;

namespace Rounds.Extraction.Judging;

/// <summary>What is the same for all blocks of a page, worked out once.</summary>
internal sealed class PageContext
{
    /// <summary>How many numbers <see cref="Describe"/> writes.</summary>
    public const int Features = 39;

    private readonly Dictionary<ulong, int> _copies = [];
    private readonly Dictionary<(int Parent, int Signature), (int Words, int LinkWords, int Prose)> _groups = [];
    private readonly float[] _row = new float[Features];

    public PageContext(Page page)
    {
        Page = page;
        foreach (var block in page.Outline.Blocks) _copies[block.Shape.Hash] = _copies.GetValueOrDefault(block.Shape.Hash) + 1;
        foreach (var branch in page.Outline.Branches)
        {
            if (branch.Twins < 2) continue;
            var key = (branch.Parent!.Index, branch.Signature);
            var (words, links, prose) = _groups.GetValueOrDefault(key);
            _groups[key] = (words + branch.Words, links + branch.LinkWords, prose + branch.ProseWords);
        }
        Core = FindCore(page.Outline);
        CoreAncestry = new HashSet<int>();
        for (var at = Core; at is not null; at = at.Parent) CoreAncestry.Add(at.Index);
        TitleBlock = FindTitle(page);
        TitleHash = page.Metadata.First("og:title") is { } shared ? TextShape.Of(shared).Hash : TextShape.Of(page.Metadata.Title).Hash;
        Description = page.Metadata.First("description", "og:description") ?? "";
        Describe(page);
    }

    public Page Page { get; }

    /// <summary>The element that gathers most running text, as readers before us judged it: a rough centre, from which distance is measured.</summary>
    public Branch Core { get; }

    public HashSet<int> CoreAncestry { get; }

    public int TitleBlock { get; }

    public ulong TitleHash { get; }

    public string Description { get; }

    public ReadOnlySpan<float> Row => _row;

    public int CopiesOf(Block block) => _copies[block.Shape.Hash];

    public (int Words, int LinkWords, int Prose) GroupOf(Branch branch) =>
        branch.Parent is null ? default : _groups.GetValueOrDefault((branch.Parent.Index, branch.Signature));

    private static Branch FindCore(PageOutline outline)
    {
        var scores = new Dictionary<Branch, double>();
        foreach (var block in outline.Blocks)
        {
            if (block.Words < 10 || block.LinkWords * 2 > block.Words || block.Home.Is(Tag.Nav) || block.Home.Is(Tag.Footer)) continue;
            var score = 1 + block.Shape.Commas * 0.5 + Math.Min(block.Words / 20.0, 4);
            var share = 1.0;
            for (var at = block.Home.Tag is Tag.P or Tag.Li or Tag.Pre ? block.Home.Parent : block.Home; at is not null && share > 0.1; at = at.Parent, share *= 0.55)
                scores[at] = scores.GetValueOrDefault(at) + score * share;
        }
        var best = outline.Root;
        var most = 0.0;
        foreach (var (branch, score) in scores)
        {
            var worth = score * (1 - branch.LinkDensity);
            if (worth > most || (worth == most && branch.Index < best.Index)) (best, most) = (branch, worth);
        }
        return best;
    }

    private static int FindTitle(Page page)
    {
        var shared = page.Metadata.First("og:title") ?? page.Metadata.Title;
        var firstHeading = -1;
        foreach (var branch in page.Outline.Branches)
        {
            if (branch.Tag != Tag.H1 || branch.Words == 0) continue;
            if (page.Outline.TextOf(branch, 60) is { Length: > 3 } text && shared.Contains(text, StringComparison.OrdinalIgnoreCase)) return branch.FirstBlock;
            if (firstHeading < 0) firstHeading = branch.FirstBlock;
        }
        return firstHeading;
    }

    private void Describe(Page page)
    {
        var outline = page.Outline;
        int articles = 0, mains = 0, tables = 0, pres = 0, forms = 0, prices = 0, items = 0, comments = 0, threads = 0, products = 0, cards = 0, headings = 0, dates = 0, pictures = 0, longest = 0;
        foreach (var branch in outline.Branches)
        {
            switch (branch.Tag)
            {
                case Tag.Article: articles++; break;
                case Tag.Main: mains++; break;
                case Tag.Table: tables++; break;
                case Tag.Pre: pres++; break;
                case Tag.Form: forms++; break;
                case Tag.Li: items++; break;
                case Tag.Time: dates++; break;
                case Tag.Img: pictures++; break;
                case Tag.H2 or Tag.H3: headings++; break;
            }
            if ((branch.Hints & Hint.Price) != 0) prices++;
            if ((branch.Hints & Hint.Comment) != 0) comments++;
            if ((branch.Hints & (Hint.Thread | Hint.Reply | Hint.Message)) != 0) threads++;
            if ((branch.Hints & Hint.Product) != 0) products++;
            if ((branch.Hints & Hint.Card) != 0) cards++;
            if (branch.Twins > longest && branch.Tag is not (Tag.P or Tag.Li or Tag.Tr or Tag.A or Tag.Span)) longest = branch.Twins;
        }
        var row = new FeatureRow(_row);
        row.AddCount(outline.Words);
        row.AddCount(outline.Blocks.Count);
        row.AddShare(outline.Words, outline.Blocks.Count);
        row.Add(outline.Root.LinkDensity);
        row.AddShare(outline.Root.ProseWords, outline.Words);
        row.AddShare(Core.Words, outline.Words);
        row.AddShare(Core.ProseWords, outline.Root.ProseWords);
        foreach (var count in (ReadOnlySpan<int>)[articles, mains, tables, pres, forms, prices, items, comments, threads, products, cards, headings, dates, pictures, longest]) row.AddCount(count);
        var data = page.Data;
        row.Add(data.Things.Exists(thing => thing.Depth == 0 && LinkedTypes.IsArticle(thing.Type)));
        row.Add(data.Has("DiscussionForumPosting", "QAPage", "Question"));
        row.Add(data.Things.Exists(thing => thing.Depth == 0 && thing.Type is "Product" or "ProductGroup"));
        row.Add(data.Has("CollectionPage", "ItemList", "OfferCatalog"));
        row.Add(data.Has("TechArticle", "APIReference", "SoftwareApplication"));
        row.Add(data.Has("LocalBusiness", "Service", "Organization", "FAQPage"));
        row.Add((page.Metadata.First("og:type") ?? "") switch { "article" => 1, "website" => 2, "product" or "og:product" or "product.item" => 3, "" => 0, _ => 4 });
        row.Add(page.Metadata.First("article:published_time", "datePublished") is not null);
        var path = page.Url is { IsAbsoluteUri: true } url ? url.AbsolutePath : "";
        row.AddCount(path.Count(letter => letter == '/'));
        row.AddCount(path.Count(letter => letter == '-'));
        row.Add(path.Length <= 1);
        row.Add(path.Any(char.IsAsciiDigit));
        row.Add(UrlWords.Of(page.Url));
        row.Add(UrlWords.Of(page.Url) is 0 ? 0 : 1);
        row.AddShare(page.Metadata.Title.Length, 100);
        row.Add(page.Metadata.HasFeed);
        row.Add(TitleBlock >= 0 ? outline.Blocks.Count > TitleBlock ? (double)TitleBlock / outline.Blocks.Count : 1 : -1);
    }
}
