using System.Net;
using System.Net.Sockets;
using Microsoft.Extensions.Options;
using Rounds.Extraction.Gates;

namespace Rounds.Platform.Outbound;

/// <summary>What came back, or how it failed. <see cref="Body"/> is empty unless <see cref="Outcome"/> is Fetched.</summary>
public sealed record Fetched(FetchOutcome Outcome, Uri? Url, string? ContentType, byte[] Body)
{
    public static Fetched Failed(FetchOutcome outcome) => new(outcome, null, null, []);
}

/// <summary>Finds a name's addresses; a test puts a name in its place that changes its mind.</summary>
public delegate Task<IPAddress[]> NameLookup(string host, CancellationToken cancel);

/// <summary>
/// The only way to fetch a URL that a person or a page gave us. The address is checked where it is connected to, so that
/// a name that resolves to the inside (or changes its mind between check and use) gets nothing; each redirect is checked
/// again; size, time and decompression are capped.
/// </summary>
public sealed class SafeClient : IDisposable
{
    public const int MostBytes = 10 * 1024 * 1024;
    private const int MostRedirects = 5;
    private static readonly TimeSpan MostTime = TimeSpan.FromSeconds(15);

    private readonly HttpClient _http;
    private readonly HashSet<string> _testHosts;
    private readonly TimeProvider _clock;
    private readonly NameLookup _lookup;

    public SafeClient(IOptions<RoundsOptions> options, TimeProvider clock, NameLookup? lookup = null)
    {
        _clock = clock;
        _lookup = lookup ?? Dns.GetHostAddressesAsync;
        _testHosts = [.. options.Value.TestHosts.Split(',', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries)
            .Select(h => h.ToLowerInvariant())];
        _http = new HttpClient(new SocketsHttpHandler
        {
            AllowAutoRedirect = false,
            UseProxy = false,
            UseCookies = false,
            AutomaticDecompression = DecompressionMethods.All,
            MaxResponseHeadersLength = 64,
            ConnectTimeout = TimeSpan.FromSeconds(8),
            PooledConnectionLifetime = TimeSpan.FromMinutes(1),
            ConnectCallback = ConnectAsync,
        })
        {
            // Each fetch has its own clock, which covers redirects and body too.
            Timeout = Timeout.InfiniteTimeSpan,
        };
        _http.DefaultRequestHeaders.UserAgent.ParseAdd("Rounds/0.1 (+https://rounds.example/robot; curation desk)");
        _http.DefaultRequestHeaders.AcceptLanguage.ParseAdd("en, *;q=0.5");
    }

    /// <param name="url">An absolute http or https address, as typed.</param>
    /// <param name="accept">The Accept header, such as <c>text/html</c>.</param>
    /// <param name="cancel">Stops the fetch.</param>
    public async Task<Fetched> GetAsync(string url, string accept, CancellationToken cancel)
    {
        using var limit = new CancellationTokenSource(MostTime, _clock);
        using var either = CancellationTokenSource.CreateLinkedTokenSource(cancel, limit.Token);
        try
        {
            return await FollowAsync(url, accept, either.Token);
        }
        catch (OperationCanceledException) when (!cancel.IsCancellationRequested)
        {
            return Fetched.Failed(FetchOutcome.TimedOut);
        }
        catch (PrivateAddressException)
        {
            return Fetched.Failed(FetchOutcome.PrivateAddress);
        }
        catch (HttpRequestException fault)
        {
            return Fetched.Failed(fault.InnerException is PrivateAddressException ? FetchOutcome.PrivateAddress : FetchOutcome.Unreachable);
        }
        catch (Exception fault) when (fault is IOException or InvalidDataException or SocketException)
        {
            return Fetched.Failed(FetchOutcome.Unreachable);
        }
    }

    public void Dispose() => _http.Dispose();

