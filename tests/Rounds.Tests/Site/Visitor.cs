using System.Net;
using System.Net.Http.Headers;

namespace Rounds.Tests;

/// <summary>
/// A person with a browser that runs no JavaScript: keeps cookies, follows redirects inside the site, fills in forms and
/// says where they stood. Each comes from an address of its own, as the proxy in front of the site would report it.
/// </summary>
public sealed class Visitor
{
    private const int MostRedirects = 10;
    private static int _visitors;

    private readonly Func<string> _lastFault;

    internal Visitor(Uri address, TimeProvider clock, Func<string> lastFault)
    {
        _lastFault = lastFault;
        Cookies = new CookieJar(clock);
        Http = new HttpClient(new Luggage(Cookies)) { BaseAddress = address };
        Http.DefaultRequestHeaders.UserAgent.ParseAdd("Mozilla/5.0 (X11; Linux x86_64) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/140.0.0.0 Safari/537.36");
        Http.DefaultRequestHeaders.Accept.ParseAdd("text/html,application/xhtml+xml,application/xml;q=0.9,*/*;q=0.8");
        Http.DefaultRequestHeaders.AcceptLanguage.ParseAdd("en");

        // RFC 2544 keeps 198.18.0.0/15 for tests.
        var number = Interlocked.Increment(ref _visitors);
        Http.DefaultRequestHeaders.Add("X-Forwarded-For", $"198.18.{number / 250 % 250}.{number % 250 + 1}");
    }

    /// <summary>One request, one answer, as it goes over the wire: no redirects, no decompression; cookies are sent and kept.</summary>
    public HttpClient Http { get; }

    public CookieJar Cookies { get; }

    public Task<VisitedPage> GetAsync(string path) =>
        FollowAsync(new HttpRequestMessage(HttpMethod.Get, new Uri(Http.BaseAddress!, path)));

    /// <summary>Sends a form of a page.</summary>
    /// <param name="page">Where the form stands.</param>
    /// <param name="formSelector">The form, or the button in it that is pressed; without a button, its first one.</param>
    /// <param name="fields">
    /// What is typed: an object's properties or a dictionary, by the field's name, or by its last part where that is
    /// enough (<c>Name</c> for <c>Input.Name</c>). A string is typed or chosen, true and false tick, a list of strings
    /// ticks or chooses several, a <see cref="PickedFile"/> is picked. Everything else stays as the page has it.
    /// </param>
    public Task<VisitedPage> SubmitAsync(VisitedPage page, string formSelector, object? fields = null)
    {
        var request = FilledForm.Of(page, formSelector, fields).ToRequest();
        if (request.Method != HttpMethod.Get)
        {
            request.Headers.Add("Origin", page.Address.GetLeftPart(UriPartial.Authority));
        }

        request.Headers.Referrer = page.Address;
        return FollowAsync(request, "same-origin");
    }

    /// <summary>Posts without having seen a form: what a script of ours does, or a forger tries.</summary>
    public Task<VisitedPage> PostAsync(string path, HttpContent? content = null, string? fromSite = "same-origin")
    {
        var request = new HttpRequestMessage(HttpMethod.Post, new Uri(Http.BaseAddress!, path)) { Content = content };
        return FollowAsync(request, fromSite);
    }

    private async Task<VisitedPage> FollowAsync(HttpRequestMessage request, string? fromSite = "none")
    {
        for (var hop = 0; hop < MostRedirects; hop++)
        {
            if (fromSite is not null)
            {
                request.Headers.Add("Sec-Fetch-Site", fromSite);
                request.Headers.Add("Sec-Fetch-Mode", "navigate");
                request.Headers.Add("Sec-Fetch-Dest", "document");
            }

            var response = await Http.SendAsync(request);
            if (!IsRedirect(response) || Next(response, request) is not { } next)
            {
                var page = new VisitedPage(response, await response.Content.ReadAsStringAsync());
                return page.Status == HttpStatusCode.InternalServerError && _lastFault() is { Length: > 0 } fault
                    ? throw new Xunit.Sdk.XunitException($"{request.Method} {page.Path} broke: {fault}")
                    : page;
            }

            request = next;
        }

        throw new Xunit.Sdk.XunitException($"{request.RequestUri} goes on redirecting.");
    }

    private static bool IsRedirect(HttpResponseMessage response) => (int)response.StatusCode is 301 or 302 or 303 or 307 or 308;

    /// <summary>Null when the redirect leaves the site: the answer itself is then what the test wants to see.</summary>
    private static HttpRequestMessage? Next(HttpResponseMessage response, HttpRequestMessage last)
    {
        var target = new Uri(last.RequestUri!, response.Headers.Location!);
        if (target.Authority != last.RequestUri!.Authority)
        {
            return null;
        }

        var keepsBody = (int)response.StatusCode is 307 or 308;
        return new HttpRequestMessage(keepsBody ? last.Method : HttpMethod.Get, target)
        {
            Content = keepsBody ? last.Content : null,
            Headers = { Referrer = last.RequestUri },
        };
    }

    /// <summary>Puts the cookies on and takes new ones off.</summary>
    private sealed class Luggage(CookieJar cookies) : DelegatingHandler(new SocketsHttpHandler { AllowAutoRedirect = false, UseCookies = false, UseProxy = false })
    {
        protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
        {
            if (cookies.ToHeader() is { Length: > 0 } header)
            {
                request.Headers.TryAddWithoutValidation("Cookie", header);
            }

            var response = await base.SendAsync(request, cancellationToken);
            cookies.Take(response);
            return response;
        }
    }
}

/// <summary>A file picked in a form.</summary>
public sealed record PickedFile(string Name, string ContentType, byte[] Bytes)
{
    internal ByteArrayContent ToContent() => new(Bytes) { Headers = { ContentType = MediaTypeHeaderValue.Parse(ContentType) } };
}
