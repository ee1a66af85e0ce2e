using System.Globalization;
using AngleSharp.Dom;
using Rounds.Extraction.Outline;
using Rounds.Extraction.Reading;

namespace Rounds.Extraction.Facts;

/// <summary>Pictures worth a card. What the page names for sharing comes first; what looks like furniture never comes.</summary>
internal static class Images
{
    private const int Most = 20;
    private const int SmallestSide = 80;
    private static readonly string[] Furniture = ["logo", "avatar", "gravatar", "icon", "sprite", "pixel", "spacer", "blank.", "placeholder", "badge", "button", "banner-ad", "1x1", "emoji", "loading", "spinner", "tracking", "default-image", "no-image", "noimage", "advert"];

    public static IReadOnlyList<ImageCandidate> Find(Page page, IReadOnlyList<Block> text)
    {
        var found = new List<(ImageCandidate Image, double Worth)>();
        var meta = page.Metadata;
        AddShared(page, found, meta.First("og:image:secure_url", "og:image", "og:image:url"), 10, Number(meta.First("og:image:width")), Number(meta.First("og:image:height")), meta.First("og:image:alt"));
        foreach (var other in meta.All("og:image").Skip(1)) AddShared(page, found, other, 6, null, null, null);
        AddShared(page, found, meta.First("twitter:image", "twitter:image:src"), 8, null, null, meta.First("twitter:image:alt"));
        foreach (var thing in page.Data.Things)
        {
            if (thing.Depth > 1 || !(LinkedTypes.IsArticle(thing.Type) || LinkedTypes.IsThread(thing.Type) || thing.Type is "Product" or "WebPage" or "VideoObject")) continue;
            foreach (var image in page.Data.Strings(thing.Json, "image", "url").Concat(page.Data.Strings(thing.Json, "thumbnailUrl", "url")).Take(5)) AddShared(page, found, image, thing.Type == "WebPage" ? 5 : 7, null, null, null);
        }
        AddShared(page, found, meta.First("parsely-image-url", "sailthru.image.full", "thumbnail", "image"), 5, null, null, null);
        AddPictures(page, text, found);
        return found.OrderByDescending(entry => entry.Worth).Select(entry => entry.Image).Take(Most).ToList();
    }

    /// <summary>The best address of a picture element: lazy attributes first, since src then holds a placeholder.</summary>
    public static string? Address(Page page, IElement image)
    {
        foreach (var name in new[] { "data-src", "data-lazy-src", "data-original", "data-full-src", "data-image", "data-hi-res-src" })
        {
            if (image.GetAttribute(name) is { Length: > 4 } lazy && !lazy.StartsWith("data:", StringComparison.Ordinal) && page.Resolve(lazy) is { } found) return found;
        }
        var source = image.GetAttribute("src");
        if (source is { Length: > 0 } && !source.StartsWith("data:", StringComparison.OrdinalIgnoreCase) && !IsFurniture(source)) return page.Resolve(source);
        var set = image.GetAttribute("srcset") ?? image.GetAttribute("data-srcset") ?? (image.ParentElement?.LocalName == "picture" ? image.ParentElement.Children.FirstOrDefault(child => child.LocalName == "source")?.GetAttribute("srcset") : null);
        return page.Resolve(Largest(set)) ?? (source is { Length: > 0 } && !source.StartsWith("data:", StringComparison.OrdinalIgnoreCase) ? page.Resolve(source) : null);
    }

    private static void AddShared(Page page, List<(ImageCandidate Image, double Worth)> found, string? address, double worth, int? width, int? height, string? alt)
    {
        if (page.Resolve(address is null ? null : Entities.Decode(address)) is not { } url) return;
        if (IsFurniture(url)) worth -= 6;
        if (width is < SmallestSide || height is < SmallestSide) return;
        Add(found, new(url, width, height, alt), worth);
    }

    private static void AddPictures(Page page, IReadOnlyList<Block> text, List<(ImageCandidate Image, double Worth)> found)
    {
        if (text.Count == 0) return;
        // The lead picture stands just above the text: a heading's distance before its first block is still the article.
        var (first, last) = (Math.Max(0, text[0].Index - 6), text[^1].Index);
        for (var i = first; i <= last && found.Count < 200; i++)
        {
            var block = page.Outline.Blocks[i];
            for (var r = block.FirstRun; r < block.EndRun; r++)
            {
                var run = page.Outline.Runs[r];
                if (run.Kind != RunKind.Picture || (run.At.AllHints & (Hint.Logo | Hint.Ad | Hint.Author | Hint.Related | Hint.Nav | Hint.Sidebar)) != 0) continue;
                if (Address(page, run.At.Element) is not { } url || IsFurniture(url) || url.EndsWith(".svg", StringComparison.OrdinalIgnoreCase)) continue;
                var (width, height) = (Number(run.At.Element.GetAttribute("width")), Number(run.At.Element.GetAttribute("height")));
                if (width is < SmallestSide || height is < SmallestSide) continue;
                var alt = Whitespace.Collapse(run.At.Element.GetAttribute("alt"));
                var worth = 4 - Math.Min(3, (i - first) * 0.1) + (width > 400 ? 0.5 : 0) + (run.At.Is(Tag.Figure) ? 0.4 : 0);
                Add(found, new(url, width, height, alt.Length > 0 ? alt : null), worth);
            }
        }
    }

    private static void Add(List<(ImageCandidate Image, double Worth)> found, ImageCandidate image, double worth)
    {
        var known = found.FindIndex(entry => entry.Image.Url == image.Url);
        if (known < 0) { found.Add((image, worth)); return; }
        var (earlier, value) = found[known];
        found[known] = (new(earlier.Url, earlier.Width ?? image.Width, earlier.Height ?? image.Height, earlier.Alt ?? image.Alt), Math.Max(value, worth) + 0.5);
    }

    private static bool IsFurniture(string address)
    {
        var name = address.AsSpan(address.LastIndexOf('/', Math.Max(0, address.Length - 2)) + 1);
        foreach (var word in Furniture)
        {
            if (name.Contains(word, StringComparison.OrdinalIgnoreCase)) return true;
        }
        return address.Contains("gravatar.com", StringComparison.Ordinal) || address.Contains("/avatars/", StringComparison.Ordinal);
    }

    private static string? Largest(string? set)
    {
        string? best = null;
        double widest = -1;
        // Addresses may hold commas; a comma that parts entries is followed by space, or ends a descriptor.
        foreach (var entry in (set ?? "").Split([", ", ",\n"], StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries).Take(30))
        {
            var parts = entry.TrimEnd(',').Split(' ', StringSplitOptions.RemoveEmptyEntries);
            if (parts.Length == 0 || parts[0].StartsWith("data:", StringComparison.Ordinal)) continue;
            var width = parts.Length > 1 && double.TryParse(parts[1].AsSpan(0, parts[1].Length - 1), NumberStyles.Float, CultureInfo.InvariantCulture, out var value) ? value : 0;
            if (width > widest) (best, widest) = (parts[0], width);
        }
        return best;
    }

    private static int? Number(string? text) =>
        int.TryParse(text?.Replace("px", "", StringComparison.Ordinal), NumberStyles.None, CultureInfo.InvariantCulture, out var number) && number is > 0 and < 100_000 ? number : null;
}