    private async Task<Fetched> FollowAsync(string address, string accept, CancellationToken cancel)
    {
        for (var hop = 0; hop <= MostRedirects; hop++)
        {
            if (Refusal(address, out var url) is { } refusal)
            {
                return Fetched.Failed(refusal);
            }

            using var request = new HttpRequestMessage(HttpMethod.Get, url);
            request.Headers.TryAddWithoutValidation("Accept", accept);
            using var response = await _http.SendAsync(request, HttpCompletionOption.ResponseHeadersRead, cancel);
            if (IsRedirect(response.StatusCode) && Uri.TryCreate(url!, response.Headers.Location, out var location))
            {
                address = location.AbsoluteUri;
                continue;
            }

            return await ReadAsync(response, url!, cancel);
        }

        return Fetched.Failed(FetchOutcome.TooManyRedirects);
    }

    private FetchOutcome? Refusal(string address, out Uri? url)
    {
        if (Uri.TryCreate(address.Trim(), UriKind.Absolute, out url) && url.Scheme is "http" or "https" && IsTestHost(url))
        {
            return null;
        }

        var verdict = UrlPolicy.Check(address);
        url = verdict.Url;
        if (verdict.Allowed)
        {
            return null;
        }

        return Uri.TryCreate(address.Trim(), UriKind.Absolute, out var parsed) && parsed.Scheme is "http" or "https"
            ? FetchOutcome.PrivateAddress
            : FetchOutcome.NotAnAddress;
    }

    private bool IsTestHost(Uri url) => _testHosts.Count > 0 && (_testHosts.Contains(url.Authority.ToLowerInvariant()) || _testHosts.Contains(url.Host.ToLowerInvariant()));

    private async ValueTask<Stream> ConnectAsync(SocketsHttpConnectionContext context, CancellationToken cancel)
    {
        var (host, port) = (context.DnsEndPoint.Host, context.DnsEndPoint.Port);
        var addresses = await _lookup(host, cancel);
        var isTestHost = _testHosts.Contains($"{host}:{port}".ToLowerInvariant()) || _testHosts.Contains(host.ToLowerInvariant());
        var allowed = isTestHost ? addresses : [.. addresses.Where(UrlPolicy.IsPublic)];
        if (allowed.Length == 0)
        {
            throw new PrivateAddressException();
        }

        var socket = new Socket(SocketType.Stream, ProtocolType.Tcp) { NoDelay = true };
        try
        {
            // Connecting to the addresses, never to the name: what was checked is what is used.
            await socket.ConnectAsync(allowed, port, cancel);
            return new NetworkStream(socket, ownsSocket: true);
        }
        catch
        {
            socket.Dispose();
            throw;
        }
    }

    private static async Task<Fetched> ReadAsync(HttpResponseMessage response, Uri url, CancellationToken cancel)
    {
        if (!response.IsSuccessStatusCode)
        {
            return Fetched.Failed(Classify(response.StatusCode));
        }

        if (response.Content.Headers.ContentLength > MostBytes)
        {
            return Fetched.Failed(FetchOutcome.TooLarge);
        }

        await using var stream = await response.Content.ReadAsStreamAsync(cancel);
        using var body = new MemoryStream();
        var buffer = new byte[64 * 1024];
        int read;
        while ((read = await stream.ReadAsync(buffer, cancel)) > 0)
        {
            // Counted after decompression: a small bomb is as large as what comes out of it.
            if (body.Length + read > MostBytes)
            {
                return Fetched.Failed(FetchOutcome.TooLarge);
            }

            body.Write(buffer, 0, read);
        }

        return new Fetched(FetchOutcome.Fetched, url, response.Content.Headers.ContentType?.ToString(), body.ToArray());
    }

    private static bool IsRedirect(HttpStatusCode status) => (int)status is 301 or 302 or 303 or 307 or 308;

    private static FetchOutcome Classify(HttpStatusCode status) => (int)status switch
    {
        404 or 410 => FetchOutcome.NotFound,
        401 or 402 or 403 or 407 or 429 or 451 => FetchOutcome.Refused,
        >= 500 => FetchOutcome.ServerFault,
        _ => FetchOutcome.Refused,
    };

    private sealed class PrivateAddressException() : Exception("The name leads to an address that is not public.");
}
