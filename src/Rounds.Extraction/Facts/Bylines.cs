using Rounds.Extraction.Outline;
using Rounds.Extraction.Reading;

namespace Rounds.Extraction.Facts;

internal static class Bylines
{
    private static readonly AuthorSource[] Trust = [AuthorSource.LinkedData, AuthorSource.Rel, AuthorSource.Property, AuthorSource.Meta, AuthorSource.MetaOther, AuthorSource.ByText, AuthorSource.AuthorClass];

    public static string? Choose(Page page, string? site, IReadOnlyList<Block> text)
    {
        var siteKey = site is null ? "" : Names.Key(site);
        var all = AuthorCandidates.Of(page).All.Where(one => Names.Key(one.Name) != siteKey && one.Name.Count(letter => letter == ' ') is > 0 and < 8).ToList();
        return Trust.Select(source => all.Find(one => one.Says(source))).FirstOrDefault(found => found is not null)?.Name;
    }
}
