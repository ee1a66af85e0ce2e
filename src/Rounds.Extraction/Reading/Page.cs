using AngleSharp.Dom;
using AngleSharp.Html.Parser;
using AngleSharp.Html.Parser.Tokens.Struct;
using Rounds.Extraction.Facts;
using Rounds.Extraction.Outline;

namespace Rounds.Extraction.Reading;

/// <summary>A page parsed and read once: everything else looks at this and never at the document again.</summary>
internal sealed class Page
{
    /// <summary>Deeper than any page a person made (Chromium stops at 512), shallow enough for every walk.</summary>
    private const int DeepestNesting = 400;

    /// <summary>Characters; what lies beyond is cut off. The largest page of a thousand real ones has 1.3 million.</summary>
    private const int LongestPage = 12_000_000;

    /// <summary>Below this many words the page may be one that shows itself only by script, and its noscript part is read.</summary>
    private const int FewWords = 30;

    internal static readonly HtmlParserOptions Options = new()
    {
        IsScripting = false,
        SkipComments = true,
        SkipScriptText = true,
        SkipRawText = true,
        ShouldEmitAttribute = static (ref StructHtmlToken _, ReadOnlyMemory<char> name) => Attributes.IsRead(name.Span),
        SkipProcessingInstructions = true,
        DisableElementPositionTracking = true,
        MaximumDepth = DeepestNesting,
    };

    private Page(PageOutline outline, Metadata metadata, StructuredData data, Uri? url, Uri? baseUrl)
    {
        Outline = outline;
        Metadata = metadata;
        Data = data;
        Url = url;
        BaseUrl = baseUrl;
    }

    public PageOutline Outline { get; }
    public Metadata Metadata { get; }
    public StructuredData Data { get; }
    public Uri? Url { get; }
    public Uri? BaseUrl { get; }

    public static Page Read(string html, Uri? url)
    {
        if (html.Length > LongestPage) html = html[..LongestPage];
        var document = new HtmlParser(Options).ParseDocument(NestingGuard.Limit(html));
        // The grammar gives every document an <html> element, even an empty one.
        var root = document.DocumentElement;
        var metadata = Metadata.Of(root);
        var outline = OutlineBuilder.Build(root, metadata);
        if (outline.Words < FewWords)
        {
            metadata = Metadata.Of(root);
            outline = OutlineBuilder.Build(root, metadata, readsNoscript: true);
        }
        var data = StructuredData.Read(Scripts.LinkedData(html));
        return new(outline, metadata, data, url, BaseOf(metadata, url));
    }

    /// <summary>An address as the page means it, or null where it is not one a browser would fetch.</summary>
    public string? Resolve(string? address)
    {
        address = address?.Trim();
        if (string.IsNullOrEmpty(address) || address.Length > 4000 || address.StartsWith('#')) return null;
        var parsed = BaseUrl is null
            ? Uri.TryCreate(address.StartsWith("//", StringComparison.Ordinal) ? "https:" + address : address, UriKind.Absolute, out var absolute) ? absolute : null
            : Uri.TryCreate(BaseUrl, address, out var resolved) ? resolved : null;
        return parsed is { Scheme: "http" or "https", Host.Length: > 0 } ? parsed.AbsoluteUri : null;
    }

    private static Uri? BaseOf(Metadata metadata, Uri? url)
    {
        if (metadata.BaseAddress is not { Length: > 0 } address) return url is { IsAbsoluteUri: true } ? url : null;
        if (url is { IsAbsoluteUri: true } && Uri.TryCreate(url, address, out var resolved)) return resolved;
        return Uri.TryCreate(address, UriKind.Absolute, out var absolute) ? absolute : null;
    }
}
