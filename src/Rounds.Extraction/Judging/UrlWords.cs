namespace Rounds.Extraction.Judging;

/// <summary>What an address says of the kind of page; the first group that matches, as its number.</summary>
internal static class UrlWords
{
    private static readonly string[][] Groups =
    [
        [],
        ["forum", "thread", "/t/", "showthread", "viewtopic", "discuss", "/topic/", "community.", "/questions/", "/comments/", "board", "/r/"],
        ["docs.", "/docs", "/doc/", "documentation", "/api/", "/reference", "/manual", "/guide", "wiki", "developer", "/learn/", "readthedocs", "/man/", "help."],
        ["/product", "/p/", "/dp/", "/item", "/app/", "/products/", "/shop/product", "/buy/"],
        ["/collections/", "/collection", "/category", "/categories", "/shop", "/c/", "/browse", "/parts", "/cat/", "/store"],
        ["/blog", "/news", "/article", "/post", "/story", "/stories", "/20", "/insights", "/resources", "/magazine", "/press"],
        ["/list", "/best", "/top", "/tag/", "/tags/", "/search", "/archive", "/topics", "/directory", "/events", "/jobs"],
        ["/services", "/service", "/pricing", "/solutions", "/features", "/about", "/contact", "/platform", "/software"],
    ];

    public static int Of(Uri? url)
    {
        if (url is not { IsAbsoluteUri: true }) return 0;
        var address = url.Host + url.AbsolutePath;
        for (var i = 1; i < Groups.Length; i++)
        {
            foreach (var word in Groups[i])
            {
                if (address.Contains(word, StringComparison.OrdinalIgnoreCase)) return i;
            }
        }
        return 0;
    }
}
