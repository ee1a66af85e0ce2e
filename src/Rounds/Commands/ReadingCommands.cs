using System.CommandLine;
using System.Globalization;
using System.Text.Json.Nodes;
using Rounds.Extraction;
using Rounds.Extraction.Gates;
using Rounds.Feeds;

namespace Rounds.Commands;

/// <summary><c>rounds extract</c>, <c>feed</c>, <c>sanitize</c> and <c>url</c>: the libraries for scripts, migration and measuring.</summary>
internal static class ReadingCommands
{
    public static IEnumerable<Command> Create() =>
    [
        Make("extract", "Pages to articles. Lines of {id, url, html} or {id, url, htmlPath, contentType?}.", Extract),
        Make("feed", "Feeds to items. Lines of {id, url, xml} or {id, url, path, contentType?}.", Feed),
        Make("sanitize", "Foreign HTML to harmless HTML. Lines of {id, html, baseUrl}.", Sanitize),
        Make("url", "May the server fetch it, and its canonical form. Lines of {id, url}.", Url),
    ];

    private static Command Make(string name, string description, Func<JsonObject, JsonObject> answer)
    {
        var file = new Argument<FileInfo?>("FILE") { Description = "A file of JSON Lines; without one, standard input.", Arity = ArgumentArity.ZeroOrOne };
        var command = new Command(name, description) { file };
        command.SetAction((parsed, cancel) => JsonLines.RunAsync(parsed.GetValue(file), answer, cancel));
        return command;
    }

    private static JsonObject Extract(JsonObject line)
    {
        var url = line.Address("url");
        var article = line.Optional("htmlPath") is { } path
            ? ArticleExtractor.Extract(File.ReadAllBytes(path), line.Optional("contentType"), url)
            : ArticleExtractor.Extract(line.Required("html"), url);
        return new JsonObject
        {
            ["title"] = article.Title,
            ["byline"] = article.Byline,
            ["siteName"] = article.SiteName,
            ["published"] = Date(article.Published),
            ["image"] = article.LeadImage?.Url,
            ["excerpt"] = article.Excerpt,
            ["text"] = article.Text,
            ["language"] = article.Language,
            ["canonical"] = article.Canonical,
            ["embeds"] = new JsonArray([.. article.Embeds.Select(e => (JsonNode)new JsonObject { ["kind"] = e.Kind, ["url"] = e.Url })]),
        };
    }

    private static JsonObject Feed(JsonObject line)
    {
        var url = line.Address("url");
        var feed = line.Optional("path") is { } path
            ? FeedReader.Read(File.ReadAllBytes(path), line.Optional("contentType"), url)
            : FeedReader.Read(line.Required("xml"), url);
        return new JsonObject
        {
            ["format"] = feed.Format,
            ["encoding"] = feed.Encoding,
            ["feedId"] = feed.Id,
            ["title"] = feed.TitleHtml ?? feed.Title,
            ["link"] = feed.Link,
            ["description"] = feed.Description,
            ["language"] = feed.Language,
            ["author"] = feed.Author,
            ["rights"] = feed.Rights,
            ["image"] = feed.Image,
            ["categories"] = Texts(feed.Categories),
            ["published"] = Instant(feed.Published),
            ["updated"] = Instant(feed.Updated),
            ["items"] = new JsonArray([.. feed.Items.Select(i => (JsonNode)Item(i))]),
        };
    }

    private static JsonObject Item(FeedItem item) => new()
    {
        ["id"] = item.Id,
        ["title"] = item.TitleHtml ?? item.Title,
        ["link"] = item.Link,
        ["author"] = item.Author,
        ["rights"] = item.Rights,
        ["published"] = Instant(item.Published),
        ["updated"] = Instant(item.Updated),
        ["summary"] = item.Summary,
        ["content"] = item.Content,
        ["enclosures"] = new JsonArray([.. item.Enclosures.Select(e => (JsonNode)new JsonObject { ["url"] = e.Url, ["type"] = e.Type, ["length"] = e.Length })]),
        ["categories"] = Texts(item.Categories),
    };

    private static JsonObject Sanitize(JsonObject line) => new()
    {
        ["html"] = HtmlSanitizer.Sanitize(line.Required("html"), line.Address("baseUrl"), SanitizerProfile.Article),
    };

    private static JsonObject Url(JsonObject line)
    {
        var verdict = UrlPolicy.Check(line.Required("url"));
        return new JsonObject { ["allowed"] = verdict.Allowed, ["canonical"] = verdict.Canonical, ["reason"] = verdict.Reason };
    }

    private static JsonArray Texts(IEnumerable<string> texts) => new([.. texts.Select(t => (JsonNode)t)]);

    private static string? Instant(DateTimeOffset? at) => at?.UtcDateTime.ToString("yyyy-MM-ddTHH:mm:ssZ", CultureInfo.InvariantCulture);

    /// <summary>A date without a time of day stays one: midnight would be a claim.</summary>
    private static string? Date(PageDate? date) => date is null ? null
        : date.HasTime ? date.Value.ToString("yyyy-MM-ddTHH:mm:sszzz", CultureInfo.InvariantCulture)
        : date.Value.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);
}
