using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace Rounds.BrowserTests.Journeys;

/// <summary>Without a mouse: everything can be reached in order, it is seen where one is, and nothing holds one fast.</summary>
public sealed class KeyboardTests(BrowserSite site) : IClassFixture<BrowserSite>
{
    [Fact]
    public async Task The_first_step_leads_past_the_navigation()
    {
        await using var guest = await site.VisitAsync();
        await guest.GoAsync("/");

        await guest.Page.Keyboard.PressAsync("Tab");
        await Expect(guest.Page.GetByRole(AriaRole.Link, new() { Name = "Skip to the content" })).ToBeFocusedAsync();
        await guest.Page.Keyboard.PressAsync("Enter");

        await Expect(guest.Page.Locator("main")).ToBeFocusedAsync();
    }

    [Fact]
    public async Task A_curator_captures_and_publishes_with_the_keyboard_only()
    {
        var topic = await site.Site.OpenTopicAsync("Keys only", curator: "noor");
        var article = Article.On(site.Site.Web, "/keys", "Ten fingers are enough", "Ines Okafor");
        await using var noor = await site.SignInAsync("noor");
        await noor.GoAsync($"/t/{topic.Slug}");

        await TabToAsync(noor.Page, "capture-url");
        await noor.Page.Keyboard.TypeAsync(article);
        await noor.Page.Keyboard.PressAsync("Enter");
        await Expect(noor.Page.GetByRole(AriaRole.Link, new() { Name = "Add insight" })).ToBeVisibleAsync(new() { Timeout = 15_000 });
        await TabToAsync(noor.Page, "Add insight");
        await noor.Page.Keyboard.PressAsync("Enter");

        await Expect(noor.Page.GetByLabel("What you think of it")).ToBeVisibleAsync();
        await TabToAsync(noor.Page, "Input_Insight");
        await noor.Page.Keyboard.TypeAsync("Typed without a mouse.");
        await TabToAsync(noor.Page, "Publish");
        await noor.Page.Keyboard.PressAsync("Enter");

        await Expect(noor.Page.Locator(".insight")).ToContainTextAsync("Typed without a mouse.");
    }

    [Fact]
    public async Task It_is_always_seen_where_one_is()
    {
        await using var owner = await site.SignInAsync("olive", "owner");
        foreach (var path in await Crawl.KindsAsync(await site.Site.SignInAsync("olive", "owner")))
        {
            await owner.GoAsync(path);
            var unseen = await owner.Page.EvaluateAsync<string[]>(FocusWalk);
            Assert.True(unseen.Length == 0, $"{path}: nothing shows the focus on\n{string.Join('\n', unseen)}");
        }
    }

    /// <summary>Focuses all that can be focused and tells what looks the same with the focus as without.</summary>
    private const string FocusWalk = """
        async () => {
          const looks = e => { const s = getComputedStyle(e); return [s.outlineStyle, s.outlineWidth, s.outlineColor, s.boxShadow, s.borderColor, s.backgroundColor, s.color, s.textDecorationLine].join(); };
          const unseen = [];
          for (const e of [...document.querySelectorAll('a[href], button, input:not([type=hidden]), select, textarea, summary, [tabindex="0"]')].slice(0, 80)) {
            if (!e.checkVisibility() || e.disabled || e.tabIndex < 0) continue;
            document.activeElement?.blur();
            const before = looks(e);
            e.focus({ focusVisible: true });
            await new Promise(requestAnimationFrame);
            const ring = getComputedStyle(e);
            const within = e.closest(':focus-within') && looks(e) !== before;
            if (document.activeElement === e && !within && (ring.outlineStyle === 'none' || parseFloat(ring.outlineWidth) === 0)) unseen.push(e.outerHTML.slice(0, 140));
          }
          return unseen;
        }
        """;

    /// <summary>Presses Tab until the element with an id, or with words of its own, has the focus.</summary>
    private static async Task TabToAsync(IPage page, string idOrText)
    {
        for (var step = 0; step < 80; step++)
        {
            await page.Keyboard.PressAsync("Tab");
            var isThere = await page.EvaluateAsync<bool>(
                "wanted => { const e = document.activeElement; return e.id === wanted || (e.matches('a, button') && e.textContent.trim().startsWith(wanted)); }", idOrText);
            if (isThere)
            {
                return;
            }
        }

        throw new Xunit.Sdk.XunitException($"{page.Url}: eighty times Tab did not lead to '{idOrText}'.");
    }
}
