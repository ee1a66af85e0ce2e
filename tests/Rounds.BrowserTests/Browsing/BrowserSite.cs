using Microsoft.Playwright;
using Rounds.Features.Demo;

namespace Rounds.BrowserTests;

/// <summary>A site with the demo content and a browser to look at it; one for each test class.</summary>
public sealed class BrowserSite : IAsyncLifetime
{
    private readonly Browser _browser = new();

    public SqliteSite Site { get; } = new();

    /// <summary>By name, not by number: passkeys belong to a domain.</summary>
    public Uri Address => new UriBuilder(Site.Address) { Host = "localhost" }.Uri;

    public async Task InitializeAsync()
    {
        await Site.InitializeAsync();

        // A browser goes by the machine's clock, so its cookies' dates have to be in that time.
        var late = TimeProvider.System.GetUtcNow() - Site.Clock.GetUtcNow();
        Site.Clock.Advance(late > TimeSpan.Zero ? late : TimeSpan.Zero);
        await DemoContent.FillAsync(Site.Services, CancellationToken.None);
        await _browser.InitializeAsync();
    }

    public async Task DisposeAsync()
    {
        await _browser.DisposeAsync();
        await Site.DisposeAsync();
    }

    /// <summary>Waits until nothing is left to do behind the pages; fails with the fault when something keeps failing.</summary>
    public Task JobsDoneAsync() => Site.WaitAsync(() => Site.InDbAsync(db => Task.FromResult(!db.Jobs.Any())));

    /// <summary>Somebody at the site, not signed in.</summary>
    public async Task<Journey> VisitAsync(BrowserNewContextOptions? options = null)
    {
        options ??= new BrowserNewContextOptions();
        options.BaseURL = Address.ToString();
        var context = await _browser.NewContextAsync(options);
        context.SetDefaultTimeout(10_000);
        return await Journey.BeginAsync(context, this);
    }

    /// <summary>Somebody signed in, made if missing.</summary>
    public async Task<Journey> SignInAsync(string handle, string siteRole = "curator", BrowserNewContextOptions? options = null)
    {
        var person = await Site.SignInAsync(handle, siteRole);
        var journey = await VisitAsync(options);
        await journey.Page.Context.AddCookiesAsync(person.Cookies.Names.Select(n => new Cookie
        {
            Name = n,
            Value = person.Cookies.Value(n)!,
            Url = Address.ToString(),
            HttpOnly = true,
        }));
        return journey;
    }
}
