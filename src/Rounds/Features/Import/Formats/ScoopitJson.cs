using System.Text.Json;
using Rounds.Features.Posts;

namespace Rounds.Features.Import.Formats;

/// <summary>What Scoop.it's API answers: a topic with its posts, or a list of posts. Field names as the API gives them.</summary>
internal static class ScoopitJson
{
    public const string Format = "scoopit-json";

    /// <summary>Null when the JSON is something else.</summary>
    public static ImportedTopic? Read(JsonElement root)
    {
        var said = Topic(root);
        if (Posts(root, said) is not { } posts)
        {
            return null;
        }

        var topic = new ImportedTopic(Format) { KeepsOrder = true };
        Describe(said ?? posts.Select(p => p.Object("topic")).FirstOrDefault(t => t is not null), topic);
        var pinned = said?.Object("pinnedPost");
        var pinnedId = pinned?.Text("id");
        if (pinnedId is not null && posts.TrueForAll(p => p.Text("id") != pinnedId))
        {
            posts.Insert(0, pinned!.Value);
        }

        var number = 0;
        foreach (var post in posts)
        {
            Take(post, ++number, pinnedId, topic);
        }

        return topic;
    }

    /// <summary>The topic itself, or inside an answer's <c>topic</c>.</summary>
    private static JsonElement? Topic(JsonElement root) =>
        root.Object("topic") is { } inside ? inside
        : root.ValueKind == JsonValueKind.Object && root.Text("name") is not null && root.List("curatedPosts") is not null ? root
        : null;

    private static List<JsonElement>? Posts(JsonElement root, JsonElement? topic)
    {
        var posts = topic?.List("curatedPosts") ?? root.List("curatedPosts") ?? root.List("posts")
            ?? (root.ValueKind == JsonValueKind.Array ? [.. root.EnumerateArray()] : null);
        return posts is not null && (topic is not null || posts.Exists(IsPost)) ? posts : null;
    }

    private static bool IsPost(JsonElement post) => post.ValueKind == JsonValueKind.Object
        && (post.Text("scoopUrl") is not null || post.Text("curationDate") is not null || post.Text("htmlInsight") is not null || post.Text("topicId") is not null);

    private static void Describe(JsonElement? said, ImportedTopic topic)
    {
        if (said is not { } from)
        {
            return;
        }

        topic.Title = Prose.Title(from.Text("name"));
        topic.Slug = from.Text("shortName");
        topic.Language = from.Text("lang");
        topic.IsPrivate = from.TryGetProperty("isPrivate", out var isPrivate) && isPrivate.ValueKind == JsonValueKind.True;
        topic.Curator = Name(from.Object("creator"));
        topic.Views = from.Object("stats")?.Number("v");
        ScoopitMasthead.Describe(Prose.FromHtml(from.Text("description")), topic);
        if (topic.IsPrivate)
        {
            topic.Notes.Add("The topic was private; a topic opened for it is private too.");
        }
    }

    private static void Take(JsonElement post, int number, string? pinnedId, ImportedTopic topic)
    {
        if (post.ValueKind != JsonValueKind.Object)
        {
            topic.Rejected.Add(new Rejection(number, "The item is no post."));
            return;
        }

        var excerpt = post.Text("htmlContent") is { Length: > 0 } html ? Prose.FromHtml(html) : Prose.Paragraphs(post.Text("content"));
        var insight = post.Text("htmlInsight") is { Length: > 0 } said ? Prose.FromHtml(said) : Prose.Paragraphs(post.Text("insight"));
        var title = Prose.Title(post.Text("title"));
        var url = Prose.Link(post.Text("url"));
        if (title.Length == 0 && excerpt.Length == 0 && insight.Length == 0)
        {
            topic.Rejected.Add(new Rejection(number, "The post has neither title nor text."));
            return;
        }

        if (title.Length == 0)
        {
            title = Prose.FirstWords(excerpt.Length > 0 ? excerpt : insight);
            topic.Notes.Add($"Item {number} has no title; its first words stand for it: “{title}”.");
        }

        var id = post.Text("id");
        topic.Posts.Add(new ImportedPost
        {
            Line = number,
            ExternalId = id is null ? $"page:{Prose.Fingerprint(url, title, excerpt)}" : $"scoopit:{id}",
            Kind = url is null && excerpt.Length == 0 ? PostKind.Note : PostKind.Link,
            Title = title,
            Url = url,
            SiteName = Prose.Site(url),
            SourceDate = Date(post, "publicationDate"),
            PublishedAt = Date(post, "curationDate"),
            Curator = Name(post.Object("author")),
            Excerpt = excerpt,
            Insight = Prose.Markdown(insight),
            Tags = Tags(post),
            ImageUrl = Prose.Link(post.Text("largeImageUrl")) ?? Prose.Link(post.Text("imageUrl")) ?? Prose.Link(post.Text("mediumImageUrl")),
            SuggestedBy = Name(post.Object("suggestedBy")),
            Views = post.Number("pageViews") ?? 0,
            Thanks = (int)Math.Min(post.Number("thanksCount") ?? 0, int.MaxValue),
            IsPinned = id is not null && id == pinnedId,
            Talk = [.. (post.List("comments") ?? []).Where(c => c.ValueKind == JsonValueKind.Object).Select(Comment).OfType<ImportedTalk>()],
        });
    }

    private static ImportedTalk? Comment(JsonElement comment)
    {
        var name = Name(comment.Object("author") ?? comment.Object("user")) ?? Prose.Name(comment.Text("author"));
        var body = Prose.FromHtml(comment.Text("text") ?? comment.Text("content"));
        return name is null ? null : new ImportedTalk(name, false, body, Date(comment, "date"));
    }

    private static DateTimeOffset? Date(JsonElement from, string name) => from.Number(name) is { } number ? WrittenDates.FromUnix(number) : WrittenDates.Read(from.Text(name));

    private static string? Name(JsonElement? person) => person is { } said ? Prose.Name(said.Text("name") ?? said.Text("shortName")) : null;

    /// <summary>A list of words, or of <c>{tag, postCount}</c>.</summary>
    private static IReadOnlyList<string> Tags(JsonElement post) =>
        [.. (post.List("tags") ?? []).Select(t => t.ValueKind == JsonValueKind.Object ? t.Text("tag") : t.ValueKind == JsonValueKind.String ? JsonMembers.Whole(t) : null).OfType<string>()];
}
