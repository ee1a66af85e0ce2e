using Rounds.Extraction.Gates;
using Xunit.Abstractions;

namespace Rounds.Extraction.Tests.Gates;

public class CanonicalCorpusTests(ITestOutputHelper output)
{
    [Fact]
    public void Two_addresses_of_one_page_have_one_name()
    {
        var pairs = CorpusFile.Lines("same-page.tsv").Select(line => line.Split('\t')).ToArray();
        var apart = pairs.Where(p => Name(p[0]) != Name(p[1])).Select(p => $"{p[0]} ≠ {p[1]}: {Name(p[0])} ≠ {Name(p[1])}").ToArray();
        output.WriteLine($"{pairs.Length - apart.Length} of {pairs.Length} pairs together");
        Assert.True(pairs.Length >= 200);
        Assert.True(apart.Length == 0, string.Join('\n', apart));
    }

    [Fact]
    public void Different_pages_never_have_one_name()
    {
        var pages = CorpusFile.Lines("distinct-pages.txt");
        var together = pages.GroupBy(Name).Where(g => g.Count() > 1).Select(g => g.Key + ": " + string.Join(" = ", g)).ToArray();
        output.WriteLine($"{pages.Length} pages, {pages.Length * (pages.Length - 1) / 2} pairs apart");
        Assert.True(together.Length == 0, string.Join('\n', together));
    }

    [Fact]
    public void What_is_opened_names_the_same_page_and_is_written_one_way()
    {
        var all = CorpusFile.Lines("distinct-pages.txt").Concat(CorpusFile.Lines("same-page.tsv").SelectMany(l => l.Split('\t')));
        foreach (var url in all)
        {
            var opened = CanonicalUrl.Of(new Uri(url));
            Assert.Equal(opened, CanonicalUrl.Of(new Uri(opened)));
            Assert.Equal(CanonicalUrl.Key(new Uri(url)), CanonicalUrl.Key(new Uri(opened)));
            var name = Name(url);
            Assert.Equal(name, Name(name));
        }
    }

    private static string Name(string url)
    {
        var verdict = UrlPolicy.Check(url);
        Assert.True(verdict.Allowed, $"{url}: {verdict.Reason}");
        return verdict.Canonical!;
    }
}
