using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace Rounds.BrowserTests.Journeys;

/// <summary>Never 8: no core task needs JavaScript.</summary>
public sealed class WithoutScriptTests(BrowserSite site) : IClassFixture<BrowserSite>
{
    private static readonly BrowserNewContextOptions Plain = new() { JavaScriptEnabled = false };

    [Fact]
    public async Task A_curator_captures_edits_and_publishes()
    {
        var topic = await site.Site.OpenTopicAsync("Plain pages", curator: "noor");
        var article = Article.On(site.Site.Web, "/plain", "Forms that simply work", "Ines Okafor");
        await using var noor = await site.SignInAsync("noor", options: Plain);

        await noor.GoAsync($"/t/{topic.Slug}");
        await noor.Page.GetByLabel("Address of an article").FillAsync(article);
        await noor.Page.GetByRole(AriaRole.Button, new() { Name = "Capture" }).ClickAsync();
        var link = noor.Page.GetByRole(AriaRole.Link, new() { Name = "Add insight" });
        for (var look = 0; look < 50 && !await link.IsVisibleAsync(); look++)
        {
            await Task.Delay(100);
            await noor.Page.ReloadAsync();
        }

        await link.ClickAsync();
        await noor.Page.GetByLabel("What you think of it").FillAsync("Nothing to wait for.");
        await noor.Page.GetByRole(AriaRole.Button, new() { Name = "Publish", Exact = true }).ClickAsync();
        await Expect(noor.Page.Locator(".insight")).ToContainTextAsync("Nothing to wait for.");
    }

    [Fact]
    public async Task A_reader_comments_thanks_and_searches()
    {
        var topic = await site.Site.OpenTopicAsync("Reading plainly", curator: "noor");
        var post = await site.Site.PublishAsync(topic, "A page is enough");
        await using var guest = await site.VisitAsync(new() { JavaScriptEnabled = false });

        await guest.GoAsync($"/t/{topic.Slug}/p/{post.Id}");
        await guest.Page.GetByLabel("Your name").FillAsync("Kit");
        await guest.Page.GetByLabel("Your comment").FillAsync("It is.");
        await guest.Page.GetByRole(AriaRole.Button, new() { Name = "Send comment" }).ClickAsync();
        await Expect(guest.Page.Locator("main")).ToContainTextAsync("moderator");

        await guest.GoAsync($"/t/{topic.Slug}/search");
        await guest.Page.GetByLabel("Search in this topic").FillAsync("enough");
        await guest.Page.GetByRole(AriaRole.Button, new() { Name = "Search" }).ClickAsync();
        await Expect(guest.Page.GetByRole(AriaRole.Heading, new() { Name = "A page is enough" })).ToBeVisibleAsync();
    }
}
