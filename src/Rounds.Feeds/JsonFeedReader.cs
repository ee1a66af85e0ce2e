using System.Text;
using System.Text.Json;
using Rounds.Feeds.Dates;
using Rounds.Feeds.Text;

namespace Rounds.Feeds;

/// <summary>Reads JSON Feed 1 and 1.1. Where the JSON is broken, the items before the fault are kept.</summary>
internal sealed class JsonFeedReader
{
    private static readonly JsonDocumentOptions Whole = new() { AllowTrailingCommas = true, CommentHandling = JsonCommentHandling.Skip, MaxDepth = 64 };
    private static readonly JsonReaderOptions Pieces = new() { AllowTrailingCommas = true, CommentHandling = JsonCommentHandling.Skip, MaxDepth = 64 };

    private readonly FeedDraft feed = new();
    private readonly Addresses addresses = new();
    private readonly string? address;
    private readonly FeedLimits limits;
    private readonly FaultLog faults;

    private JsonFeedReader(string? address, FeedLimits limits, FaultLog faults) => (this.address, this.limits, this.faults) = (address, limits, faults);

    public static Feed Read(string text, string? address, FeedLimits limits, FaultLog faults)
    {
        var reader = new JsonFeedReader(address, limits, faults);
        var json = Encoding.UTF8.GetBytes(JsonSurrogates.Repair(text).TrimStart('\uFEFF', ' ', '\t', '\r', '\n'));
        if (!reader.ReadWhole(json))
            reader.ReadPieces(json);
        if (reader.feed.Format is null)
        {
            faults.NoteAbove("This is JSON, but not a JSON Feed.");
            return new Feed();
        }
        return reader.feed.Finish();
    }

    /// <summary>False when the JSON is broken; nothing has been taken then.</summary>
    private bool ReadWhole(byte[] json)
    {
        JsonDocument document;
        try
        {
            document = JsonDocument.Parse(json, Whole);
        }
        catch (JsonException)
        {
            return false; // how this parser says that a text is not JSON
        }
        using (document)
        {
            if (document.RootElement.ValueKind != JsonValueKind.Object)
                return true;
            foreach (var member in document.RootElement.EnumerateObject())
                if (member.NameEquals("items") && member.Value.ValueKind == JsonValueKind.Array)
                    foreach (var item in member.Value.EnumerateArray())
                        Add(item);
                else
                    Take(member.Name, member.Value);
        }
        return true;
    }

    private void ReadPieces(byte[] bytes)
    {
        var json = new Utf8JsonReader(bytes, Pieces);
        try
        {
            if (!json.Read() || json.TokenType != JsonTokenType.StartObject)
                return;
            while (json.Read() && json.TokenType == JsonTokenType.PropertyName)
            {
                var name = json.GetString();
                json.Read();
                if (name == "items" && json.TokenType == JsonTokenType.StartArray)
                    while (json.Read() && json.TokenType != JsonTokenType.EndArray)
                        Add(JsonElement.ParseValue(ref json));
                else
                    Take(name, JsonElement.ParseValue(ref json));
            }
        }
        catch (JsonException fault)
        {
            faults.Note($"The JSON is broken (line {fault.LineNumber + 1}).");
        }
    }

    private void Add(JsonElement item)
    {
        if (item.ValueKind != JsonValueKind.Object)
            return;
        if (feed.Items.Count >= limits.Items)
            faults.Note($"The feed has more than {limits.Items:N0} items; the rest was not read.");
        else
            feed.Items.Add(new JsonItem(item, address, addresses).Read());
    }

    private void Take(string? name, JsonElement value)
    {
        switch (name)
        {
            case "version" when value.AsText() is { } version:
                feed.Format = version.TrimEnd('/') switch
                {
                    "https://jsonfeed.org/version/1" or "http://jsonfeed.org/version/1" => "json1",
                    "https://jsonfeed.org/version/1.1" or "http://jsonfeed.org/version/1.1" => "json11",
                    _ when version.Contains("jsonfeed.org/version/", StringComparison.OrdinalIgnoreCase) => "json11",
                    _ => null,
                };
                break;
            case "title" when value.AsText() is { } title:
                feed.Title.Offer(new TitleText(Markup.OneLine(title), null), 0);
                break;
            case "home_page_url":
                feed.Link.Offer(addresses.Absolute(address, value.AsText()), 0);
                break;
            case "feed_url":
                feed.SelfLink = addresses.Absolute(address, value.AsText());
                break;
            case "description":
                feed.Summary.Offer(value.AsText(), 0);
                break;
            case "icon" or "favicon":
                feed.Image.Offer(addresses.Absolute(address, value.AsText()), name == "icon" ? 0 : 1);
                break;
            case "language":
                feed.Language.Offer(value.AsText(), 0);
                break;
            case "author" or "authors":
                foreach (var author in value.Authors())
                    feed.AddAuthor(author, name == "authors" ? 0 : 1);
                break;
            case "hubs" when value.ValueKind == JsonValueKind.Array:
                foreach (var hub in value.EnumerateArray())
                    feed.Hub ??= addresses.Absolute(address, hub.Text("url"));
                break;
            case "_rounds":
                TakeExtension(value);
                break;
        }
    }

    /// <summary>What JSON Feed has no member for, as <see cref="FeedWriter.WriteJson"/> writes it.</summary>
    private void TakeExtension(JsonElement own)
    {
        feed.Id.Offer(own.Text("id"), 0);
        feed.Rights.Offer(own.Text("rights"), 0);
        feed.Generator = own.Text("generator");
        feed.Published.Offer(FeedDates.Parse(own.Text("date_published")), 0);
        feed.Updated.Offer(FeedDates.Parse(own.Text("date_modified")), 0);
        foreach (var category in own.Texts("tags"))
            feed.AddCategory(category);
    }
}
