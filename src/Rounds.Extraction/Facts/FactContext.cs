using Rounds.Extraction.Judging;
using Rounds.Extraction.Learning;
using Rounds.Extraction.Outline;
using Rounds.Extraction.Reading;

namespace Rounds.Extraction.Facts;

/// <summary>What the choice of a title, an author or a date looks at besides the candidate itself.</summary>
internal sealed class FactContext
{
    private static readonly Tag[] Places = [Tag.Header, Tag.Footer, Tag.Nav, Tag.Aside, Tag.Article, Tag.Main, Tag.Form, Tag.Table, Tag.Li, Tag.A, Tag.Blockquote];

    private static readonly Hint[] Told =
    [
        Hint.Author, Hint.Date, Hint.Meta, Hint.Title, Hint.Comment, Hint.Related, Hint.Card, Hint.Item, Hint.List, Hint.Sidebar, Hint.Widget, Hint.Bio, Hint.User, Hint.Header, Hint.Footer,
        Hint.Post, Hint.Article, Hint.Entry, Hint.Content, Hint.Review, Hint.Message, Hint.Reply, Hint.Share, Hint.TagList, Hint.Logo, Hint.Hero, Hint.Caption, Hint.Summary, Hint.Nav, Hint.Banner,
    ];

    /// <summary>How many numbers <see cref="DescribePlace"/> writes.</summary>
    public static readonly int PlaceFeatures = 12 + Places.Length + Told.Length * 2;

    public FactContext(PageContext context, IReadOnlyList<Block> text, string? site)
    {
        Page = context.Page;
        PageContext = context;
        (FirstBlock, LastBlock) = text.Count == 0 ? (0, 0) : (text[0].Index, text[^1].Index);
        SiteKey = site is null ? "" : Names.Key(site);
        HostKey = context.Page.Url is { IsAbsoluteUri: true } url ? SiteNames.HostKey(url) : "";
    }

    public Page Page { get; }
    public PageContext PageContext { get; }
    public int FirstBlock { get; }
    public int LastBlock { get; }
    public string SiteKey { get; }
    public string HostKey { get; }

    /// <summary>Where on the page a candidate stands: against the headline, against the text, under what, among how many like it.</summary>
    public void DescribePlace(ref FeatureRow row, Branch? at, int block)
    {
        var blocks = Page.Outline.Blocks.Count;
        row.Add(at is null ? -1 : 1);
        row.Add(at is null || PageContext.TitleBlock < 0 ? -99 : Math.Clamp(block - PageContext.TitleBlock, -60, 60));
        row.Add(at is null ? -99 : Math.Clamp(block - FirstBlock, -60, 60));
        row.Add(at is null ? -99 : Math.Clamp(block - LastBlock, -60, 60));
        row.AddShare(block, blocks);
        row.Add(at is null ? 0 : at.Depth);
        row.Add(at is null ? 0 : Math.Log(1 + at.Twins));
        row.Add(at?.Repeated is null ? 0 : Math.Log(1 + at.Repeated.Twins));
        row.Add(at?.Repeated is null ? 0 : Math.Log(1 + at.Repeated.Words));
        row.Add(at is { Hidden: true });
        row.Add(at is null ? 0 : (int)at.Tag);
        row.AddCount(at?.Parent?.Words ?? 0);
        foreach (var tag in Places) row.Add(at?.Is(tag) == true);
        foreach (var hint in Told) row.Add(((at?.NearHints ?? 0) & hint) != 0);
        foreach (var hint in Told) row.Add(((at?.AllHints ?? 0) & hint) != 0);
    }

    public void DescribePage(ref FeatureRow row)
    {
        foreach (var value in PageContext.Row) row.Add(value);
    }
}
