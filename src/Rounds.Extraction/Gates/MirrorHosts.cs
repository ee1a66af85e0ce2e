namespace Rounds.Extraction.Gates;

/// <summary>Hosts that show another host's pages under the same paths: mobile and old editions, short names, renamed sites.</summary>
internal static class MirrorHosts
{
    private static readonly Dictionary<string, string> Known = new(StringComparer.Ordinal)
    {
        ["m.youtube.com"] = "www.youtube.com", ["youtube.com"] = "www.youtube.com",
        ["twitter.com"] = "x.com", ["www.twitter.com"] = "x.com", ["mobile.twitter.com"] = "x.com", ["m.twitter.com"] = "x.com",
        ["www.x.com"] = "x.com", ["mobile.x.com"] = "x.com",
        ["m.facebook.com"] = "www.facebook.com", ["mbasic.facebook.com"] = "www.facebook.com", ["touch.facebook.com"] = "www.facebook.com",
        ["web.facebook.com"] = "www.facebook.com", ["fb.com"] = "www.facebook.com", ["www.fb.com"] = "www.facebook.com",
        ["old.reddit.com"] = "www.reddit.com", ["np.reddit.com"] = "www.reddit.com", ["new.reddit.com"] = "www.reddit.com",
        ["i.reddit.com"] = "www.reddit.com", ["sh.reddit.com"] = "www.reddit.com", ["m.reddit.com"] = "www.reddit.com", ["amp.reddit.com"] = "www.reddit.com",
        ["dx.doi.org"] = "doi.org", ["www.doi.org"] = "doi.org",
    };

    // Here m. or mobile. is a department and not a telephone's edition.
    private static readonly HashSet<string> Departments = new(StringComparer.Ordinal) { "mobile.slashdot.org", "m.media-amazon.com", "m.youtu.be" };

    private static readonly string[] MobilePrefixes = ["m.", "mobile.", "amp.", "www.m.", "touch.", "wap."];

    public static WebAddress ToOriginal(WebAddress address)
    {
        if (YouTubeShort(address) is { } video) return video;
        if (Known.TryGetValue(address.Host, out var host)) return address with { Host = host };
        if (Departments.Contains(address.Host)) return address;
        // Wikimedia's telephones: en.m.wikipedia.org.
        var wiki = address.Host.IndexOf(".m.wik", StringComparison.Ordinal);
        if (wiki > 0) return address with { Host = address.Host.Remove(wiki, 2) };
        // The home page of mobile.college.example is as likely the department's app as the college.
        if (address.Path == "/" && address.Host.StartsWith("mobile.", StringComparison.Ordinal)) return address;
        foreach (var prefix in MobilePrefixes)
            if (address.Host.StartsWith(prefix, StringComparison.Ordinal) && IsSite(address.Host[prefix.Length..]))
                return ToOriginal(address with { Host = "www." + address.Host[prefix.Length..] });
        return address;
    }

    /// <summary>youtu.be/ID, /shorts/ID, /live/ID and /embed/ID are the page /watch?v=ID.</summary>
    private static WebAddress? YouTubeShort(WebAddress address)
    {
        string? id = null;
        if (address.Host is "youtu.be" or "www.youtu.be") id = address.Path[1..].TrimEnd('/');
        else if (address.Host is "youtube.com" or "www.youtube.com" or "m.youtube.com" or "www.youtube-nocookie.com")
            foreach (var folder in (string[])["/shorts/", "/live/", "/embed/", "/v/"])
                if (address.Path.StartsWith(folder, StringComparison.Ordinal)) id = address.Path[folder.Length..].TrimEnd('/');
        if (id is not { Length: 11 } || id.Contains('/') || id == "videoseries") return null;
        return address with { Host = "www.youtube.com", Path = "/watch", Parameters = [$"v={id}", .. address.Parameters] };
    }

    /// <summary>Whether a name can be a site of its own: two labels at least, and not only a country's second level (co.uk).</summary>
    private static bool IsSite(string host)
    {
        var labels = host.Split('.');
        if (labels.Length < 2 || labels[0] == "www") return false;
        return labels.Length > 2
            || labels[1].Length > 2
            || labels[0] is not ("co" or "com" or "net" or "org" or "gov" or "ac" or "edu" or "or" or "ne" or "go" or "gob" or "gouv" or "nhs" or "nom");
    }
}
