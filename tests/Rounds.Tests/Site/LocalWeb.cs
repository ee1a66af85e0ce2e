using System.Collections.Concurrent;
using System.Text;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging;

namespace Rounds.Tests;

/// <summary>
/// The rest of the web, as far as a test needs it: a real server on loopback, the only host that the site under test may
/// fetch although it is not public. What no test has put there is a 404.
/// </summary>
public sealed class LocalWeb : IAsyncDisposable
{
    private readonly ConcurrentDictionary<string, RequestDelegate> _pages = new();
    private readonly ConcurrentQueue<string> _asked = new();
    private readonly WebApplication _app;

    private LocalWeb(WebApplication app) => _app = app;

    /// <summary>Host and port, as for <c>Rounds:TestHosts</c>.</summary>
    public string Authority => Address.Authority;

    public Uri Address => new(_app.Urls.First());

    /// <summary>The paths that were asked for, with their queries, in order.</summary>
    public IReadOnlyCollection<string> Asked => _asked;

    public static async Task<LocalWeb> StartAsync()
    {
        var builder = WebApplication.CreateEmptyBuilder(new WebApplicationOptions());
        builder.WebHost.UseKestrelCore().UseUrls("http://127.0.0.1:0");
        builder.Logging.ClearProviders();
        var web = new LocalWeb(builder.Build());
        web._app.Run(web.AnswerAsync);
        await web._app.StartAsync();
        return web;
    }

    public Uri Serve(string path, string body, string contentType = "text/html; charset=utf-8", int status = 200) =>
        Serve(path, Encoding.UTF8.GetBytes(body), contentType, status);

    public Uri Serve(string path, byte[] body, string contentType, int status = 200) => Answer(path, context =>
    {
        context.Response.StatusCode = status;
        context.Response.ContentType = contentType;
        context.Response.ContentLength = body.Length;
        return HttpMethods.IsHead(context.Request.Method) ? Task.CompletedTask : context.Response.Body.WriteAsync(body).AsTask();
    });

    /// <param name="from">A path here.</param>
    /// <param name="to">A path here or any address.</param>
    /// <param name="status">301, 302, 303, 307 or 308.</param>
    public Uri Redirect(string from, string to, int status = 302) => Answer(from, context =>
    {
        context.Response.StatusCode = status;
        context.Response.Headers.Location = to;
        return Task.CompletedTask;
    });

    /// <summary>Whatever a path shall do: wait, break off, count.</summary>
    public Uri Answer(string path, RequestDelegate answer)
    {
        _pages[path] = answer;
        return new Uri(Address, path);
    }

    public ValueTask DisposeAsync() => _app.DisposeAsync();

    private Task AnswerAsync(HttpContext context)
    {
        var path = context.Request.Path.Value + context.Request.QueryString.Value;
        _asked.Enqueue(path);
        if (_pages.TryGetValue(path, out var answer) || _pages.TryGetValue(context.Request.Path.Value ?? "", out answer))
        {
            return answer(context);
        }

        context.Response.StatusCode = StatusCodes.Status404NotFound;
        return Task.CompletedTask;
    }
}
