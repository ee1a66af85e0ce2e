using Rounds.Extraction.Facts;
using Rounds.Extraction.Reading;

namespace Rounds.Extraction.Judging;

internal static class KindJudge
{
    public static PageKind Judge(Page page)
    {
        var data = page.Data;
        if (data.Has("DiscussionForumPosting", "QAPage")) return PageKind.Forum;
        if (data.Things.Exists(thing => thing.Depth == 0 && thing.Type == "Product")) return PageKind.Product;
        if (data.Things.Exists(thing => LinkedTypes.IsArticle(thing.Type) && thing.Depth == 0)) return PageKind.Article;
        var address = page.Url is { IsAbsoluteUri: true } url ? url.AbsoluteUri : "";
        if (address.Contains("/thread", StringComparison.Ordinal) || address.Contains("forum", StringComparison.Ordinal)) return PageKind.Forum;
        if (address.Contains("docs", StringComparison.Ordinal) || address.Contains("wiki", StringComparison.Ordinal)) return PageKind.Documentation;
        return PageKind.Article;
    }
}
