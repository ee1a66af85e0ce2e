using System.IO.Compression;
using System.Net;
using System.Text;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Rounds.Platform.Web;

namespace Rounds.Tests.Platform;

/// <summary>Copies of guests' pages, in a program of their own with a page that counts how often it was made.</summary>
public sealed class GuestPagesTests : IAsyncLifetime
{
    private static readonly TimeSpan Lifetime = TimeSpan.FromSeconds(60);

    private readonly FakeClock _clock = new();
    private readonly List<object> _served = [];
    private WebApplication _app = null!;
    private HttpClient _http = null!;
    private GuestPages _pages = null!;
    private int _made;
    private Func<HttpContext, Task> _whileMaking = _ => Task.CompletedTask;

    public async Task InitializeAsync()
    {
        var builder = WebApplication.CreateEmptyBuilder(new WebApplicationOptions());
        builder.WebHost.UseKestrelCore().UseUrls("http://127.0.0.1:0");
        builder.Logging.ClearProviders();
        _pages = new GuestPages(_clock, Lifetime);
        _pages.Served += (_, subject) => _served.Add(subject);
        builder.Services.AddSingleton(_pages);
        _app = builder.Build();
        _app.UseMiddleware<GuestPagesMiddleware>();
        _app.Run(MakeAsync);
        await _app.StartAsync();
        _http = new HttpClient(new SocketsHttpHandler { UseCookies = false, AllowAutoRedirect = false }) { BaseAddress = new Uri(_app.Urls.First()) };
    }

    public async Task DisposeAsync()
    {
        _http.Dispose();
        await _app.DisposeAsync();
    }

    [Fact]
    public async Task A_second_guest_gets_a_copy_and_both_are_counted()
    {
        Assert.Equal("page 1", await TextAsync("/topic"));
        Assert.Equal("page 1", await TextAsync("/topic"));

        Assert.Equal(["/topic", "/topic"], _served);
    }

    [Fact]
    public async Task A_copy_sets_no_cookie_and_may_not_be_kept_without_asking()
    {
        for (var visit = 0; visit < 2; visit++)
        {
            var answer = await AskAsync("/topic");
            Assert.False(answer.Headers.Contains("Set-Cookie"));
            Assert.Equal("no-cache", answer.Headers.CacheControl?.ToString());
            Assert.Contains("Cookie", answer.Headers.Vary);
            Assert.True(answer.Headers.Contains("Content-Security-Policy"));
        }
    }

    [Fact]
    public async Task A_page_that_sets_a_cookie_is_nobody_elses()
    {
        _whileMaking = context =>
        {
            context.Response.Cookies.Append("mine", "1");
            return Task.CompletedTask;
        };

        Assert.Equal("page 1", await TextAsync("/topic"));
        Assert.Equal("page 2", await TextAsync("/topic"));
    }

    [Theory]
    [InlineData("rounds-session=abc")]
    [InlineData("theme=dark; rounds-session=abc")]
    [InlineData("rounds-sessionC1=chunk")]
    [InlineData("rounds-notice=abc")]
    public async Task Whoever_has_something_of_their_own_gets_a_page_of_their_own(string cookies)
    {
        await TextAsync("/topic");

        Assert.Equal("page 2", await TextAsync("/topic", ("Cookie", cookies)));
        Assert.Equal("page 1", await TextAsync("/topic"));
    }

    [Fact]
    public async Task Other_cookies_do_not_matter()
    {
        await TextAsync("/topic");

        Assert.Equal("page 1", await TextAsync("/topic", ("Cookie", "theme=dark")));
    }

    [Fact]
    public async Task A_change_drops_the_copies_that_show_it_and_no_others()
    {
        await TextAsync("/topic");
        await TextAsync("/topic?page=2");
        await TextAsync("/other");

        _pages.Drop("/topic");

        Assert.Equal("page 4", await TextAsync("/topic"));
        Assert.Equal("page 5", await TextAsync("/topic?page=2"));
        Assert.Equal("page 3", await TextAsync("/other"));
    }

    [Fact]
    public async Task A_page_that_changed_while_it_was_made_is_not_kept()
    {
        _whileMaking = _ =>
        {
            _pages.Drop("/topic");
            return Task.CompletedTask;
        };
        Assert.Equal("page 1", await TextAsync("/topic"));
        _whileMaking = _ => Task.CompletedTask;

        Assert.Equal("page 2", await TextAsync("/topic"));
    }

    [Fact]
    public async Task A_copy_grows_old()
    {
        await TextAsync("/topic");
        _clock.Advance(Lifetime - TimeSpan.FromSeconds(1));
        Assert.Equal("page 1", await TextAsync("/topic"));

        _clock.Advance(TimeSpan.FromSeconds(1));

        Assert.Equal("page 2", await TextAsync("/topic"));
    }

