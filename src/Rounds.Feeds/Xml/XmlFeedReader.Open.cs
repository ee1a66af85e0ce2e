using Rounds.Feeds.Dates;
using Rounds.Feeds.Text;

namespace Rounds.Feeds.Xml;

/// <summary>What a start tag means.</summary>
internal sealed partial class XmlFeedReader
{
    private (string? Name, string? Email) person;
    private int personDepth = -1;

    private string? Attribute(string name) => scanner.Attributes.Get(name, scanner.Entities);

    private void Open()
    {
        var bindings = names.Bindings;
        if (scanner.Attributes.Count > 0)
            BindNamespaces();
        var name = scanner.Name;
        var tag = names.Resolve(name);
        if (name.IndexOf(':') is > 0 and var colon && !names.Knows(name[..colon]))
            faults.Note($"The prefix of <{name[..Math.Min(name.Length, 40)]}> is not declared", scanner.Text, scanner.NameStart);
        if (tag == Tag.Item)
            CloseOpenItem();
        if (depth == 0 && root == Tag.Unknown && !sawFeed)
            root = tag;
        var outer = baseAddress;
        if (scanner.Attributes.Count > 0)
            baseAddress = Attribute("xml:base") is { } own ? FeedUrl.Base(outer, own) : outer;

        var scope = CurrentScope;
        var scopeStart = depth == 0 ? 0 : frames[depth - 1].ScopeStart;
        var inner = ScopeOf(tag, scope);
        var captures = Captures(tag, scope);
        if (!Push(tag, inner ?? scope, inner is null ? scopeStart : depth, outer, bindings, captures))
        {
            baseAddress = outer;
            return;
        }
        Enter(tag, scope);
        if (captures)
            capture.Open(tag, IsMarkup(tag), IsMarkup(tag) ? TypeOf(tag) : ContentType.Text);
        if (scanner.IsEmptyElement)
            CloseTop();
    }

    private void BindNamespaces()
    {
        var attributes = scanner.Attributes;
        for (var i = 0; i < attributes.Count; i++)
        {
            var name = attributes.Name(i);
            if (!name.StartsWith("xmlns", StringComparison.OrdinalIgnoreCase))
                continue;
            var prefix = name.Length > 6 && name[5] == ':' ? name[6..] : name.Length == 5 ? "" : "?";
            if (prefix is "?")
                continue;
            var address = scanner.Entities.Decode(attributes.RawValue(i)).Trim();
            names.Bind(prefix, address);
            NoteVersion(address);
        }
    }

    private void CloseOpenItem()
    {
        if (item is null)
            return;
        faults.Note("An item is not closed before the next one", scanner.Text, scanner.NameStart);
        while (item is not null)
            CloseTop();
    }

    /// <summary>The scope that an element opens for its children; null when they belong where it stands itself.</summary>
    private Scope? ScopeOf(Tag tag, Scope scope) => tag switch
    {
        Tag.Rss or Tag.Rdf or Tag.AtomFeed => Scope.Feed,
        Tag.Channel => item is null && scope is Scope.Feed or Scope.Outside ? Scope.Feed : Scope.Other,
        Tag.Item => Scope.Item,
        Tag.Source when scope == Scope.Item => Scope.Source,
        Tag.Image when scope is Scope.Feed or Scope.Item => Scope.Image,
        Tag.Author or Tag.ManagingEditor when scope is Scope.Feed or Scope.Item or Scope.Source => Scope.Person,
        Tag.TextInput or Tag.OtherPerson => Scope.Other,
        _ => null,
    };

    private bool Captures(Tag tag, Scope scope) => scope switch
    {
        Scope.Outside or Scope.Other => false,
        Scope.Image => tag is Tag.Url or Tag.Link or Tag.Title,
        Scope.Person => tag is Tag.Name or Tag.Email,
        Scope.Source => tag is Tag.Title or Tag.Id || (tag == Tag.Link && Attribute("href") is null),
        _ => tag switch
        {
            >= Tag.Title and <= Tag.DcRights or Tag.OriginalLink or Tag.Id or Tag.Published or Tag.Updated or Tag.DcDate or Tag.Created
                or Tag.Category or Tag.Keywords or Tag.Language or Tag.DcLanguage or Tag.Generator or Tag.Logo or Tag.Icon or Tag.Creator
                or Tag.ItunesAuthor or Tag.Comments or Tag.CommentCount or Tag.Duration or Tag.Point or Tag.Latitude or Tag.Longitude
                or Tag.Via or Tag.Thumbnail or Tag.CoverImage or Tag.Url => true,
            Tag.Link => Attribute("href") is null,
            _ => false,
        },
    };

    private static bool IsMarkup(Tag tag) => tag is >= Tag.Title and <= Tag.DcRights;

    /// <summary>What is to be done before the children.</summary>
    private void Enter(Tag tag, Scope scope)
    {
        switch (tag)
        {
            case Tag.Rss or Tag.Rdf or Tag.AtomFeed or Tag.Channel when scope is Scope.Outside or Scope.Feed:
                EnterFeed(tag);
                break;
            case Tag.Item:
                EnterItem(scope);
                break;
            case Tag.Author or Tag.ManagingEditor when scope is Scope.Feed or Scope.Item or Scope.Source:
                person = default;
                personDepth = depth;
                loose.Clear();
                break;
            case Tag.Source when scope == Scope.Item:
                loose.Clear();
                item?.Via.Offer(Absolute(Attribute("url")), 20);
                break;
            case Tag.Image when scope is Scope.Feed or Scope.Item:
                loose.Clear();
                OfferImage(Attribute("href") ?? Attribute("url"), 1);
                break;
            default:
                EnterValue(tag, scope);
                break;
        }
    }

    private void EnterItem(Scope scope)
    {
        if (scope == Scope.Outside)
            EnterFeed(Tag.Item);
        if (feed.Items.Count >= limits.Items)
        {
            faults.Note($"The feed has more than {limits.Items:N0} items; the rest was not read.");
            full = true;
        }
        item = new ItemDraft();
        if (scanner.Attributes.Count == 0)
            return;
        item.Id.Offer(Attribute("rdf:about"), 5);
        item.Link.Offer(Absolute(Attribute("href")), 5); // CDF
        item.Updated.Offer(FeedDates.Parse(Attribute("lastmod")), 5);
    }
}
