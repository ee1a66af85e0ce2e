using System.Text.Json;
using Rounds.Feeds.Dates;
using Rounds.Feeds.Text;

namespace Rounds.Feeds;

/// <summary>Reads one item of a JSON Feed.</summary>
internal sealed class JsonItem(JsonElement json, string? address, Addresses addresses)
{
    public FeedItem Read()
    {
        var item = new ItemDraft();
        item.Id.Offer(json.Text("id"), 0);
        if (json.Text("title") is { } title)
            item.Title.Offer(new TitleText(Markup.OneLine(title), null), 0);
        item.Link.Offer(Url("url"), 0);
        item.Link.Offer(Url("external_url"), 1);
        item.Via.Offer(Url("external_url"), 0);
        item.Image.Offer(Url("image"), 0);
        item.Image.Offer(Url("banner_image"), 1);
        item.Published.Offer(FeedDates.Parse(json.Text("date_published")), 0);
        item.Updated.Offer(FeedDates.Parse(json.Text("date_modified")), 0);
        foreach (var author in json.Member("authors").Authors())
            item.AddAuthor(author, 0);
        foreach (var author in json.Member("author").Authors())
            item.AddAuthor(author, 1);
        foreach (var tag in json.Texts("tags"))
            item.AddCategory(tag);
        ReadContent(item);
        ReadAttachments(item);
        var own = json.Member("_rounds");
        item.Rights.Offer(own.Text("rights"), 0);
        item.Comments = addresses.Absolute(address, own.Text("comments"));
        return item.Finish();
    }

    private void ReadContent(ItemDraft item)
    {
        var summary = json.Text("summary");
        item.Summary.Offer(summary is null ? null : Markup.FromText(summary), 0);
        var own = json.Member("_rounds");
        item.Summary.Offer(own.Text("summary_html"), -1);
        var content = json.Text("content_html");
        if (content is null && json.Text("content_text") is { } text)
            content = Markup.FromText(text);
        if (content is null)
            return;
        content = addresses.InHtml(address, content);
        if (own.Member("excerpt_only").ValueKind == JsonValueKind.True)
            item.Summary.Offer(content, -2);
        else
            item.Content.Offer(content, 0);
    }

    private void ReadAttachments(ItemDraft item)
    {
        var attachments = json.Member("attachments");
        if (attachments.ValueKind != JsonValueKind.Array)
            return;
        foreach (var attachment in attachments.EnumerateArray())
        {
            if (addresses.Absolute(address, attachment.Text("url")) is not { } url)
                continue;
            var size = attachment.Member("size_in_bytes");
            item.AddEnclosure(new FeedEnclosure(url, attachment.Text("mime_type"),
                size.ValueKind == JsonValueKind.Number && size.TryGetInt64(out var bytes) && bytes >= 0 ? bytes : null));
            if (attachment.Member("duration_in_seconds") is { ValueKind: JsonValueKind.Number } duration)
                item.Duration ??= Durations.Parse(duration.GetRawText());
        }
    }

    private string? Url(string name) => addresses.Absolute(address, json.Text(name));
}
