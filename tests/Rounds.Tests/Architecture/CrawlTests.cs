using System.Net;
using AngleSharp.Dom;
using Rounds.Features.Demo;
using Rounds.Features.Posts;

namespace Rounds.Tests.Architecture;

/// <summary>
/// Goes through the site by its own links, as a guest and as the owner, and holds every page against the rules that
/// hold for all of them.
/// </summary>
public sealed class CrawlTests(SqliteSite site) : IClassFixture<SqliteSite>, IAsyncLifetime
{
    private static bool _isFilled;

    public async Task InitializeAsync()
    {
        if (!_isFilled)
        {
            _isFilled = true;
            await DemoContent.FillAsync(site.Services, CancellationToken.None);
            var topic = await site.OpenTopicAsync("Crawled topic", curator: "noor");
            await site.PublishAsync(topic, "A post with everything <b>in it</b>", p =>
            {
                p.SetTags(["Hand hygiene", "سلامة"]);
                p.SetInsight("**Read** this, says [the source](https://source.example/).");
            });
            await site.PublishAsync(topic, "A note", p => p.SetKind(PostKind.Note));
        }
    }

    public Task DisposeAsync() => Task.CompletedTask;

    [Fact]
    public async Task Guests_pages_are_the_same_for_every_guest_and_sound()
    {
        var pages = await Crawl.FromAsync(site.Guest());

        Assert.True(pages.Count > 5, $"Only {pages.Count} pages were found.");
        var faults = pages.SelectMany(p => Faults(p).Concat(GuestFaults(p)).Select(f => $"{p.Path}: {f}")).ToList();
        Assert.True(faults.Count == 0, string.Join('\n', faults.Take(40)));
    }

    [Fact]
    public async Task The_owners_pages_are_sound()
    {
        var pages = await Crawl.FromAsync(await site.SignInAsync("olive", "owner"));

        Assert.True(pages.Count > 8, $"Only {pages.Count} pages were found.");
        var faults = pages.SelectMany(p => Faults(p).Select(f => $"{p.Path}: {f}")).ToList();
        Assert.True(faults.Count == 0, string.Join('\n', faults.Take(40)));
    }

    private static IEnumerable<string> GuestFaults(VisitedPage page)
    {
        // A page behind the sign-in or with a form of its own (a token) is no page for guests' copies.
        var isForSignIn = page.Html.QuerySelector("input[name='form-token']") is not null;
        if (page.Response.Headers.Contains("Set-Cookie") && !isForSignIn)
        {
            yield return "sets a cookie for a guest";
        }

        if (isForSignIn && page.Response.Headers.CacheControl is not { NoStore: true } and not { NoCache: true, Private: true })
        {
            yield return "has a token and may be kept by a cache";
        }
    }

    private static IEnumerable<string> Faults(VisitedPage page)
    {
        if (page.Response.Content.Headers.ContentType?.MediaType != "text/html")
        {
            yield break;
        }

        var html = page.Html;
        if (html.QuerySelectorAll("h1").Length != 1)
        {
            yield return $"has {html.QuerySelectorAll("h1").Length} headings of the first order";
        }

        if (string.IsNullOrWhiteSpace(html.Title) || string.IsNullOrEmpty(html.DocumentElement.GetAttribute("lang")))
        {
            yield return "lacks a title or a language";
        }

        foreach (var element in html.All)
        {
            if (Fault(element, page.Address) is { } fault)
            {
                yield return $"{fault}: {element.OuterHtml[..Math.Min(160, element.OuterHtml.Length)]}";
            }
        }

        foreach (var twin in html.All.Select(e => e.Id).Where(id => !string.IsNullOrEmpty(id)).GroupBy(id => id).Where(g => g.Count() > 1))
        {
            yield return $"has the id {twin.Key} {twin.Count()} times";
        }
    }

    private static string? Fault(IElement element, Uri page) => element switch
    {
        { LocalName: "style" } => "has a style of its own, which the policy forbids",
        { LocalName: "script" } when !element.HasAttribute("src") && element.GetAttribute("type") != "application/ld+json" => "has a script of its own, which the policy forbids",
        _ when element.HasAttribute("style") => "has a style of its own, which the policy forbids",
        _ when element.Attributes.Any(a => a.Name.StartsWith("on", StringComparison.Ordinal)) => "has a script of its own, which the policy forbids",
        { LocalName: "img" } when !element.HasAttribute("alt") => "shows an image without words for those who do not see it",
        { LocalName: "img" or "script" or "iframe" or "video" or "source" } when IsOutside(element.GetAttribute("src"), page) => "asks another host",
        { LocalName: "link" } when element.GetAttribute("rel") is "stylesheet" or "icon" or "preload" && IsOutside(element.GetAttribute("href"), page) => "asks another host",
        { LocalName: "input" or "select" or "textarea" } when !IsNamed(element) => "has a field without a label",
        { LocalName: "a" } when element.HasAttribute("href") && element.TextContent.Trim().Length == 0 && !element.HasAttribute("aria-label") && element.QuerySelector("img[alt]:not([alt=''])") is null => "has a link without words",
        { LocalName: "form" } when element.GetAttribute("method")?.ToLowerInvariant() is null or "get" && element.QuerySelector("input[name='form-token']") is not null => "sends its token in an address",
        _ => null,
    };

    private static bool IsNamed(IElement field) =>
        field.GetAttribute("type") is "hidden" or "submit" or "button"
        || field.HasAttribute("aria-label") || field.HasAttribute("aria-labelledby")
        || field.Closest("label") is not null
        || (field.Id is { Length: > 0 } id && field.Owner!.QuerySelectorAll("label").Any(l => l.GetAttribute("for") == id))
        || field.Closest("[hidden], [aria-hidden='true']") is not null;

    private static bool IsOutside(string? address, Uri page) =>
        address is not null && Uri.TryCreate(page, address, out var target) && target.Scheme is "http" or "https"
            && target.Authority != page.Authority;
}
