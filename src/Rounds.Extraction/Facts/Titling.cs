using Rounds.Extraction.Reading;

namespace Rounds.Extraction.Facts;

internal static class Titling
{
    public static string? Choose(Page page, string? site)
    {
        var all = TitleCandidates.Of(page).All;
        var shared = page.Metadata.First("og:title") ?? page.Metadata.Title;
        var contained = all.Where(one => (one.Says(TitleSource.FirstHeading) || one.Says(TitleSource.LaterFirstHeading)) && shared.Contains(one.Text, StringComparison.OrdinalIgnoreCase)).MaxBy(one => one.Text.Length);
        if (contained is not null) return contained.Text;
        var firsts = all.Where(one => one.Says(TitleSource.FirstHeading) || one.Says(TitleSource.LaterFirstHeading)).ToList();
        if (firsts.Count == 1 && firsts[0].Text != site) return firsts[0].Text;
        return (all.Find(one => one.Says(TitleSource.OpenGraph)) ?? all.Find(one => one.Says(TitleSource.ElementPart)) ?? all.Find(one => one.Says(TitleSource.Element)) ?? all.FirstOrDefault())?.Text;
    }
}
