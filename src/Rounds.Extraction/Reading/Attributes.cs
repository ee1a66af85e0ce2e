using System.Collections.Frozen;

namespace Rounds.Extraction.Reading;

/// <summary>The attributes that anything here asks for; all others are dropped by the parser before they cost memory.</summary>
internal static class Attributes
{
    private static readonly FrozenSet<string> Read = FrozenSet.Create(
        "class", "id", "itemprop", "itemscope", "itemtype", "hidden", "aria-hidden", "style", "lang", "xml:lang", "dir", "amp", "⚡", "href", "src", "srcset", "rel", "type", "content", "name", "property", "http-equiv",
        "datetime", "pubdate", "width", "height", "alt", "title", "data", "cite", "colspan", "rowspan", "shadowrootmode", "data-instgrm-permalink",
        "data-src", "data-lazy-src", "data-url", "data-original", "data-full-src", "data-image", "data-hi-res-src", "data-srcset");

    private static readonly FrozenSet<string>.AlternateLookup<ReadOnlySpan<char>> Lookup = Read.GetAlternateLookup<ReadOnlySpan<char>>();

    public static bool IsRead(ReadOnlySpan<char> name) => Lookup.Contains(name);
}
