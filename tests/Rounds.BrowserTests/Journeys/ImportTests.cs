using System.Text;
using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace Rounds.BrowserTests.Journeys;

public sealed class ImportTests(BrowserSite site) : IClassFixture<BrowserSite>
{
    private const string Bookmarks = """
        <!DOCTYPE NETSCAPE-Bookmark-file-1>
        <META HTTP-EQUIV="Content-Type" CONTENT="text/html; charset=UTF-8">
        <TITLE>Bookmarks</TITLE>
        <H1>Bookmarks</H1>
        <DL><p>
          <DT><H3 ADD_DATE="1760000000">Wards</H3>
          <DL><p>
            <DT><A HREF="https://lantern.example/quiet-hours" ADD_DATE="1760000100" TAGS="sleep,wards">Quiet hours that stay quiet</A>
            <DD>Show this to the night team.
            <DT><A HREF="https://lantern.example/handover" ADD_DATE="1760000200">Handover in five sentences</A>
          </DL><p>
        </DL><p>
        """;

    [Fact]
    public async Task A_file_of_bookmarks_becomes_a_topic_and_the_second_time_changes_nothing()
    {
        await using var owner = await site.SignInAsync("olive", "owner");

        await ImportAsync(owner.Page, "Saved for later");
        await Expect(owner.Page.Locator(".import-report")).ToContainTextAsync("2");
        await owner.Page.GetByRole(AriaRole.Link, new() { Name = "See the topic" }).ClickAsync();
        await Expect(owner.Page.GetByRole(AriaRole.Heading, new() { Name = "Quiet hours that stay quiet" })).ToBeVisibleAsync();
        await Expect(owner.Page.Locator(".insight").First).ToContainTextAsync("Show this to the night team.");
        var topic = new Uri(owner.Page.Url).AbsolutePath;

        await ImportAsync(owner.Page, "Saved for later");
        await owner.GoAsync(topic);
        await Expect(owner.Page.Locator("article.card")).ToHaveCountAsync(2);
    }

    private static async Task ImportAsync(IPage page, string title)
    {
        await page.GotoAsync("/import");
        await page.GetByLabel("Files").SetInputFilesAsync(new FilePayload { Name = "bookmarks.html", MimeType = "text/html", Buffer = Encoding.UTF8.GetBytes(Bookmarks) });
        await page.GetByLabel("Title of a new topic").FillAsync(title);
        await page.GetByRole(AriaRole.Button, new() { Name = "Import" }).ClickAsync();
        await Expect(page.Locator(".import-report")).ToBeVisibleAsync();
    }
}
