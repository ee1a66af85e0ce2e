using System.Buffers;
using System.Text.RegularExpressions;
using Rounds.Extraction.Reading;

namespace Rounds.Extraction.Facts;

/// <summary>Identifiers of the literature. Declared ones first; one in the text counts only where the page has no declared one and names exactly one.</summary>
internal static partial class EvidenceReader
{
    private static readonly string[] PreprintHosts = ["medrxiv.org", "biorxiv.org", "arxiv.org", "preprints.org", "ssrn.com", "researchsquare.com", "osf.io", "psyarxiv.com", "chemrxiv.org"];

    private static readonly SearchValues<string> Registries = SearchValues.Create(["NCT", "ISRCTN", "ACTRN", "ChiCTR", "DRKS", "UMIN", "EudraCT"], StringComparison.Ordinal);

    // DOI syntax as Crossref recommends matching it; the end is trimmed of what belongs to the sentence.
    [GeneratedRegex(@"\b10\.[0-9]{4,9}/[-._;()/:A-Za-z0-9<>\[\]]+", RegexOptions.NonBacktracking)]
    private static partial Regex DoiPattern();

    [GeneratedRegex(@"\bNCT[0-9]{8}\b|\bISRCTN ?[0-9]{8}\b|\bACTRN[0-9]{14}\b|\bChiCTR[-A-Z]*[0-9]{8,10}\b|\bDRKS[0-9]{8}\b|\bUMIN[0-9]{9}\b|\bEudraCT[^0-9]{0,12}[0-9]{4}-[0-9]{6}-[0-9]{2}\b", RegexOptions.NonBacktracking)]
    private static partial Regex TrialPattern();

    [GeneratedRegex(@"\bPMID:? ?[0-9]{5,9}\b", RegexOptions.NonBacktracking)]
    private static partial Regex PmidPattern();

    [GeneratedRegex(@"\bPMC[0-9]{5,9}\b", RegexOptions.NonBacktracking)]
    private static partial Regex PmcidPattern();

    public static Evidence Find(Page page, string text)
    {
        var meta = page.Metadata;
        var head = text.Length > 20_000 ? text[..20_000] : text;
        var url = page.Url?.IsAbsoluteUri == true ? page.Url.AbsoluteUri : "";
        var scholarly = page.Data.Things.FirstOrDefault(thing => thing.Type is "ScholarlyArticle" or "MedicalScholarlyArticle");
        var doi = TrimDoi(meta.First("citation_doi", "prism.doi", "bepress_citation_doi"))
            ?? meta.All("dc.identifier").Concat(meta.All("dcterms.identifier")).Select(TrimDoi).FirstOrDefault(found => found is not null)
            ?? TrimDoi(Uri.UnescapeDataString(url)) ?? (scholarly is null ? null : TrimDoi(page.Data.String(scholarly.Json, "sameAs") ?? page.Data.String(scholarly.Json, "identifier", "value")))
            ?? (head.Contains("10.", StringComparison.Ordinal) ? TrimDoi(Only(DoiPattern(), head)) : null);
        var journal = meta.First("citation_journal_title", "prism.publicationname", "citation_journal_abbrev") ?? (scholarly is null ? null : page.Data.String(scholarly.Json, "isPartOf"));
        return new()
        {
            Doi = doi,
            Pmid = Digits(meta.First("citation_pmid", "ncbi_uid")) ?? (url.StartsWith("https://pubmed.ncbi.nlm.nih.gov/", StringComparison.Ordinal) ? Digits(page.Url!.Segments.ElementAtOrDefault(1)?.Trim('/')) : null) ?? (head.Contains("PMID", StringComparison.Ordinal) ? Digits(Only(PmidPattern(), head)) : null),
            Pmcid = First(PmcidPattern(), meta.First("citation_pmcid")) ?? First(PmcidPattern(), url) ?? (head.Contains("PMC", StringComparison.Ordinal) ? Only(PmcidPattern(), head) : null),
            Trial = Trial(head),
            Journal = journal is null ? null : Entities.Decode(journal),
            ArticleType = meta.First("citation_article_type", "dc.type.articletype", "prism.section", "wt.z_primary_atype") ?? (scholarly is null ? null : page.Data.String(scholarly.Json, "articleSection")),
            Preprint = IsPreprint(page, doi),
        };
    }

    private static bool IsPreprint(Page page, string? doi) =>
        (page.Url is { IsAbsoluteUri: true } url && PreprintHosts.Any(host => url.Host == host || url.Host.EndsWith("." + host, StringComparison.Ordinal)))
        // 10.1101 is Cold Spring Harbor's, shared with its journals before 2020; these prefixes are preprint servers' own.
        || (doi is not null && (doi.StartsWith("10.48550/", StringComparison.Ordinal) || doi.StartsWith("10.21203/", StringComparison.Ordinal) || doi.StartsWith("10.20944/", StringComparison.Ordinal) || doi.StartsWith("10.31234/", StringComparison.Ordinal)))
        || page.Metadata.First("citation_article_type", "dc.type") is { } type && type.Contains("preprint", StringComparison.OrdinalIgnoreCase);

    private static string? Trial(string text)
    {
        // The automaton is slow beside a plain search, and nearly all pages hold none of these.
        if (!text.AsSpan().ContainsAny(Registries)) return null;
        var found = Only(TrialPattern(), text);
        if (found is null || !found.StartsWith("EudraCT", StringComparison.Ordinal)) return found?.Replace(" ", "", StringComparison.Ordinal);
        return found[^14..];
    }

    private static string? TrimDoi(string? value)
    {
        if (value is null || First(DoiPattern(), value) is not { } doi) return null;
        doi = doi.TrimEnd('.', ',', ';', ':', ']', '>');
        if (doi.EndsWith(')') && !doi.Contains('(')) doi = doi.TrimEnd(')', '.');
        var path = doi.LastIndexOf('/');
        if (path > 8 && doi[(path + 1)..] is "full" or "abstract" or "pdf" or "fulltext" or "html") doi = doi[..path];
        return doi.ToLowerInvariant();
    }

    private static string? First(Regex pattern, string? value) => value is not null && pattern.Match(value) is { Success: true } match ? match.Value : null;

    private static string? Only(Regex pattern, string text)
    {
        string? only = null;
        foreach (Match match in pattern.Matches(text))
        {
            if (only is not null && !only.Equals(match.Value, StringComparison.OrdinalIgnoreCase)) return null;
            only = match.Value;
        }
        return only;
    }

    private static string? Digits(string? value)
    {
        var digits = new string((value ?? "").Where(char.IsAsciiDigit).ToArray());
        return digits.Length is >= 4 and <= 9 ? digits : null;
    }
}
