using System.Globalization;
using Rounds.Feeds.Dates;
using Rounds.Feeds.Text;

namespace Rounds.Feeds.Xml;

/// <summary>Where values go.</summary>
internal sealed partial class XmlFeedReader
{
    private bool guidIsLink;

    private Draft Owner => item is null ? feed : item;

    /// <summary>Lower is stronger: first how close the element stands to its owner, then how well it fits.</summary>
    private int Rank(int fit) => Math.Max(0, Distance - 1) * 100 + fit;

    /// <summary>Elements whose value is in their attributes.</summary>
    private void EnterValue(Tag tag, Scope scope)
    {
        switch (tag)
        {
            case Tag.Link when Attribute("href") is { } href && scope is Scope.Feed or Scope.Item or Scope.Source:
                TakeLink(href, scope);
                break;
            case Tag.Enclosure when item is not null:
                AddEnclosure(Attribute("url") ?? Attribute("href"), Attribute("type"), Attribute("length"));
                break;
            case Tag.MediaContent when item is not null:
                var url = Attribute("url");
                AddEnclosure(url, Attribute("type"), Attribute("filesize"));
                if (Attribute("medium") is "image" || Attribute("type")?.StartsWith("image/", StringComparison.OrdinalIgnoreCase) == true)
                    OfferImage(url, 12);
                break;
            case Tag.Thumbnail:
                OfferImage(Attribute("url"), 10);
                break;
            case Tag.CoverImage:
                OfferImage(Attribute("href") ?? Attribute("url"), 11);
                break;
            case Tag.Logo when Attribute("href") is { } logo:
                OfferImage(logo, 2);
                break;
            case Tag.Category when scope is Scope.Feed or Scope.Item:
                Owner.AddCategory(Attribute("term") ?? Attribute("label"));
                break;
            case Tag.ItunesCategory when scope is Scope.Feed or Scope.Item:
                Owner.AddCategory(Attribute("text"));
                break;
            case Tag.GeneratorAgent when Attribute("rdf:resource") is { } agent:
                feed.Generator ??= agent;
                break;
            case Tag.Id:
                guidIsLink = Attribute("ispermalink") is not { } permalink || permalink.Equals("true", StringComparison.OrdinalIgnoreCase);
                break;
            case Tag.InReplyTo when item is not null:
                item.InReplyTo ??= Attribute("ref") ?? Attribute("href");
                break;
        }
    }

    private void Take(Tag tag, string value)
    {
        if (value.Length == 0)
            return;
        switch (CurrentScope)
        {
            case Scope.Image:
                if (tag == Tag.Url)
                    OfferImage(value, 0);
                return;
            case Scope.Person:
                person = tag == Tag.Name ? (person.Name ?? value, person.Email) : (person.Name, person.Email ?? value);
                return;
            case Scope.Source:
                if (tag == Tag.Link)
                    item?.Via.Offer(Absolute(value), 15);
                return;
        }
        if (IsMarkup(tag))
            TakeMarkup(tag, value);
        else
            TakePlain(tag, value);
    }

    private void TakePlain(Tag tag, string value)
    {
        switch (tag)
        {
            case Tag.Link:
                Owner.Link.Offer(Absolute(value), Rank(1));
                break;
            case Tag.OriginalLink:
                Owner.Link.Offer(Absolute(value), Rank(0));
                break;
            case Tag.Id:
                TakeId(value);
                break;
            case Tag.Published:
                Owner.Published.Offer(FeedDates.Parse(value), Rank(1));
                break;
            case Tag.Updated:
                Owner.Updated.Offer(FeedDates.Parse(value), Rank(1));
                break;
            case Tag.DcDate:
                Owner.DcDate.Offer(FeedDates.Parse(value), Rank(1));
                break;
            case Tag.Created:
                Owner.Created.Offer(FeedDates.Parse(value), Rank(1));
                break;
            case Tag.Category:
                Owner.AddCategory(value);
                break;
            case Tag.Keywords:
                foreach (var word in value.Split(',', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries))
                    Owner.AddCategory(word);
                break;
            case Tag.Language or Tag.DcLanguage when item is null:
                feed.Language.Offer(value, Rank(tag == Tag.Language ? 1 : 2));
                break;
            case Tag.Generator:
                feed.Generator = value;
                break;
            case Tag.Logo:
                OfferImage(value, 2);
                break;
            case Tag.Icon:
                OfferImage(value, 30);
                break;
            case Tag.Thumbnail or Tag.CoverImage:
                OfferImage(value, 13);
                break;
            case Tag.Creator:
                Owner.AddAuthor(value, Rank(0));
                break;
            case Tag.ItunesAuthor:
                Owner.AddAuthor(value, Rank(5));
                break;
            case Tag.Via:
                if (FeedUrl.IsWeb(value))
                    item?.Via.Offer(value, 30);
                break;
            default:
                if (item is not null)
                    TakeExtra(item, tag, value);
                break;
        }
    }

