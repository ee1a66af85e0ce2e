namespace Rounds.Extraction.Tests;

public sealed class AccessTests
{
    [Theory]
    [InlineData("<title>Just a moment...</title><body><h1>www.aldermoor.example</h1><p>Checking your browser before accessing the site.</p>", PageAccess.BotCheck)]
    [InlineData("<title>Page not found | Aldermoor Clinic</title><body><h1>Sorry</h1><p>There is nothing at this address.</p>", PageAccess.NotFound)]
    [InlineData("<title>News</title><body><h1>We value your privacy</h1><p>We and our partners store information on a device. Please choose.</p><button>Accept all</button>", PageAccess.CookieWall)]
    [InlineData("<title>Ward report</title><body><article><h1>Ward report</h1><p>The first ward opened its doors in spring, and people came from far away to see what had been built.</p><p>Subscribe to continue reading this report.</p></article>", PageAccess.Paywall)]
    [InlineData("<title>Ward report</title><body><article><h1>Ward report</h1><p>The first ward opened its doors in spring, and people came from far away to see what had been built.</p></article>", PageAccess.Open)]
    public void Walls_are_told_from_pages(string html, PageAccess expected) => Assert.Equal(expected, ArticleExtractor.Extract(html, null).Access);
}
