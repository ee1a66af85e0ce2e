using System.Text.Json;
using Rounds.Feeds.Text;
using static Rounds.Feeds.Writing.XmlText;

namespace Rounds.Feeds.Writing;

/// <summary>JSON Feed 1.1. What it has no member for goes into the extension <c>_rounds</c>, which other readers pass over.</summary>
internal static class JsonFeedWriter
{
    public static void Write(Utf8JsonWriter writer, Feed feed)
    {
        writer.WriteStartObject();
        writer.WriteString("version", "https://jsonfeed.org/version/1.1");
        writer.WriteString("title", Clean(feed.Title ?? feed.Link ?? feed.SelfLink ?? "Untitled"));
        Text(writer, "home_page_url", feed.Link);
        Text(writer, "feed_url", feed.SelfLink);
        Text(writer, "description", feed.Description);
        Text(writer, "icon", feed.Image);
        Text(writer, "language", feed.Language);
        WriteAuthors(writer, feed.Author);
        if (feed.Hub is not null)
        {
            writer.WriteStartArray("hubs");
            writer.WriteStartObject();
            writer.WriteString("type", "WebSub");
            Text(writer, "url", feed.Hub);
            writer.WriteEndObject();
            writer.WriteEndArray();
        }
        WriteExtension(writer, feed);
        writer.WriteStartArray("items");
        foreach (var item in feed.Items)
            WriteItem(writer, item);
        writer.WriteEndArray();
        writer.WriteEndObject();
    }

    private static void WriteExtension(Utf8JsonWriter writer, Feed feed)
    {
        if (feed is { Id: null, Rights: null, Generator: null, Published: null, Updated: null, Categories.Count: 0 })
            return;
        writer.WriteStartObject("_rounds");
        Text(writer, "id", feed.Id);
        Text(writer, "rights", feed.Rights);
        Text(writer, "generator", feed.Generator);
        Date(writer, "date_published", feed.Published);
        Date(writer, "date_modified", feed.Updated);
        Tags(writer, feed.Categories);
        writer.WriteEndObject();
    }

    private static void WriteItem(Utf8JsonWriter writer, FeedItem item)
    {
        var summary = item.Summary is null ? null : SummaryText(item.Summary);
        writer.WriteStartObject();
        writer.WriteString("id", Clean(item.Id ?? item.Link ?? item.Title ?? ""));
        Text(writer, "url", item.Link);
        Text(writer, "external_url", item.Via);
        Text(writer, "title", item.Title);
        // One of the contents must be there; readers show it, so an item that has only an excerpt gives that.
        writer.WriteString("content_html", Clean(item.Content ?? item.Summary ?? ""));
        if (item.Content is not null)
            Text(writer, "summary", summary);
        Text(writer, "image", item.Image);
        Date(writer, "date_published", item.Published);
        Date(writer, "date_modified", item.Updated);
        WriteAuthors(writer, item.Author);
        Tags(writer, item.Categories);
        WriteAttachments(writer, item);
        WriteExtension(writer, item, summary);
        writer.WriteEndObject();
    }

    private static void WriteExtension(Utf8JsonWriter writer, FeedItem item, string? summary)
    {
        var excerptOnly = item.Content is null && item.Summary is not null;
        var summaryHtml = item.Content is not null && summary is not null && Markup.FromText(summary) != item.Summary ? item.Summary : null;
        if (!excerptOnly && summaryHtml is null && item is { Rights: null, Comments: null })
            return;
        writer.WriteStartObject("_rounds");
        if (excerptOnly)
            writer.WriteBoolean("excerpt_only", true);
        Text(writer, "summary_html", summaryHtml);
        Text(writer, "rights", item.Rights);
        Text(writer, "comments", item.Comments);
        writer.WriteEndObject();
    }

    private static void WriteAttachments(Utf8JsonWriter writer, FeedItem item)
    {
        if (item.Enclosures.Count == 0)
            return;
        writer.WriteStartArray("attachments");
        foreach (var enclosure in item.Enclosures)
        {
            writer.WriteStartObject();
            Text(writer, "url", enclosure.Url);
            writer.WriteString("mime_type", Clean(enclosure.Type ?? "application/octet-stream"));
            if (enclosure.Length is { } length)
                writer.WriteNumber("size_in_bytes", length);
            writer.WriteEndObject();
        }
        writer.WriteEndArray();
    }

    private static void WriteAuthors(Utf8JsonWriter writer, string? author)
    {
        if (author is null)
            return;
        writer.WriteStartArray("authors");
        writer.WriteStartObject();
        Text(writer, "name", author);
        writer.WriteEndObject();
        writer.WriteEndArray();
    }

    /// <summary>JSON Feed's summary is plain text.</summary>
    private static string SummaryText(string html) => Markup.LooksLikeHtml(html) ? Markup.ToText(html) : html;

    private static void Tags(Utf8JsonWriter writer, IReadOnlyList<string> tags)
    {
        if (tags.Count == 0)
            return;
        writer.WriteStartArray("tags");
        foreach (var tag in tags)
            writer.WriteStringValue(Clean(tag));
        writer.WriteEndArray();
    }

    private static void Text(Utf8JsonWriter writer, string name, string? value)
    {
        if (!string.IsNullOrEmpty(value))
            writer.WriteString(name, Clean(value));
    }

    private static void Date(Utf8JsonWriter writer, string name, DateTimeOffset? date)
    {
        if (date is { } given)
            writer.WriteString(name, Rfc3339(given));
    }
}
