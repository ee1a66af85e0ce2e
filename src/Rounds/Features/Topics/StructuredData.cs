using System.Text.Json;
using System.Text.Json.Nodes;
using Rounds.Features.Posts;

namespace Rounds.Features.Topics;

/// <summary>schema.org descriptions as JSON-LD, with every character escaped that could end the script element.</summary>
public static class StructuredData
{
    public static string OfTopic(MastheadView head, IReadOnlyList<PostCard> cards, string site) => Write(new JsonObject
    {
        ["@context"] = "https://schema.org",
        ["@type"] = "CollectionPage",
        ["name"] = head.Topic.Title,
        ["description"] = head.Topic.Description,
        ["url"] = site + head.Url,
        ["inLanguage"] = head.Topic.Language,
        ["audience"] = Names("Audience", "audienceType", head.Topic.Audiences),
        ["editor"] = Names("Person", "name", head.Curators.Select(c => c.Name)),
        ["mainEntity"] = new JsonObject
        {
            ["@type"] = "ItemList",
            ["itemListElement"] = new JsonArray([.. cards.Select((card, n) => (JsonNode)new JsonObject
            {
                ["@type"] = "ListItem",
                ["position"] = n + 1,
                ["url"] = site + card.EncodedUrl,
                ["name"] = card.Post.Title,
            })]),
        },
    });

    public static string OfPost(PostCard card, MastheadView head, string site) => Write(new JsonObject
    {
        ["@context"] = "https://schema.org",
        ["@type"] = "SocialMediaPosting",
        ["headline"] = card.Post.Title,
        ["url"] = site + card.EncodedUrl,
        ["datePublished"] = card.Post.PublishedAt?.ToString("O"),
        ["dateModified"] = card.Post.UpdatedAt.ToString("O"),
        ["inLanguage"] = card.Language,
        ["author"] = new JsonObject { ["@type"] = "Person", ["name"] = card.Curator },
        ["keywords"] = string.Join(", ", card.Post.Tags),
        ["isPartOf"] = new JsonObject { ["@type"] = "CollectionPage", ["name"] = head.Topic.Title, ["url"] = site + head.Url },
        ["sharedContent"] = card.Post.SourceUrl is null ? null : new JsonObject
        {
            ["@type"] = "CreativeWork",
            ["url"] = card.Post.SourceUrl,
            ["headline"] = card.Post.Title,
            ["publisher"] = card.Site,
            ["author"] = card.Post.Author,
        },
    });

    private static JsonArray Names(string type, string property, IEnumerable<string> names) =>
        new([.. names.Select(name => (JsonNode)new JsonObject { ["@type"] = type, [property] = name })]);

    // System.Text.Json's default encoder escapes < > & and quotes, so nothing in a title can close the element.
    private static string Write(JsonObject description) => description.ToJsonString(JsonSerializerOptions.Default);
}
