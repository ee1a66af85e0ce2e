using System.IO.Compression;
using System.Net;
using System.Text;
using Microsoft.Extensions.Options;
using Rounds.Platform.Outbound;

namespace Rounds.Tests.Platform;

/// <summary>Never 2: what the site fetches for people it fetches from public addresses, and only so much of it.</summary>
public sealed class SafeClientTests : IAsyncLifetime
{
    private readonly FakeClock _clock = new();
    private LocalWeb _web = null!;
    private LocalWeb _inside = null!;

    public async Task InitializeAsync() => (_web, _inside) = (await LocalWeb.StartAsync(), await LocalWeb.StartAsync());

    public async Task DisposeAsync()
    {
        await _web.DisposeAsync();
        await _inside.DisposeAsync();
    }

    [Fact]
    public async Task Fetches_a_page_with_its_type_and_its_address_in_the_end()
    {
        _web.Serve("/article", "<p>Grüße", "text/html; charset=utf-8");
        _web.Redirect("/short", "/article", 301);

        var fetched = await FetchAsync("/short");

        Assert.Equal(FetchOutcome.Fetched, fetched.Outcome);
        Assert.Equal(new Uri(_web.Address, "/article"), fetched.Url);
        Assert.Equal("text/html; charset=utf-8", fetched.ContentType);
        Assert.Equal("<p>Grüße", Encoding.UTF8.GetString(fetched.Body));
    }

    [Theory]
    [InlineData(404, FetchOutcome.NotFound)]
    [InlineData(410, FetchOutcome.NotFound)]
    [InlineData(401, FetchOutcome.Refused)]
    [InlineData(403, FetchOutcome.Refused)]
    [InlineData(429, FetchOutcome.Refused)]
    [InlineData(451, FetchOutcome.Refused)]
    [InlineData(304, FetchOutcome.Refused)]
    [InlineData(500, FetchOutcome.ServerFault)]
    [InlineData(503, FetchOutcome.ServerFault)]
    public async Task Tells_how_it_failed(int status, FetchOutcome outcome)
    {
        _web.Answer("/", context =>
        {
            context.Response.StatusCode = status;
            return Task.CompletedTask;
        });

        Assert.Equal(outcome, (await FetchAsync("/")).Outcome);
    }

    [Theory]
    [InlineData("not an address", FetchOutcome.NotAnAddress)]
    [InlineData("", FetchOutcome.NotAnAddress)]
    [InlineData("file:///etc/passwd", FetchOutcome.NotAnAddress)]
    [InlineData("ftp://files.example.org/a", FetchOutcome.NotAnAddress)]
    [InlineData("javascript:alert(1)", FetchOutcome.NotAnAddress)]
    [InlineData("data:text/html,hello", FetchOutcome.NotAnAddress)]
    [InlineData("http://127.0.0.1/", FetchOutcome.PrivateAddress)]
    [InlineData("http://[::1]/", FetchOutcome.PrivateAddress)]
    [InlineData("http://[::ffff:127.0.0.1]/", FetchOutcome.PrivateAddress)]
    [InlineData("http://2130706433/", FetchOutcome.PrivateAddress)]
    [InlineData("http://0x7f.1/", FetchOutcome.PrivateAddress)]
    [InlineData("http://localhost/", FetchOutcome.PrivateAddress)]
    [InlineData("http://LOCALHOST./", FetchOutcome.PrivateAddress)]
    [InlineData("http://10.0.0.7/", FetchOutcome.PrivateAddress)]
    [InlineData("http://169.254.169.254/latest/meta-data/", FetchOutcome.PrivateAddress)]
    public async Task Goes_nowhere_inside(string address, FetchOutcome outcome)
    {
        using var client = Client();

        Assert.Equal(outcome, (await client.GetAsync(address, "text/html", default)).Outcome);
    }

    [Fact]
    public async Task A_test_host_opens_its_own_port_only()
    {
        _inside.Serve("/", "secret");
        using var client = Client();

        var fetched = await client.GetAsync(_inside.Address.AbsoluteUri, "text/html", default);

        Assert.Equal(FetchOutcome.PrivateAddress, fetched.Outcome);
        Assert.Empty(_inside.Asked);
    }

    [Fact]
    public async Task A_redirect_does_not_lead_inside()
    {
        _inside.Serve("/", "secret");
        _web.Redirect("/", _inside.Address.AbsoluteUri);

        Assert.Equal(FetchOutcome.PrivateAddress, (await FetchAsync("/")).Outcome);
        Assert.Empty(_inside.Asked);
    }

    [Theory]
    [InlineData("file:///etc/passwd")]
    [InlineData("gopher://news.example.org/")]
    public async Task A_redirect_does_not_change_to_another_protocol(string to)
    {
        _web.Redirect("/", to);

        Assert.Equal(FetchOutcome.NotAnAddress, (await FetchAsync("/")).Outcome);
    }

