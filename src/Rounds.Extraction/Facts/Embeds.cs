using AngleSharp.Dom;
using Rounds.Extraction.Outline;
using Rounds.Extraction.Reading;

namespace Rounds.Extraction.Facts;

/// <summary>Players and quoted posts a page holds, as addresses to visit; no third-party script is ever needed to show them.</summary>
internal static class Embeds
{
    private const int Most = 30;

    public static IReadOnlyList<Embed> Find(Page page, IReadOnlyList<Block> text)
    {
        var found = new List<Embed>();
        foreach (var frame in page.Metadata.Frames)
        {
            if (frame.LocalName == "blockquote") { AddQuotedPost(page, frame, found); continue; }
            foreach (var address in Addresses(frame))
            {
                if (page.Resolve(address) is { } url && Recognise(new Uri(url), frame) is { } embed) Add(found, embed);
            }
        }
        // A link to a document in the text is what many a hospital's post is about.
        foreach (var block in text)
        {
            for (var i = block.FirstRun; i < block.EndRun; i++)
            {
                var at = page.Outline.Runs[i].At;
                while (at is not null && at.Tag != Tag.A && !Tags.BreaksLine(at.Tag)) at = at.Parent;
                if (at is { Tag: Tag.A } && at.Element.GetAttribute("href") is { } address && address.Contains(".pdf", StringComparison.OrdinalIgnoreCase) && page.Resolve(address) is { } url && new Uri(url) is var uri && uri.AbsolutePath.EndsWith(".pdf", StringComparison.OrdinalIgnoreCase))
                    Add(found, new("pdf", url, Whitespace.Collapse(at.Element.TextContent) is { Length: > 0 and < 300 } title ? title : null, null));
            }
        }
        return found;
    }

    private static IEnumerable<string> Addresses(IElement frame)
    {
        foreach (var attribute in new[] { "src", "data-src", "data", "data-lazy-src", "data-url" })
        {
            if (frame.GetAttribute(attribute) is { Length: > 0 } address) yield return address;
        }
        foreach (var child in frame.Children)
        {
            if (child.LocalName == "source" && child.GetAttribute("src") is { Length: > 0 } source) yield return source;
        }
    }

    private static void AddQuotedPost(Page page, IElement quote, List<Embed> found)
    {
        var kind = quote.ClassList.Contains("twitter-tweet") || quote.ClassList.Contains("twitter-video") ? "twitter" : quote.ClassList.Contains("instagram-media") ? "instagram" : null;
        if (kind is null) return;
        var address = quote.GetAttribute("data-instgrm-permalink") ?? quote.GetAttribute("cite")
            ?? quote.QuerySelectorAll("a[href]").LastOrDefault(link => link.GetAttribute("href")!.Contains(kind == "twitter" ? "/status/" : "instagram.com/", StringComparison.Ordinal))?.GetAttribute("href");
        if (page.Resolve(address) is { } url) Add(found, new(kind, WithoutQuery(new Uri(url)), null, null));
    }

    private static Embed? Recognise(Uri url, IElement frame)
    {
        var title = frame.GetAttribute("title") is { Length: > 0 and < 300 } named ? Whitespace.Collapse(named) : null;
        var host = url.Host.StartsWith("www.", StringComparison.Ordinal) ? url.Host[4..] : url.Host;
        var segments = url.AbsolutePath.Split('/', StringSplitOptions.RemoveEmptyEntries);
        switch (host)
        {
            case "youtube.com" or "youtube-nocookie.com" or "m.youtube.com" when segments is ["embed" or "v" or "shorts" or "live", var id, ..] && IsVideoId(id):
                return new("youtube", "https://www.youtube.com/watch?v=" + id, title, $"https://i.ytimg.com/vi/{id}/hqdefault.jpg");
            case "youtu.be" when segments is [var shortId] && IsVideoId(shortId):
                return new("youtube", "https://www.youtube.com/watch?v=" + shortId, title, $"https://i.ytimg.com/vi/{shortId}/hqdefault.jpg");
            case "player.vimeo.com" when segments is ["video", var number, ..] && number.All(char.IsAsciiDigit): return new("vimeo", "https://vimeo.com/" + number, title, null);
            case "slideshare.net": return new("slideshare", url.AbsoluteUri, title, null);
            case "platform.twitter.com" or "twitter.com" or "x.com" or "twitframe.com":
                var status = System.Web.HttpUtility.ParseQueryString(url.Query)["id"];
                return status is not null && status.All(char.IsAsciiDigit) ? new("twitter", "https://twitter.com/i/status/" + status, title, null)
                    : segments.Contains("status") ? new("twitter", WithoutQuery(url), title, null) : null;
            case "instagram.com" when segments is ["p" or "reel" or "tv", var post, ..]: return new("instagram", $"https://www.instagram.com/{segments[0]}/{post}/", title, null);
            case "w.soundcloud.com" or "open.spotify.com" or "embed.podcasts.apple.com" or "player.simplecast.com" or "html5-player.libsyn.com" or "play.libsyn.com" or "player.megaphone.fm":
                return new("audio", url.AbsoluteUri, title, null);
            case "fast.wistia.net" or "fast.wistia.com" or "dailymotion.com" or "geo.dailymotion.com" or "player.twitch.tv" or "ted.com" or "embed.ted.com" or "players.brightcove.net" or "facebook.com" when host != "facebook.com" || url.AbsolutePath.Contains("video", StringComparison.Ordinal):
                return new("video", url.AbsoluteUri, title, null);
        }
        if (url.AbsolutePath.EndsWith(".pdf", StringComparison.OrdinalIgnoreCase)) return new("pdf", url.AbsoluteUri, title, null);
        return frame.LocalName switch { "audio" => new("audio", url.AbsoluteUri, title, null), "video" => new("video", url.AbsoluteUri, title, null), _ => null };
    }

    private static bool IsVideoId(string id) => id.Length == 11 && id.All(letter => char.IsAsciiLetterOrDigit(letter) || letter is '-' or '_');

    private static string WithoutQuery(Uri url) => url.GetLeftPart(UriPartial.Path);

    private static void Add(List<Embed> found, Embed embed)
    {
        if (found.Count < Most && !found.Exists(known => known.Url == embed.Url)) found.Add(embed);
    }
}
