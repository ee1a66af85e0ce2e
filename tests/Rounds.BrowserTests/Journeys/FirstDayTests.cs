using Microsoft.Extensions.DependencyInjection;
using Microsoft.Playwright;
using Rounds.Features.Accounts;
using static Microsoft.Playwright.Assertions;

namespace Rounds.BrowserTests.Journeys;

/// <summary>The main job, from the link that the program prints to a comment that stands under a published post.</summary>
public sealed class FirstDayTests(BrowserSite site) : IClassFixture<BrowserSite>
{
    [Fact]
    public async Task From_the_set_up_link_to_a_reader_s_comment()
    {
        var article = Article.On(site.Site.Web, "/night-light", "A dimmer light on the night ward", "Mira Calloway");
        await using var owner = await site.VisitAsync();
        await SetUpAsync(owner.Page);
        await OpenTopicAsync(owner.Page);

        await owner.Page.GetByLabel("Address of an article").FillAsync(article);
        await owner.Page.GetByRole(AriaRole.Button, new() { Name = "Capture" }).ClickAsync();
        var card = owner.Page.Locator("article.card", new() { HasText = "A dimmer light on the night ward" });
        await Expect(card.GetByText("Draft")).ToBeVisibleAsync(new() { Timeout = 15_000 });
        await Expect(card.GetByText("Mira Calloway")).ToBeVisibleAsync();

        await card.GetByRole(AriaRole.Link, new() { Name = "Add insight" }).ClickAsync();
        await owner.Page.GetByLabel("What you think of it").FillAsync("We tried this in March: **fewer calls**, better sleep.");
        await owner.Page.GetByLabel("Tags").FillAsync("Sleep, Wards");
        await owner.Page.GetByRole(AriaRole.Button, new() { Name = "Publish", Exact = true }).ClickAsync();

        await using var guest = await site.VisitAsync();
        await ReadAsync(guest.Page);
        await CommentAsync(guest.Page);
        await guest.GoAsync("/t/care-at-night");
        await Expect(guest.Page.GetByText("Same on our ward")).Not.ToBeVisibleAsync();

        await owner.GoAsync("/moderation");
        await owner.Page.Locator("article", new() { HasText = "Same on our ward" }).GetByRole(AriaRole.Button, new() { Name = "Approve" }).ClickAsync();
        await guest.Page.GetByRole(AriaRole.Link, new() { Name = "1 comment" }).Or(guest.Page.GetByRole(AriaRole.Link, new() { Name = "Comment", Exact = true })).First.ClickAsync();
        await Expect(guest.Page.GetByText("Same on our ward")).ToBeVisibleAsync();
    }

    private async Task SetUpAsync(IPage page)
    {
        await using var scope = site.Site.Services.CreateAsyncScope();
        var token = await scope.ServiceProvider.GetRequiredService<OwnerSetup>().InviteOwnerAsync(CancellationToken.None);
        await page.GotoAsync($"/invitation/{token}");
        await page.GetByLabel("Your name").FillAsync("Ona Brightwater");
        await page.GetByLabel("Handle").FillAsync("ona");
        await page.GetByLabel("E-mail").FillAsync("ona@people.example");
        await page.GetByLabel("Password").FillAsync("a lantern in the corridor");
        await page.GetByRole(AriaRole.Button, new() { Name = "Make the owner's account" }).ClickAsync();
        await Expect(page.GetByRole(AriaRole.Link, new() { Name = "Desk" })).ToBeVisibleAsync();
    }

    private static async Task OpenTopicAsync(IPage page)
    {
        await page.GotoAsync("/topics/new");
        await page.GetByLabel("Title").FillAsync("Care at night");
        await page.GetByLabel("Description").FillAsync("What helps people who work while others sleep.");
        await page.GetByRole(AriaRole.Button, new() { Name = "Open the topic" }).ClickAsync();
        await Expect(page).ToHaveURLAsync(new System.Text.RegularExpressions.Regex("/t/care-at-night$"));
    }

    private static async Task ReadAsync(IPage page)
    {
        await page.GotoAsync("/t/care-at-night");
        await Expect(page.GetByRole(AriaRole.Heading, new() { Name = "A dimmer light on the night ward" })).ToBeVisibleAsync();
        await Expect(page.Locator(".insight strong", new() { HasText = "fewer calls" })).ToBeVisibleAsync();
        await Expect(page.Locator("blockquote")).ToContainTextAsync("Dimmed lamps");
        await Expect(page.GetByRole(AriaRole.Link, new() { Name = "Sleep" }).First).ToBeVisibleAsync();
    }

    private async Task CommentAsync(IPage page)
    {
        await page.GetByRole(AriaRole.Link, new() { Name = "Comment", Exact = true }).ClickAsync();
        await page.GetByLabel("Your name").FillAsync("Kit");
        await page.GetByLabel("Your comment").FillAsync("Same on our ward, since spring.");
        site.Site.Clock.Advance(TimeSpan.FromSeconds(30));
        await page.GetByRole(AriaRole.Button, new() { Name = "Send comment" }).ClickAsync();
        var check = page.GetByRole(AriaRole.Button, new() { Name = "Check and send" });
        if (await check.IsVisibleAsync())
        {
            site.Site.Clock.Advance(TimeSpan.FromSeconds(5));
            await check.ClickAsync();
        }

        await Expect(page.Locator("main")).ToContainTextAsync("moderator");
    }
}