    [Theory]
    [InlineData("http://[::1")]
    [InlineData("http://")]
    [InlineData("//")]
    [InlineData("\\\\host\\share")]
    [InlineData("http://a b/")]
    [InlineData("http:///path")]
    [InlineData("%")]
    [InlineData("http://news.example.org:99999/")]
    public async Task A_redirect_to_nonsense_is_an_outcome_not_a_fault(string to)
    {
        _web.Redirect("/", to);

        Assert.NotEqual(FetchOutcome.Fetched, (await FetchAsync("/")).Outcome);
    }

    [Fact]
    public async Task Five_redirects_are_followed_and_a_sixth_is_not()
    {
        _web.Serve("/6", "the end");
        for (var hop = 0; hop < 6; hop++)
        {
            _web.Redirect($"/{hop}", $"/{hop + 1}");
        }

        Assert.Equal(FetchOutcome.Fetched, (await FetchAsync("/1")).Outcome);
        Assert.Equal(FetchOutcome.TooManyRedirects, (await FetchAsync("/0")).Outcome);
    }

    [Fact]
    public async Task A_loop_ends()
    {
        _web.Redirect("/a", "/b");
        _web.Redirect("/b", "/a");

        Assert.Equal(FetchOutcome.TooManyRedirects, (await FetchAsync("/a")).Outcome);
        Assert.Equal(6, _web.Asked.Count);
    }

    [Theory]
    [InlineData(0, FetchOutcome.Fetched, true)]
    [InlineData(0, FetchOutcome.Fetched, false)]
    [InlineData(1, FetchOutcome.TooLarge, true)]
    [InlineData(1, FetchOutcome.TooLarge, false)]
    public async Task Ten_megabytes_and_not_a_byte_more(int more, FetchOutcome outcome, bool announced)
    {
        var body = new byte[SafeClient.MostBytes + more];
        _web.Answer("/", async context =>
        {
            context.Response.ContentLength = announced ? body.Length : null;
            await context.Response.Body.WriteAsync(body);
        });

        Assert.Equal(outcome, (await FetchAsync("/")).Outcome);
    }

    [Theory]
    [InlineData("gzip")]
    [InlineData("br")]
    [InlineData("deflate")]
    public async Task A_small_body_that_unpacks_to_a_large_one_is_large(string coding)
    {
        var bomb = Pack(coding, new byte[64 * 1024 * 1024]);
        Assert.True(bomb.Length < 1024 * 1024);
        _web.Answer("/", context =>
        {
            context.Response.Headers.ContentEncoding = coding;
            return context.Response.Body.WriteAsync(bomb).AsTask();
        });

        Assert.Equal(FetchOutcome.TooLarge, (await FetchAsync("/")).Outcome);
    }

    [Fact]
    public async Task A_body_without_end_is_cut_off()
    {
        await using var server = RawServer.Start(async (stream, cancel) =>
        {
            await stream.WriteAsync("HTTP/1.1 200 OK\r\nContent-Type: text/html\r\n\r\n"u8.ToArray(), cancel);
            var more = new byte[64 * 1024];
            while (true)
            {
                await stream.WriteAsync(more, cancel);
            }
        });

        Assert.Equal(FetchOutcome.TooLarge, (await FetchAsync(server)).Outcome);
    }

    [Theory]
    [InlineData("HTTP/1.1 200 OK\r\nContent-Length: 1000\r\n\r\na few bytes and then nothing more")]
    [InlineData("HTTP/1.1 200 OK\r\n")]
    [InlineData("")]
    public async Task Who_drips_or_says_nothing_runs_out_of_time(string answer)
    {
        await using var server = RawServer.Start(async (stream, cancel) =>
        {
            await stream.WriteAsync(Encoding.ASCII.GetBytes(answer), cancel);
            await Task.Delay(Timeout.Infinite, cancel);
        });

        var fetching = FetchAsync(server);
        await server.Answered;
        await Task.Delay(50);
        Assert.False(fetching.IsCompleted);
        _clock.Advance(TimeSpan.FromSeconds(15));

        Assert.Equal(FetchOutcome.TimedOut, (await fetching.WaitAsync(TimeSpan.FromSeconds(5))).Outcome);
    }

