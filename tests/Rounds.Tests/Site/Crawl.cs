using System.Net;

namespace Rounds.Tests;

/// <summary>Goes through the site by its own links.</summary>
public static class Crawl
{
    private const int Most = 400;

    /// <summary>Every page that links from the first page lead to inside the site; a link that leads nowhere fails the test.</summary>
    public static async Task<List<VisitedPage>> FromAsync(Visitor visitor, string start = "/")
    {
        var waiting = new Queue<(string Path, string From)>([(start, "")]);
        var seen = new HashSet<string> { start };
        var pages = new List<VisitedPage>();
        while (waiting.TryDequeue(out var next) && pages.Count < Most)
        {
            var page = await visitor.GetAsync(next.Path);
            if (page.Status != HttpStatusCode.OK)
            {
                throw new Xunit.Sdk.XunitException($"{next.From} links to {next.Path}, which answers {(int)page.Status}.");
            }

            pages.Add(page);
            foreach (var link in Links(page).Where(seen.Add))
            {
                waiting.Enqueue((link, next.Path));
            }
        }

        return pages;
    }

    /// <summary>One page of each kind: addresses that differ only in names and numbers show the same kind of page.</summary>
    public static async Task<List<string>> KindsAsync(Visitor visitor) =>
        [.. (await FromAsync(visitor))
            .Where(p => p.Response.Content.Headers.ContentType?.MediaType == "text/html")
            .Select(p => p.Path)
            .DistinctBy(KindOf)];

    private static string KindOf(string path)
    {
        var segments = path.Split('?')[0].Split('/').ToList();
        for (var i = 1; i < segments.Count; i++)
        {
            var isNamed = segments[i - 1] is "t" or "tag" or "people" || (i > 1 && segments[i - 2] == "p" && segments[i] is not "reshare");
            segments[i] = isNamed || segments[i].All(char.IsAsciiDigit) ? "*" : segments[i];
        }

        return string.Join('/', segments) + (path.Contains("?kind=", StringComparison.Ordinal) ? path[path.IndexOf('?')..] : "");
    }

    /// <summary>The pages after the third are like the third, and signing in leads back to where one was.</summary>
    private static IEnumerable<string> Links(VisitedPage page) => page.Html
        .QuerySelectorAll("a[href], link[href], img[src], script[src]")
        .Select(e => e.GetAttribute("href") ?? e.GetAttribute("src")!)
        .Select(href => Uri.TryCreate(page.Address, href, out var address) ? address : page.Address)
        .Where(address => address.Authority == page.Address.Authority)
        .Select(address => address.PathAndQuery)
        .Where(path => !path.Contains("page=4", StringComparison.Ordinal) && !path.StartsWith("/sign-in?", StringComparison.Ordinal));
}
