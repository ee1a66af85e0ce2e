namespace Rounds.Extraction.Tests;

public sealed class EvidenceTests
{
    [Fact]
    public void Declared_identifiers_are_read()
    {
        const string html = """
            <html><head><meta name="citation_title" content="Early walking after surgery"><meta name="citation_doi" content="doi:10.5555/AMC.2024.17">
            <meta name="citation_pmid" content="38123456"><meta name="citation_journal_title" content="Aldermoor Journal of Nursing"><meta name="citation_article_type" content="Research Article">
            <meta name="citation_author" content="Oakhurst, Mira"></head><body><article><h1>Early walking after surgery</h1>
            <p>We randomised four hundred patients to early walking or to usual care, registered as NCT01234567, and followed them for two years.</p>
            <p>The full text is also available as PMC7654321 in the archive of the library.</p></article></body></html>
            """;
        var evidence = ArticleExtractor.Extract(html, null).Evidence;
        Assert.Equal(new Evidence { Doi = "10.5555/amc.2024.17", Pmid = "38123456", Pmcid = "PMC7654321", Trial = "NCT01234567", Journal = "Aldermoor Journal of Nursing", ArticleType = "Research Article" }, evidence);
    }

    [Fact]
    public void Two_identifiers_in_the_text_are_references_and_none_of_the_page()
    {
        const string html = "<article><p>As shown in https://doi.org/10.5555/one.1, and again in https://doi.org/10.5555/two.2, walking helps most patients after surgery.</p></article>";
        Assert.Null(ArticleExtractor.Extract(html, null).Evidence.Doi);
    }
}
