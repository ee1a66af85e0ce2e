using Rounds.Extraction.Reading;

namespace Rounds.Extraction.Facts;

internal static class SiteNames
{
    public static string? Find(Page page)
    {
        if (page.Metadata.First("og:site_name", "application-name", "al:ios:app_name") is { } named && named.Length < 100 && !named.Contains("://", StringComparison.Ordinal)) return Entities.Decode(named);
        foreach (var thing in page.Data.Things)
        {
            if (thing.Type == "WebSite" && page.Data.String(thing.Json, "name") is { Length: < 100 } site) return site;
        }
        foreach (var thing in page.Data.Things)
        {
            if (page.Data.String(thing.Json, "publisher") is { Length: < 100 } publisher) return publisher;
        }
        return FromTitle(page) ?? page.Metadata.First("apple-mobile-web-app-title");
    }

    /// <summary>The part of the page's title that resembles its host: "Knee pain | Alder Clinic" on alderclinic.example.</summary>
    private static string? FromTitle(Page page)
    {
        if (page.Url is not { IsAbsoluteUri: true } url) return null;
        var host = HostKey(url);
        if (host.Length < 3) return null;
        return TitleParts.Of(page.Metadata.Title)
            .Where(part => part.Length is > 1 and < 60 && Names.Key(part) is { Length: > 1 } key && (key == host || (key.Length > 3 && host.Contains(key, StringComparison.Ordinal)) || key.Contains(host, StringComparison.Ordinal)))
            .MinBy(part => Math.Abs(Names.Key(part).Length - host.Length));
    }

    /// <summary>The telling label of a host, letters and digits only: "alderclinic" of www.alder-clinic.co.example.</summary>
    public static string HostKey(Uri url)
    {
        var labels = url.Host.Split('.');
        if (labels.Length == 0 || url.HostNameType is not UriHostNameType.Dns) return "";
        var last = labels.Length - 1;
        if (last > 0) last--;
        if (last > 0 && labels[last].Length <= 3 && labels[last] is "co" or "com" or "org" or "net" or "ac" or "gov" or "edu") last--;
        return Names.Key(labels[last]);
    }
}
