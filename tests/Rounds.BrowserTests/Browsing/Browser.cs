using Microsoft.Playwright;

namespace Rounds.BrowserTests;

/// <summary>Debian's Chromium, driven by Playwright. Where there is none, tests that need it are skipped, and fail in CI.</summary>
public sealed class Browser : IAsyncLifetime
{
    private static readonly string[] Names = ["chromium", "chromium-browser", "google-chrome"];

    private IPlaywright? _driver;
    private IBrowser? _chromium;

    /// <summary>How the browser is started. No sandbox inside the sandboxes that tests run in, and nothing that calls home.</summary>
    public static BrowserTypeLaunchOptions Launch => new()
    {
        ExecutablePath = Find() ?? throw new NotRunException($"No Chromium: none of {string.Join(", ", Names)} is on the PATH. ./test installs it."),
        Args = ["--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run", "--disable-background-networking", "--disable-component-update", "--disable-sync"],
    };

    public async Task InitializeAsync()
    {
        if (Find() is not null)
        {
            _driver = await Playwright.CreateAsync();
            _chromium = await _driver.Chromium.LaunchAsync(Launch);
        }
    }

    public async Task DisposeAsync()
    {
        if (_chromium is not null)
        {
            await _chromium.DisposeAsync();
        }

        _driver?.Dispose();
    }

    /// <summary>A browser window of its own: nothing shared with another but the program.</summary>
    public Task<IBrowserContext> NewContextAsync(BrowserNewContextOptions? options = null) =>
        _chromium?.NewContextAsync(options) ?? throw new NotRunException("No Chromium.");

    private static string? Find() => (Environment.GetEnvironmentVariable("PATH") ?? "").Split(Path.PathSeparator)
        .SelectMany(folder => Names.Select(name => Path.Combine(folder, name)))
        .FirstOrDefault(File.Exists);
}
