namespace Rounds.Extraction.Dates;

/// <summary>The day in an address: /2024/03/05/, /2024-03-05-, /20240305/.</summary>
internal static class UrlDate
{
    public static PageDate? Find(Uri url)
    {
        var path = url.AbsolutePath;
        foreach (var found in DateScanner.Find(path.Length > 500 ? path[..500] : path, DayOrder.DayFirst))
        {
            if (found.Style is DateStyle.Iso or DateStyle.Words) return found.Date with { HasTime = false, Value = new(found.Date.Value.Date, TimeSpan.Zero) };
        }
        return null;
    }
}
