namespace Rounds.Features.Measure;

/// <summary>Tells people from robots, link previews and browsers that fetch ahead, from what the request itself says.</summary>
public static class Readers
{
    /// <summary>Words in the User-Agent of crawlers, monitors, feed readers, link previews and programs; all name themselves.</summary>
    private static readonly string[] Robots =
    [
        "bot", "crawl", "spider", "slurp", "preview", "facebookexternalhit", "whatsapp", "telegram", "embedly", "skypeuri", "slack", "discord",
        "monitor", "uptime", "pingdom", "lighthouse", "headless", "feed", "rss", "curl", "wget", "python", "java/", "go-http", "httpclient",
        "okhttp", "axios", "node-fetch", "libwww", "scrapy", "archive", "validator", "scanner", "mastodon", "pleroma", "bingpreview", "google-",
    ];

    public static bool IsPerson(HttpRequest request)
    {
        if (!HttpMethods.IsGet(request.Method))
        {
            return false;
        }

        var headers = request.Headers;
        if (headers.TryGetValue("Sec-Purpose", out var purpose) && purpose.ToString().Contains("prefetch", StringComparison.OrdinalIgnoreCase))
        {
            return false;
        }

        if (headers.TryGetValue("Purpose", out var older) && older.ToString().Contains("prefetch", StringComparison.OrdinalIgnoreCase))
        {
            return false;
        }

        // Every browser names itself; what does not is a program.
        // Cubot makes phones.
        var agent = headers.UserAgent.ToString().Replace("CUBOT", "", StringComparison.OrdinalIgnoreCase);
        return agent.Length > 0 && !Array.Exists(Robots, word => agent.Contains(word, StringComparison.OrdinalIgnoreCase));
    }
}
