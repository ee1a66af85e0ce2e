using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace Rounds.BrowserTests.Journeys;

public sealed class ReshareTests(BrowserSite site) : IClassFixture<BrowserSite>
{
    [Fact]
    public async Task A_post_is_taken_into_another_topic_and_the_credit_shows_on_both()
    {
        var source = await site.Site.OpenTopicAsync("Clean hands", curator: "noor");
        var own = await site.Site.OpenTopicAsync("Small hospitals", curator: "sam");
        var post = await site.Site.PublishAsync(source, "Soap beats gel on sticky hands");
        await using var sam = await site.SignInAsync("sam");

        await sam.GoAsync($"/t/{source.Slug}");
        await sam.Page.Locator($"#post-{post.Id}").GetByRole(AriaRole.Link, new() { Name = "Reshare" }).ClickAsync();
        await sam.Page.GetByLabel("Into the topic").SelectOptionAsync(own.Title);
        await sam.Page.GetByLabel("Your own insight").FillAsync("We have two sinks for forty people. This is why that matters.");
        await sam.Page.GetByRole(AriaRole.Button, new() { Name = "Publish", Exact = true }).ClickAsync();

        await using var guest = await site.VisitAsync();
        await guest.GoAsync($"/t/{own.Slug}");
        var card = guest.Page.Locator("article.card", new() { HasText = "Soap beats gel" });
        await Expect(card.Locator(".insight")).ToContainTextAsync("two sinks for forty people");
        await Expect(card.GetByRole(AriaRole.Link, new() { Name = "Clean hands" })).ToBeVisibleAsync();
        await guest.GoAsync($"/t/{source.Slug}/p/{post.Id}");
        await Expect(guest.Page.Locator("main")).ToContainTextAsync("Small hospitals");
    }
}
