using System.Threading.RateLimiting;
using Microsoft.AspNetCore.Antiforgery;
using Microsoft.AspNetCore.RateLimiting;

namespace Rounds.Platform.Web;

/// <summary>
/// The three ways into the site. Each is a route group that decides once who may enter, what proves that a form is ours,
/// and how often; a feature only chooses the door. A test walks all endpoints and fails any that came in by none.
/// </summary>
/// <param name="Reading">Anybody, GET only: nothing here changes anything.</param>
/// <param name="GuestForms">Anybody's forms. They stand on shared pages, so no token can prove them: the browser's own word on where the form stood does.</param>
/// <param name="SignedIn">Signed-in people; what is unsafe carries an antiforgery token.</param>
public sealed record Doors(RouteGroupBuilder Reading, RouteGroupBuilder GuestForms, RouteGroupBuilder SignedIn)
{
    public const string GuestFormRate = "guest-forms";
    public const string SignInRate = "sign-in";

    public static Doors Open(IEndpointRouteBuilder app) => new(
        app.MapGroup("").AllowAnonymous().WithMetadata(new Door("reading")),
        app.MapGroup("").AllowAnonymous().RequireRateLimiting(GuestFormRate).AddEndpointFilter(FormOrigin.CheckAsync).WithMetadata(new Door("guest form")),
        app.MapGroup("").RequireAuthorization().AddEndpointFilter(CheckTokenAsync).WithMetadata(new Door("signed in")));

    public static void AddDoors(IServiceCollection services, int guestFormsPerTenMinutes) => services.AddRateLimiter(limits =>
    {
        limits.RejectionStatusCode = StatusCodes.Status429TooManyRequests;
        limits.AddPolicy(GuestFormRate, context => HttpMethods.IsPost(context.Request.Method)
            ? PerAddress(context, guestFormsPerTenMinutes, TimeSpan.FromMinutes(10))
            : RateLimitPartition.GetNoLimiter(""));

        // Beside Identity's lockout, which counts per account: this one counts per address over all accounts.
        limits.AddPolicy(SignInRate, context => HttpMethods.IsPost(context.Request.Method)
            ? PerAddress(context, 30, TimeSpan.FromMinutes(5))
            : RateLimitPartition.GetNoLimiter(""));
    });

    private static RateLimitPartition<string> PerAddress(HttpContext context, int permits, TimeSpan window) =>
        RateLimitPartition.GetSlidingWindowLimiter(context.Connection.RemoteIpAddress?.ToString() ?? "", _ => new SlidingWindowRateLimiterOptions
        {
            PermitLimit = permits,
            Window = window,
            SegmentsPerWindow = 5,
        });

    internal static async ValueTask<object?> CheckTokenAsync(EndpointFilterInvocationContext context, EndpointFilterDelegate next)
    {
        var http = context.HttpContext;
        if (!HttpMethods.IsGet(http.Request.Method) && !HttpMethods.IsHead(http.Request.Method))
        {
            var antiforgery = http.RequestServices.GetRequiredService<IAntiforgery>();
            if (!await antiforgery.IsRequestValidAsync(http))
            {
                return Results.BadRequest();
            }
        }

        return await next(context);
    }
}

/// <summary>Marks an endpoint with the door it came in by.</summary>
public sealed record Door(string Name);
