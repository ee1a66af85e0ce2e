using Rounds.Extraction.Outline;
using Rounds.Extraction.Reading;

namespace Rounds.Extraction.Facts;

internal enum AuthorSource : byte { LinkedData, LinkedDataOther, Meta, MetaArticle, MetaOther, Rel, Property, AuthorClass, ByText, AuthorAddress, Twitter, User }

internal sealed class AuthorCandidate(string name)
{
    public string Name { get; } = name;
    public int Sources { get; set; }
    public int Count { get; set; }
    /// <summary>Where it stands on the page first, if it does.</summary>
    public Branch? At { get; set; }
    public bool Says(AuthorSource source) => (Sources & (1 << (int)source)) != 0;
}

/// <summary>Every name that something on the page presents as who wrote it.</summary>
internal sealed class AuthorCandidates
{
    private const int MostFromPage = 120;
    private readonly Dictionary<string, AuthorCandidate> _byKey = [];
    private int _fromPage;

    public List<AuthorCandidate> All { get; } = [];

    public static AuthorCandidates Of(Page page)
    {
        var candidates = new AuthorCandidates();
        candidates.AddLinkedData(page);
        var meta = page.Metadata;
        candidates.AddAll(meta.All("author"), AuthorSource.Meta);
        candidates.AddAll(meta.All("article:author"), AuthorSource.MetaArticle);
        foreach (var name in MetaNames) candidates.AddAll(meta.All(name), AuthorSource.MetaOther);
        candidates.Add(meta.First("twitter:data1"), meta.First("twitter:label1") is { } label && label.Contains("ritten", StringComparison.Ordinal) ? AuthorSource.Twitter : AuthorSource.MetaOther, null);
        candidates.AddVisible(page.Outline);
        return candidates;
    }

    private static readonly string[] MetaNames = ["citation_author", "dc.creator", "dcterms.creator", "dc.contributor", "parsely-author", "sailthru.author", "byl", "article:author_name", "og:article:author", "book:author", "cXenseParse:author", "bt:author", "rbauthors", "vr:author"];

    private void AddLinkedData(Page page)
    {
        foreach (var thing in page.Data.Things)
        {
            var isMain = LinkedTypes.IsArticle(thing.Type) || LinkedTypes.IsThread(thing.Type);
            if (!isMain && thing.Type is not ("WebPage" or "CreativeWork" or "BlogPosting" or "VideoObject")) continue;
            var names = page.Data.Strings(thing.Json, "author").Concat(page.Data.Strings(thing.Json, "creator")).Distinct().ToList();
            var source = isMain && thing.Depth <= 1 ? AuthorSource.LinkedData : AuthorSource.LinkedDataOther;
            AddAll(names, source);
        }
    }

    /// <summary>Several names are candidates one by one, and together as a byline would print them.</summary>
    private void AddAll(IReadOnlyList<string> names, AuthorSource source)
    {
        foreach (var name in names.Take(30)) Add(name, source, null);
        var clean = names.Select(Names.Clean).Where(name => name.Length > 0).Distinct(StringComparer.OrdinalIgnoreCase).Take(30).ToList();
        if (clean.Count < 2) return;
        Add(string.Join(", ", clean), source, null);
        var before = string.Join(", ", clean.SkipLast(1));
        Add($"{before} and {clean[^1]}", source, null);
        if (clean.Count == 2) Add($"{before} & {clean[^1]}", source, null);
        else Add($"{before}, and {clean[^1]}", source, null);
    }

    private void AddVisible(PageOutline outline)
    {
        foreach (var branch in outline.Branches)
        {
            if (_fromPage >= MostFromPage) return;
            if (branch.Words > 40) continue;
            var relation = branch.Tag == Tag.A ? branch.Element.GetAttribute("rel") : null;
            var address = branch.Tag == Tag.A ? branch.Element.GetAttribute("href") : null;
            AuthorSource? source =
                relation is not null && relation.Contains("author", StringComparison.OrdinalIgnoreCase) ? AuthorSource.Rel
                : branch.Property is { } property && (property.Contains("author", StringComparison.Ordinal) || property.Contains("creator", StringComparison.Ordinal)) ? AuthorSource.Property
                : address is not null && Names.IsAuthorAddress(address) ? AuthorSource.AuthorAddress
                : (branch.Hints & Hint.Author) != 0 && (branch.Hints & (Hint.Bio | Hint.Hidden)) == 0 ? AuthorSource.AuthorClass
                : branch.Tag == Tag.A && (branch.Hints & Hint.User) != 0 ? AuthorSource.User
                : null;
            if (source is { } found && outline.TextOf(branch, 40) is { Length: > 1 } text)
            {
                _fromPage++;
                Add(text, found, branch);
            }
        }
        foreach (var block in outline.Blocks)
        {
            if (_fromPage >= MostFromPage) return;
            if (block.Words is 0 or > 40 || Names.AfterBy(block.Text) is not { } name) continue;
            _fromPage++;
            Add(name, AuthorSource.ByText, block.Home);
        }
    }

    private void Add(string? value, AuthorSource source, Branch? at)
    {
        if (value is null) return;
        var name = Names.Clean(value);
        Note(name, source, at);
        // "Mira Oakhurst, senior nurse": with the role and without it.
        var comma = name.IndexOf(',', StringComparison.Ordinal);
        if (comma > 3) Note(name[..comma], source, at);
    }

    private void Note(string name, AuthorSource source, Branch? at)
    {
        if (name.Length < 2 || All.Count > 200) return;
        var key = Names.Key(name);
        if (key.Length == 0) return;
        if (!_byKey.TryGetValue(key, out var candidate))
        {
            _byKey[key] = candidate = new(name);
            All.Add(candidate);
        }
        candidate.Sources |= 1 << (int)source;
        candidate.Count++;
        if (at is not null) candidate.At ??= at;
    }
}
