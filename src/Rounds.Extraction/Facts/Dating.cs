using Rounds.Extraction.Outline;
using Rounds.Extraction.Reading;

namespace Rounds.Extraction.Facts;

internal static class Dating
{
    private static readonly DateSource[] PublishedTrust = [DateSource.LinkedPublished, DateSource.MetaPublished, DateSource.PropertyPublished, DateSource.LinkedPage, DateSource.TimeAttributePublished, DateSource.Url, DateSource.Labelled, DateSource.ClassedText, DateSource.TimeElement, DateSource.MetaOther];
    private static readonly DateSource[] ModifiedTrust = [DateSource.LinkedModified, DateSource.MetaModified, DateSource.PropertyModified, DateSource.LabelledModified];

    public static (PageDate? Published, PageDate? Modified) Choose(Page page, IReadOnlyList<Block> text)
    {
        var all = DateCandidates.Of(page, Languages.OrderOf(page)).All;
        return (First(all, PublishedTrust), First(all, ModifiedTrust));
    }

    private static PageDate? First(List<DateCandidate> all, DateSource[] trust) => trust.Select(source => all.Find(one => one.Says(source))).FirstOrDefault(found => found is not null)?.Best;
}
