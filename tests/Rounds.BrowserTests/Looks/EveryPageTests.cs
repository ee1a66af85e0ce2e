using Microsoft.Playwright;
using Rounds.Features.Posts;

namespace Rounds.BrowserTests.Looks;

/// <summary>One page of each kind that links lead to, as a guest and as the owner: accessible in both schemes, and as wide as a phone.</summary>
public sealed class EveryPageTests(BrowserSite site) : IClassFixture<BrowserSite>
{
    /// <summary>Pages that no link leads to, or only for some.</summary>
    private static readonly string[] Unlinked = ["/nothing-here", "/sign-in", "/forgot-password", "/invitation/no-such-token"];

    [Theory]
    [InlineData(false, ColorScheme.Light)]
    [InlineData(false, ColorScheme.Dark)]
    [InlineData(true, ColorScheme.Light)]
    [InlineData(true, ColorScheme.Dark)]
    public async Task Every_page_is_accessible(bool isOwner, ColorScheme scheme)
    {
        await using var journey = await OpenAsync(isOwner, new() { ColorScheme = scheme });
        await EachAsync(journey, isOwner, Axe.CheckAsync);
    }

    [Theory]
    [InlineData(false, 390)]
    [InlineData(false, 320)]
    [InlineData(true, 390)]
    [InlineData(true, 320)]
    public async Task Every_page_fits_a_phone(bool isOwner, int width)
    {
        await using var journey = await OpenAsync(isOwner, new() { ViewportSize = new() { Width = width, Height = 720 }, HasTouch = true });
        await EachAsync(journey, isOwner, _ => journey.FitsAsync());
    }

    private async Task<Journey> OpenAsync(bool isOwner, BrowserNewContextOptions options)
    {
        await HardPostsAsync();
        return isOwner ? await site.SignInAsync("olive", "owner", options) : await site.VisitAsync(options);
    }

    /// <summary>Looks at all of them before it fails, so that one run tells all there is to do.</summary>
    private async Task EachAsync(Journey journey, bool isOwner, Func<IPage, Task> check)
    {
        var visitor = isOwner ? await site.Site.SignInAsync("olive", "owner") : site.Site.Guest();
        var faults = new List<string>();
        foreach (var path in (await Crawl.KindsAsync(visitor)).Concat(Unlinked))
        {
            await journey.GoAsync(path);
            try
            {
                await check(journey.Page);
            }
            catch (Xunit.Sdk.XunitException fault)
            {
                faults.Add(fault.Message);
            }
        }

        // The page of an address where nothing is answers 404, which the browser notes.
        journey.Forgive("404");
        Assert.True(faults.Count == 0, string.Join('\n', faults));
    }

    /// <summary>What a design does not expect: a word without end, another direction, no title's end in sight.</summary>
    private async Task HardPostsAsync()
    {
        if (await site.Site.InDbAsync(db => Task.FromResult(db.Topics.Any(t => t.Slug == "hard-to-set"))))
        {
            return;
        }

        var topic = await site.Site.OpenTopicAsync("Hard to set", curator: "olive");
        await site.Site.PublishAsync(topic, "Donaudampfschifffahrtselektrizitätenhauptbetriebswerkbauunterbeamtengesellschaft", p => p.SetTags(["Rindfleischetikettierungsüberwachungsaufgabenübertragungsgesetz"]));
        await site.Site.PublishAsync(topic, "نظافة اليدين تنقذ الأرواح في المستشفيات الصغيرة", p =>
        {
            p.SetLanguage("ar");
            p.SetInsight("اقرأ هذا **قبل** نوبة الليل.");
        });
        await site.Site.PublishAsync(topic, string.Join(' ', Enumerable.Repeat("a title that goes on", 12)), p =>
            p.SetInsight("| no | table |\n\n```\nwidth: 1000000000000000000000000000000000000000000000000000000000000000000000000000000\n```\n\nhttps://a-very-long-host-name-without-any-hyphen.example/path/that/goes/on/and/on/without/a/space/anywhere/in/it"));
        await site.Site.PublishAsync(topic, "A note without a source", p => p.SetKind(PostKind.Note));
    }
}
