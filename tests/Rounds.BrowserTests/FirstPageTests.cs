namespace Rounds.BrowserTests;

public sealed class FirstPageTests(BrowserSite site) : IClassFixture<BrowserSite>
{
    [Fact]
    public async Task The_first_page_opens_without_a_complaint()
    {
        await using var guest = await site.VisitAsync();

        var answer = await guest.GoAsync("/");

        Assert.Equal(200, answer.Status);
        await Axe.CheckAsync(guest.Page);
        await guest.FitsAsync();
    }
}