    [Theory]
    [InlineData("this is not HTTP at all\r\n\r\n")]
    [InlineData("HTTP/1.1 200 OK\r\nContent-Length: 1000\r\n\r\nshort")]
    [InlineData("HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\nffffffffffffffffff\r\n")]
    [InlineData("HTTP/1.1 200 OK\r\nContent-Encoding: gzip\r\nContent-Length: 12\r\n\r\nnot gzip at ")]
    [InlineData("")]
    public async Task A_broken_answer_is_an_outcome_not_a_fault(string answer)
    {
        await using var server = RawServer.Start((stream, cancel) => stream.WriteAsync(Encoding.ASCII.GetBytes(answer), cancel).AsTask());

        Assert.Equal(FetchOutcome.Unreachable, (await FetchAsync(server)).Outcome);
    }

    [Fact]
    public async Task Headers_without_end_are_cut_off()
    {
        await using var server = RawServer.Start(async (stream, cancel) =>
        {
            await stream.WriteAsync("HTTP/1.1 200 OK\r\n"u8.ToArray(), cancel);
            var header = Encoding.ASCII.GetBytes($"X-Filler: {new string('a', 1000)}\r\n");
            while (true)
            {
                await stream.WriteAsync(header, cancel);
            }
        });

        Assert.Equal(FetchOutcome.Unreachable, (await FetchAsync(server)).Outcome);
    }

    [Fact]
    public async Task A_name_that_leads_inside_is_refused_where_it_is_connected_to()
    {
        _inside.Serve("/", "secret");
        using var client = Client((_, _) => Task.FromResult<IPAddress[]>([IPAddress.Loopback]));

        var fetched = await client.GetAsync($"http://rebound.example.org:{_inside.Address.Port}/", "text/html", default);

        Assert.Equal(FetchOutcome.PrivateAddress, fetched.Outcome);
        Assert.Empty(_inside.Asked);
    }

    [Fact]
    public async Task A_name_with_one_public_address_does_not_bring_its_private_one_along()
    {
        _inside.Serve("/", "secret");

        // RFC 5737: nothing answers at 192.0.2.1, nor is it public; 203.0.113.0/24 likewise. A public one is not to be had here.
        using var client = Client((_, _) => Task.FromResult<IPAddress[]>([IPAddress.Parse("10.0.0.7"), IPAddress.IPv6Loopback, IPAddress.Parse("::ffff:127.0.0.1")]));

        var fetched = await client.GetAsync($"http://mixed.example.org:{_inside.Address.Port}/", "text/html", default);

        Assert.Equal(FetchOutcome.PrivateAddress, fetched.Outcome);
        Assert.Empty(_inside.Asked);
    }

    [Fact]
    public async Task Whoever_asks_may_stop_it()
    {
        await using var server = RawServer.Start((_, cancel) => Task.Delay(Timeout.Infinite, cancel));
        using var client = Client(server: server);
        using var stop = new CancellationTokenSource();

        var fetching = client.GetAsync(server.Address, "text/html", stop.Token);
        await server.Answered;
        await stop.CancelAsync();

        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => fetching);
    }

    [Fact]
    public async Task Says_who_asks_and_carries_nothing_from_one_fetch_to_the_next()
    {
        var headers = new List<string>();
        _web.Answer("/", context =>
        {
            headers.AddRange(context.Request.Headers.Select(h => $"{h.Key}: {h.Value}"));
            context.Response.Headers.SetCookie = "tracking=1";
            return Task.CompletedTask;
        });

        using var client = Client();
        await client.GetAsync(_web.Address.AbsoluteUri, "text/html", default);
        await client.GetAsync(_web.Address.AbsoluteUri, "text/html", default);

        Assert.Contains(headers, h => h.StartsWith("User-Agent: Rounds/", StringComparison.Ordinal));
        Assert.DoesNotContain(headers, h => h.StartsWith("Cookie", StringComparison.OrdinalIgnoreCase) || h.StartsWith("Referer", StringComparison.OrdinalIgnoreCase));
    }

    private async Task<Fetched> FetchAsync(string path)
    {
        using var client = Client();
        return await client.GetAsync(new Uri(_web.Address, path).AbsoluteUri, "text/html", default);
    }

    private async Task<Fetched> FetchAsync(RawServer server)
    {
        using var client = Client(server: server);
        return await client.GetAsync(server.Address, "text/html", default);
    }

    private SafeClient Client(NameLookup? lookup = null, RawServer? server = null) =>
        new(Options.Create(new RoundsOptions { TestHosts = $"{_web.Authority}, {server?.Authority}" }), _clock, lookup);

    private static byte[] Pack(string coding, byte[] body)
    {
        using var packed = new MemoryStream();
        using (Stream stream = coding switch
        {
            "gzip" => new GZipStream(packed, CompressionLevel.Optimal),
            "br" => new BrotliStream(packed, CompressionLevel.Optimal),
            _ => new ZLibStream(packed, CompressionLevel.Optimal),
        })
        {
            stream.Write(body);
        }

        return packed.ToArray();
    }
}
