using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.Filters;

namespace Rounds.Platform.Web;

/// <summary>
/// Says whether a form stood on one of our own pages, from what only the browser can write: Sec-Fetch-Site, else Origin.
/// Guests' forms need this instead of a token, because their page is one copy for everybody and sets no cookie.
/// A guest has no session that a forged form could abuse; this keeps other sites from using their visitors to fill ours.
/// </summary>
public static class FormOrigin
{
    public static bool IsOurs(HttpRequest request)
    {
        var site = request.Headers["Sec-Fetch-Site"].ToString();
        if (site.Length > 0)
        {
            return site is "same-origin" or "none";
        }

        var origin = request.Headers.Origin.ToString();
        return Uri.TryCreate(origin, UriKind.Absolute, out var from)
            && string.Equals(from.Authority, request.Host.Value, StringComparison.OrdinalIgnoreCase);
    }

    internal static ValueTask<object?> CheckAsync(EndpointFilterInvocationContext context, EndpointFilterDelegate next) =>
        IsOurs(context.HttpContext.Request) ? next(context) : ValueTask.FromResult<object?>(Results.BadRequest());
}

/// <summary>The same check for Razor Pages that take guests' forms; goes with <c>[IgnoreAntiforgeryToken]</c>.</summary>
[AttributeUsage(AttributeTargets.Class)]
public sealed class GuestFormAttribute : Attribute, IAsyncPageFilter, IOrderedFilter
{
    public int Order => 0;

    public Task OnPageHandlerSelectionAsync(PageHandlerSelectedContext context) => Task.CompletedTask;

    public Task OnPageHandlerExecutionAsync(PageHandlerExecutingContext context, PageHandlerExecutionDelegate next)
    {
        if (HttpMethods.IsPost(context.HttpContext.Request.Method) && !FormOrigin.IsOurs(context.HttpContext.Request))
        {
            context.Result = new BadRequestResult();
            return Task.CompletedTask;
        }

        return next();
    }
}