    private void TakeExtra(ItemDraft item, Tag tag, string value)
    {
        switch (tag)
        {
            case Tag.Comments:
                item.Comments ??= Absolute(value);
                break;
            case Tag.CommentCount:
                item.CommentCount ??= int.TryParse(value, NumberStyles.None, CultureInfo.InvariantCulture, out var count) ? count : null;
                break;
            case Tag.Duration:
                item.Duration ??= Durations.Parse(value);
                break;
            case Tag.Point:
                item.Place ??= Places.Parse(value);
                break;
            case Tag.Latitude:
                item.Latitude ??= Places.Degrees(value);
                break;
            case Tag.Longitude:
                item.Longitude ??= Places.Degrees(value);
                break;
        }
    }

    /// <summary>A guid is a permalink unless it says otherwise (RSS 2.0), but only if it can be one: many are plain numbers.</summary>
    private void TakeId(string value)
    {
        if (!guidIsLink)
        {
            Owner.Id.Offer(value, Rank(1));
            return;
        }
        var isPath = value[0] is '/' or '?' || value.StartsWith("./", StringComparison.Ordinal) || value.StartsWith("../", StringComparison.Ordinal);
        var id = isPath ? Absolute(value) : value;
        Owner.Id.Offer(id, Rank(1));
        if (item is not null && id is not null && FeedUrl.IsWeb(id))
            item.Permalink.Offer(id, Rank(1));
    }

    private void OfferImage(string? address, int fit)
    {
        if (Absolute(address) is { } image)
            Owner.Image.Offer(image, Math.Max(0, Distance - 2) * 100 + fit);
    }

    private void AddEnclosure(string? address, string? type, string? length)
    {
        if (Absolute(address) is { } url)
            item?.AddEnclosure(new FeedEnclosure(url, type,
                long.TryParse(length, NumberStyles.None, CultureInfo.InvariantCulture, out var bytes) ? bytes : null));
    }

    /// <summary>What is to be done when an element without a value of its own ends.</summary>
    private void Leave(Tag tag)
    {
        switch (tag)
        {
            case Tag.Item when item is not null:
                if (!full)
                    feed.Items.Add(item.Finish());
                item = null;
                break;
            case Tag.Author or Tag.ManagingEditor when personDepth == depth:
                personDepth = -1;
                TakeAuthor(TakeLoose());
                break;
            case Tag.Source when frames[depth - 1].Scope == Scope.Source:
                if (TakeLoose() is { } source && FeedUrl.IsWeb(source))
                    item?.Via.Offer(source, 25);
                break;
            case Tag.Image when frames[depth - 1].Scope == Scope.Image && TakeLoose() is { } address && FeedUrl.IsWeb(address):
                OfferImage(address, 3);
                break;
        }
    }

    private void TakeAuthor(string? text)
    {
        var (name, email) = person;
        var author = name is not null && email is not null && name != email ? $"{name} ({email})" : name ?? email ?? text;
        var isOfSource = depth >= 2 && frames[depth - 2].Scope == Scope.Source;
        if (author is null)
            return;
        if (isOfSource)
        {
            if (item is not null)
                item.SourceAuthor ??= author;
        }
        else
            Owner.AddAuthor(author, Rank(1));
    }
}
