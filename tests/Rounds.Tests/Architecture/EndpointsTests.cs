using System.Net;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.AspNetCore.Mvc.RazorPages.Infrastructure;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;
using Rounds.Platform.Web;

namespace Rounds.Tests.Architecture;

/// <summary>Convention 4: every way into the site says who may enter, and every form what proves that it is ours.</summary>
public sealed class EndpointsTests(SqliteSite site) : IClassFixture<SqliteSite>
{
    [Fact]
    public async Task Every_endpoint_says_who_may_enter()
    {
        var silent = (await WaysInAsync()).Where(w => w.Metadata.GetMetadata<IAuthorizeData>() is null && w.Metadata.GetMetadata<IAllowAnonymous>() is null);

        Assert.Empty(silent.Select(w => w.Route));
    }

    [Fact]
    public async Task Nothing_but_pages_takes_every_method() =>
        Assert.Empty((await WaysInAsync()).Where(w => w.Methods.Count == 0 && !w.IsPage).Select(w => w.Route));

    [Fact]
    public async Task Every_form_is_proved_to_be_ours()
    {
        var unproved = (await WaysInAsync()).Where(w => w.IsUnsafe && !w.HasToken && !w.IsGuestForm && !w.IsErrorPage);

        Assert.Empty(unproved.Select(w => w.Route));
    }

    [Fact]
    public async Task Every_form_of_guests_is_limited_in_its_rate()
    {
        var unlimited = (await WaysInAsync()).Where(w => w.IsUnsafe && w.IsGuestForm
            && w.Metadata.GetMetadata<Microsoft.AspNetCore.RateLimiting.EnableRateLimitingAttribute>() is null);

        Assert.Empty(unlimited.Select(w => w.Route));
    }

    /// <summary>Not only said but done: whoever forges a form gets nowhere, whatever the endpoint would have answered.</summary>
    [Fact]
    public async Task Every_forged_form_is_refused()
    {
        var ways = (await WaysInAsync()).Where(w => w.IsUnsafe && !w.IsErrorPage).ToList();
        Assert.NotEmpty(ways);
        var owner = await site.SignInAsync("olive", "owner");
        foreach (var way in ways)
        {
            var forged = new HttpRequestMessage(new HttpMethod(way.Methods.FirstOrDefault() ?? "POST"), way.MadeUpPath)
            {
                Content = new FormUrlEncodedContent([]),
                Headers = { { "Sec-Fetch-Site", "cross-site" }, { "Origin", "https://elsewhere.example" } },
            };
            var answer = await owner.Http.SendAsync(forged);

            // What wants JSON says so before it looks at the token.
            Assert.True(answer.StatusCode is HttpStatusCode.BadRequest or HttpStatusCode.UnsupportedMediaType, $"{way.Route} answered {(int)answer.StatusCode} to a forged form.");
        }
    }

    [Fact]
    public async Task What_is_for_people_with_an_account_is_closed_to_guests()
    {
        var ways = (await WaysInAsync()).Where(w => w.Metadata.GetMetadata<IAllowAnonymous>() is null).ToList();
        Assert.NotEmpty(ways);
        var guest = site.Guest();
        foreach (var way in ways)
        {
            var method = way.IsPage ? "GET" : way.Methods[0];
            var answer = await guest.Http.SendAsync(new HttpRequestMessage(new HttpMethod(method), way.MadeUpPath));

            var isTurnedAway = answer.StatusCode is HttpStatusCode.NotFound or HttpStatusCode.Unauthorized
                || answer.Headers.Location?.ToString().Contains("/sign-in", StringComparison.Ordinal) == true;
            Assert.True(isTurnedAway, $"{method} {way.Route} answered a guest with {(int)answer.StatusCode}.");
        }
    }

    private async Task<List<WayIn>> WaysInAsync()
    {
        var loader = site.Services.GetRequiredService<PageLoader>();
        var ways = new List<WayIn>();
        foreach (var endpoint in site.Services.GetRequiredService<EndpointDataSource>().Endpoints.OfType<RouteEndpoint>())
        {
            // A page's attributes are known once it is loaded, as its first visitor does.
            var page = endpoint.Metadata.GetMetadata<PageActionDescriptor>() is { } descriptor ? await loader.LoadAsync(descriptor, endpoint.Metadata) : null;
            ways.Add(new WayIn(endpoint, page));
        }

        Assert.True(ways.Count > 20, "The endpoints were not found.");
        return ways;
    }

    private sealed class WayIn(RouteEndpoint endpoint, CompiledPageActionDescriptor? page)
    {
        public Microsoft.AspNetCore.Http.EndpointMetadataCollection Metadata => page?.Endpoint?.Metadata ?? endpoint.Metadata;

        public IReadOnlyList<string> Methods => endpoint.Metadata.GetMetadata<IHttpMethodMetadata>()?.HttpMethods ?? [];

        public bool IsPage => page is not null;

        /// <summary>Shown in place of a form's answer, whatever was wrong with the form; it does nothing.</summary>
        public bool IsErrorPage => page?.ModelTypeInfo?.Name == "ErrorModel";

        public string Route => $"{string.Join(' ', Methods)} /{endpoint.RoutePattern.RawText?.TrimStart('/')}".Trim();

        public bool IsUnsafe => page is null
            ? Methods.Any(m => m is not ("GET" or "HEAD" or "OPTIONS"))
            : page.HandlerMethods.Any(h => h.HttpMethod is not ("Get" or "Head" or "Options"));

        public bool HasToken => page is null
            ? Metadata.GetMetadata<Door>()?.Name == "signed in"
            : Metadata.GetMetadata<IgnoreAntiforgeryTokenAttribute>() is null;

        public bool IsGuestForm => page is null
            ? Metadata.GetMetadata<Door>()?.Name == "guest form"
            : page.ModelTypeInfo?.IsDefined(typeof(GuestFormAttribute), inherit: true) == true;

        /// <summary>An address that leads here, to something that does not exist.</summary>
        public string MadeUpPath => "/" + string.Join('/', endpoint.RoutePattern.PathSegments.Select(segment => string.Concat(segment.Parts.Select(part => part switch
        {
            Microsoft.AspNetCore.Routing.Patterns.RoutePatternLiteralPart literal => literal.Content,
            Microsoft.AspNetCore.Routing.Patterns.RoutePatternSeparatorPart separator => separator.Content,
            _ => "4711",
        }))));
    }
}