    [Fact]
    public async Task Whoever_has_it_already_is_told_so()
    {
        var tag = (await AskAsync("/topic")).Headers.ETag!.ToString();

        var again = await AskAsync("/topic", ("If-None-Match", tag));

        Assert.Equal(HttpStatusCode.NotModified, again.StatusCode);
        Assert.Empty(await again.Content.ReadAsByteArrayAsync());
        _pages.Drop("/topic");
        Assert.Equal(HttpStatusCode.OK, (await AskAsync("/topic", ("If-None-Match", tag))).StatusCode);
    }

    [Theory]
    [InlineData("br", "br")]
    [InlineData("gzip, deflate, br, zstd", "br")]
    [InlineData("gzip", "gzip")]
    [InlineData("identity", null)]
    [InlineData("", null)]
    [InlineData("br;q=0, gzip;q=0.5", "gzip")]
    [InlineData("gzip;q=0", null)]
    [InlineData("brotli-like, x-gzip2", null)]
    public async Task The_copy_comes_in_the_coding_that_was_asked_for(string accepted, string? coding)
    {
        await TextAsync("/topic");

        var answer = await AskAsync("/topic", ("Accept-Encoding", accepted));

        Assert.Equal(coding, answer.Content.Headers.ContentEncoding.SingleOrDefault());
        var body = await answer.Content.ReadAsByteArrayAsync();
        Assert.Equal(body.Length, answer.Content.Headers.ContentLength);
        Assert.Equal("page 1", Encoding.UTF8.GetString(Unpack(body, coding)));
    }

    [Fact]
    public async Task Asking_for_the_head_brings_no_body()
    {
        await TextAsync("/topic");

        var answer = await _http.SendAsync(new HttpRequestMessage(HttpMethod.Head, "/topic"));

        Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
        Assert.Empty(await answer.Content.ReadAsByteArrayAsync());
        Assert.Equal(1, _made);
    }

    [Theory]
    [InlineData("/topic?q=words")]
    [InlineData("/topic?page=2&utm_source=x")]
    [InlineData("/nothing-said")]
    [InlineData("/missing")]
    public async Task What_is_no_page_of_its_own_is_not_kept(string path)
    {
        await TextAsync(path);

        Assert.Equal("page 2", await TextAsync(path));
    }

    [Fact]
    public async Task A_form_is_never_answered_with_a_copy()
    {
        await TextAsync("/topic");

        var answer = await _http.PostAsync("/topic", new StringContent(""));

        Assert.Equal("page 2", await answer.Content.ReadAsStringAsync());
    }

    [Fact]
    public async Task Another_host_has_copies_of_its_own()
    {
        await TextAsync("/topic");

        Assert.Equal("page 2", await TextAsync("/topic", ("Host", "attacker.example")));
        Assert.Equal("page 1", await TextAsync("/topic"));
    }

    [Fact]
    public async Task Made_up_addresses_do_not_fill_the_memory()
    {
        for (var robot = 0; robot < 1100; robot++)
        {
            await TextAsync($"/topic?page={robot}");
        }

        Assert.Equal("page 1101", await TextAsync("/topic?page=0"));
    }

    [Fact]
    public async Task A_broken_page_is_a_fault_and_not_a_copy()
    {
        _whileMaking = _ => throw new InvalidOperationException("As the test wanted.");
        Assert.Equal(HttpStatusCode.InternalServerError, (await AskAsync("/topic")).StatusCode);
        _whileMaking = _ => Task.CompletedTask;

        Assert.Equal("page 2", await TextAsync("/topic"));
    }

    private async Task MakeAsync(HttpContext context)
    {
        var number = Interlocked.Increment(ref _made);
        var path = context.Request.Path.Value!;
        if (path == "/missing")
        {
            context.Response.StatusCode = 404;
        }

        if (path != "/nothing-said")
        {
            context.ServeToGuests(path, path);
        }

        await _whileMaking(context);
        context.Response.ContentType = "text/html; charset=utf-8";
        await context.Response.WriteAsync($"page {number}");
    }

    private async Task<HttpResponseMessage> AskAsync(string path, params (string Name, string Value)[] headers)
    {
        var request = new HttpRequestMessage(HttpMethod.Get, path);
        foreach (var (name, value) in headers)
        {
            request.Headers.TryAddWithoutValidation(name, value);
        }

        return await _http.SendAsync(request);
    }

    private async Task<string> TextAsync(string path, params (string Name, string Value)[] headers) =>
        await (await AskAsync(path, headers)).Content.ReadAsStringAsync();

    private static byte[] Unpack(byte[] body, string? coding)
    {
        using var packed = new MemoryStream(body);
        using Stream stream = coding switch
        {
            "br" => new BrotliStream(packed, CompressionMode.Decompress),
            "gzip" => new GZipStream(packed, CompressionMode.Decompress),
            _ => packed,
        };
        using var plain = new MemoryStream();
        stream.CopyTo(plain);
        return plain.ToArray();
    }
}
