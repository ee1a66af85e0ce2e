using System.Text;
using Rounds.Feeds.Text;

namespace Rounds.Feeds.Xml;

/// <summary>Values that may be HTML, and links.</summary>
internal sealed partial class XmlFeedReader
{
    private static readonly UTF8Encoding Utf8 = new(false, throwOnInvalidBytes: true);

    /// <summary>Atom 1.0 section 3.1 (<c>type</c>: text, html, xhtml, a media type), Atom 0.3 section 3.1 (<c>type</c> is a media type, <c>mode</c> is
    /// xml, escaped or base64). Elsewhere a description is HTML by use and a title is whatever it looks like.</summary>
    private ContentType TypeOf(Tag tag)
    {
        if (scanner.Attributes.Count == 0)
            return DefaultType(tag);
        var mode = Attribute("mode")?.ToLowerInvariant();
        var type = Attribute("type")?.ToLowerInvariant();
        if (mode == "base64")
            return ContentType.Base64;
        return type switch
        {
            null => DefaultType(tag),
            "text" or "plain" or "text/plain" => ContentType.Text,
            "html" or "text/html" => ContentType.Html,
            // Escaped markup is text to XML, whatever kind of markup it is.
            _ when mode == "escaped" => type.Contains("html", StringComparison.Ordinal) ? ContentType.Html : ContentType.Other,
            "xhtml" or "application/xhtml+xml" => ContentType.Xhtml,
            _ when type.StartsWith("text/", StringComparison.Ordinal) => ContentType.Other,
            _ when type.EndsWith("+xml", StringComparison.Ordinal) || type.EndsWith("/xml", StringComparison.Ordinal) => ContentType.Xhtml,
            _ when tag == Tag.Content && mode is null && isAtom && type.Contains('/', StringComparison.Ordinal) => ContentType.Base64,
            _ => ContentType.Other,
        };
    }

    private ContentType DefaultType(Tag tag) => tag switch
    {
        Tag.Body => ContentType.Xhtml,
        Tag.Description or Tag.EncodedContent or Tag.ItunesSummary or Tag.MediaDescription => ContentType.Html,
        // Atom's default is text; but who leaves the type out often means HTML, so it is seen from the value.
        _ => ContentType.Other,
    };

    private void TakeMarkup(Tag tag, string value)
    {
        var type = capture.HasMarkup ? ContentType.Xhtml : capture.Type;
        if (type == ContentType.Base64)
        {
            value = Decode(value) ?? value;
            if (value.AsSpan().ContainsAnyInRange('\0', '\b'))
                return; // a picture or a program
            type = ContentType.Other;
        }
        if (type == ContentType.Xhtml)
            value = WithoutWrapper(value);
        if (tag is Tag.Title or Tag.MediaTitle)
        {
            TakeTitle(tag, value, type);
            return;
        }
        var isText = type == ContentType.Text || (type == ContentType.Other && !Markup.LooksLikeHtml(value));
        var html = isText ? Markup.FromText(value) : value;
        html = addresses.InHtml(Here, html);
        switch (tag)
        {
            case Tag.Rights or Tag.DcRights:
                Owner.Rights.Offer(html, Rank(tag == Tag.Rights ? 1 : 2));
                break;
            case Tag.Content or Tag.EncodedContent or Tag.Body when item is not null:
                item.Content.Offer(html, Rank(tag switch { Tag.EncodedContent => 1, Tag.Content => 2, _ => 3 }));
                break;
            case Tag.Description or Tag.Summary when item is not null && item.Summary.Value is not null && item.Content.Value is null && Distance <= 1:
                item.Content.Offer(html, Rank(9)); // two descriptions: the second is the text
                break;
            default:
                Owner.Summary.Offer(html, Rank(FitOfSummary(tag)));
                break;
        }
    }

    private int FitOfSummary(Tag tag) => tag switch
    {
        Tag.Description => isAtom ? 2 : 1,
        Tag.Summary or Tag.Subtitle => isAtom ? 1 : 2,
        Tag.Abstract => 3,
        Tag.ItunesSummary => 4,
        Tag.MediaDescription => 5,
        Tag.ItunesSubtitle => 6,
        _ => 7,
    };

    private void TakeTitle(Tag tag, string value, ContentType type)
    {
        var isHtml = type is ContentType.Html or ContentType.Xhtml || (type == ContentType.Other && Markup.LooksLikeHtml(value));
        if (isHtml)
            value = addresses.InHtml(Here, value);
        var text = isHtml ? Markup.ToText(value) : Markup.OneLine(value);
        Owner.Title.Offer(new TitleText(text.Length == 0 ? null : text, isHtml && text != value ? value : null), Rank(tag == Tag.Title ? 1 : 3));
    }

    private void TakeLink(string href, Scope scope)
    {
        var relation = Attribute("rel")?.ToLowerInvariant() ?? "alternate";
        relation = relation[(relation.LastIndexOf('/') + 1)..];
        var url = Absolute(href);
        if (url is null)
            return;
        var type = Attribute("type");
        var isPage = type is null || type.Contains("html", StringComparison.OrdinalIgnoreCase);
        if (scope == Scope.Source)
        {
            if (relation == "alternate" && isPage)
                item?.Via.Offer(url, 16);
            return;
        }
        switch (relation)
        {
            case "alternate":
                Owner.Link.Offer(url, Rank(isPage ? 2 : 4));
                break;
            case "self" when item is null:
                feed.SelfLink ??= url;
                break;
            case "hub" when item is null:
                feed.Hub ??= url;
                break;
            case "enclosure":
                AddEnclosure(href, type, Attribute("length"));
                break;
            case "via":
                item?.Via.Offer(url, 1);
                break;
            case "replies" when item is not null:
                item.Comments ??= url;
                break;
        }
    }

    private static string? Decode(string base64)
    {
        var bytes = new byte[base64.Length];
        if (!Convert.TryFromBase64String(base64, bytes, out var length))
            return null;
        return System.Text.Unicode.Utf8.IsValid(bytes.AsSpan(0, length))
            ? Utf8.GetString(bytes, 0, length).Trim()
            : System.Text.Encoding.Latin1.GetString(bytes, 0, length).Trim();
    }

    /// <summary>Atom's xhtml has one <c>div</c> around it that is not part of it (RFC 4287 section 3.1.1.3).</summary>
    private static string WithoutWrapper(string value)
    {
        if (!value.StartsWith("<div", StringComparison.Ordinal) || !value.EndsWith("</div>", StringComparison.Ordinal))
            return value;
        var start = value.IndexOf('>') + 1;
        var open = 1;
        for (var at = start; at < value.Length; at++)
        {
            at = value.IndexOf('<', at);
            if (value.AsSpan(at).StartsWith("</div>"))
                open--;
            else if (value.AsSpan(at).StartsWith("<div") && value[at + 4] is '>' or ' ')
                open++;
            if (open == 0)
                return at == value.Length - 6 ? value[start..at].Trim() : value;
        }
        return value;
    }
}
