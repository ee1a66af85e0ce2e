namespace Rounds.Features.Import.Formats;

/// <summary>Which column of a table holds what, by the names that people and services give columns.</summary>
internal sealed class CsvColumns
{
    private static readonly Dictionary<string, string[]> Names = new()
    {
        ["title"] = ["title", "headline", "name", "posttitle", "pagetitle", "articletitle", "subject"],
        ["url"] = ["url", "link", "href", "address", "sourceurl", "posturl", "pageurl", "articleurl", "originalurl", "weblink", "webaddress"],
        ["date"] = ["date", "published", "publishedat", "publishedon", "datepublished", "curationdate", "curated", "posted", "postedat", "postdate", "created", "createdat", "added", "addedat", "dateadded", "timeadded", "saved", "savedat", "timestamp", "time", "when"],
        ["sourcedate"] = ["sourcedate", "publicationdate", "articledate", "originaldate"],
        ["tags"] = ["tags", "tag", "labels", "label", "keywords", "categories", "category", "topics", "folder"],
        ["insight"] = ["insight", "curatorinsight", "myinsight", "comment", "commentary", "note", "notes", "annotation", "opinion"],
        ["excerpt"] = ["excerpt", "description", "summary", "content", "body", "text", "quote", "selection", "abstract", "snippet"],
        ["author"] = ["author", "by", "byline", "writer", "authors", "creator"],
        ["site"] = ["site", "sitename", "source", "sourcename", "publisher", "publication", "website", "outlet", "journal"],
        ["curator"] = ["curator", "scoopedby", "postedby", "addedby", "curatedby", "user", "owner"],
        ["image"] = ["image", "imageurl", "cover", "picture", "thumbnail", "leadimage"],
        ["language"] = ["language", "lang"],
        ["views"] = ["views", "pageviews", "reads"],
        ["thanks"] = ["thanks", "thankscount", "likes"],
    };

    private readonly List<(string Meaning, int Column)> _found = [];

    public CsvColumns(IReadOnlyList<string> header)
    {
        for (var i = 0; i < header.Count; i++)
        {
            var name = new string([.. header[i].Where(char.IsLetterOrDigit).Select(char.ToLowerInvariant)]);
            if (Names.FirstOrDefault(n => n.Value.Contains(name)).Key is { } meaning)
            {
                _found.Add((meaning, i));
            }
            else if (name.Length > 0)
            {
                Unknown.Add(header[i].Trim());
            }
        }
    }

    public List<string> Unknown { get; } = [];

    /// <summary>A table of posts has at least an address or a title, and something beside it.</summary>
    public bool AreOfPosts => _found.Count > 1 && _found.Exists(f => f.Meaning is "title" or "url") || _found is [("url", _)];

    public bool Has(string meaning) => _found.Exists(f => f.Meaning == meaning);

    /// <summary>The first filled column of that meaning.</summary>
    public string? Of(string meaning, IReadOnlyList<string> row) =>
        All(meaning, row).FirstOrDefault();

    public IEnumerable<string> All(string meaning, IReadOnlyList<string> row) => _found
        .Where(f => f.Meaning == meaning && f.Column < row.Count && !string.IsNullOrWhiteSpace(row[f.Column]))
        .Select(f => row[f.Column].Trim());
}
