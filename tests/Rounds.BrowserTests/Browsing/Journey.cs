using System.Collections.Concurrent;
using Microsoft.Playwright;

namespace Rounds.BrowserTests;

/// <summary>
/// One person's way through the site. Whatever the browser complains about on the way (a script's fault, something the
/// content policy forbids, a missing file) and whatever a page asks of another host fails the test in <see cref="EndAsync"/>.
/// </summary>
public sealed class Journey : IAsyncDisposable
{
    private readonly ConcurrentQueue<string> _complaints = new();
    private readonly BrowserSite _site;

    private Journey(IPage page, BrowserSite site) => (Page, _site) = (page, site);

    public IPage Page { get; }

    internal static async Task<Journey> BeginAsync(IBrowserContext context, BrowserSite site)
    {
        var journey = new Journey(await context.NewPageAsync(), site);
        context.Console += (_, message) => journey.Complain(message.Type == "error", $"console: {message.Text} ({message.Location})");
        context.WebError += (_, fault) => journey.Complain(true, $"script: {fault.Error}");
        context.Response += (_, response) => journey.Complain(response.Status is 400 or >= 500, $"broke: {response.Url} {site.Site.Log.LastFault}");
        context.Request += (_, request) => journey.Complain(journey.IsOutside(request.Url), $"asked another host: {request.Url}");
        return journey;
    }

    public async Task<IResponse> GoAsync(string path)
    {
        var response = await Page.GotoAsync(path);
        return response ?? throw new Xunit.Sdk.XunitException($"{path} gave no answer.");
    }

    /// <summary>Fails when the page is wider than the window: on a phone, text would have to be pushed to and fro.</summary>
    public async Task FitsAsync()
    {
        var widths = await Page.EvaluateAsync<int[]>("() => [document.documentElement.scrollWidth, document.documentElement.clientWidth]");
        if (widths[0] <= widths[1])
        {
            return;
        }

        var wide = await Page.EvaluateAsync<string>("""
            () => [...document.querySelectorAll('body *')]
              .filter(e => e.getBoundingClientRect().right > document.documentElement.clientWidth + 1)
              .filter(e => !e.closest('.scroll'))
              .slice(0, 5).map(e => e.tagName + '.' + e.className).join(', ')
            """);
        throw new Xunit.Sdk.XunitException($"{Page.Url} is {widths[0]} pixels wide in a window of {widths[1]}: {wide}");
    }

    /// <summary>Forgives a complaint that the test provoked.</summary>
    public void Forgive(string part)
    {
        var others = _complaints.Where(c => !c.Contains(part, StringComparison.Ordinal)).ToList();
        _complaints.Clear();
        others.ForEach(_complaints.Enqueue);
    }

    /// <summary>The last step of every way. Not a part of disposing, where it would hide what failed before.</summary>
    public async Task EndAsync()
    {
        // What a page still has to say is said by the time that it has answered once more.
        await Page.EvaluateAsync<int>("() => 0");
        Assert.True(_complaints.IsEmpty, string.Join('\n', _complaints.Distinct()));
    }

    public ValueTask DisposeAsync() => Page.Context.DisposeAsync();

    private void Complain(bool really, string what)
    {
        if (really)
        {
            _complaints.Enqueue(what);
        }
    }

    private bool IsOutside(string url) =>
        url.StartsWith("http", StringComparison.Ordinal) && new Uri(url).Authority != _site.Address.Authority && new Uri(url).Authority != _site.Site.Web.Authority;
}
