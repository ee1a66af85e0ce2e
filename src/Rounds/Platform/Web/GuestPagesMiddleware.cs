using Microsoft.Net.Http.Headers;

namespace Rounds.Platform.Web;

/// <summary>Serves guests the copies there are, and keeps new ones of pages that ask for it with <c>ServeToGuests</c>.</summary>
public sealed class GuestPagesMiddleware(RequestDelegate next, GuestPages pages)
{
    /// <summary>Name of the sign-in cookie: who carries it is not a guest.</summary>
    public const string SessionCookie = "rounds-session";

    /// <summary>Carries one notice from a form to the page after it: that page is the sender's own.</summary>
    public const string NoticeCookie = "rounds-notice";

    public Task InvokeAsync(HttpContext context)
    {
        var request = context.Request;
        var isGet = HttpMethods.IsGet(request.Method);
        if (!(isGet || HttpMethods.IsHead(request.Method)) || !IsGuest(request.Headers.Cookie.ToString()))
        {
            return MakeAsync(context);
        }

        var key = new PageKey(request.Scheme, request.Host.Value ?? "", request.Path.Value ?? "", request.QueryString.Value ?? "");
        return pages.Find(key) is { } copy ? ServeAsync(context, copy)
            : isGet && pages.IsOn && MayBeKept(request.Query) ? MakeAndKeepAsync(context, key)
            : MakeAsync(context);
    }

    private static bool IsGuest(string cookies) =>
        !cookies.Contains(SessionCookie, StringComparison.Ordinal) && !cookies.Contains(NoticeCookie, StringComparison.Ordinal);

    private static bool MayBeKept(IQueryCollection query) => query.Count == 0 || (query.Count == 1 && query.ContainsKey("page"));

    private Task ServeAsync(HttpContext context, PageCopy copy)
    {
        pages.Tell(context, copy.Subject);
        var (request, response) = (context.Request, context.Response);
        response.Headers.ETag = copy.ETag;
        response.Headers.CacheControl = "no-cache";
        response.Headers.Vary = "Accept-Encoding, Cookie";
        SecurityHeaders.Write(context);
        if (request.Headers.IfNoneMatch.ToString().Contains(copy.ETag, StringComparison.Ordinal))
        {
            response.StatusCode = StatusCodes.Status304NotModified;
            return Task.CompletedTask;
        }

        var (body, encoding) = copy.For(request.Headers.AcceptEncoding.ToString());
        response.ContentType = copy.ContentType;
        response.ContentLength = body.Length;
        if (encoding is not null)
        {
            response.Headers.ContentEncoding = encoding;
        }

        return HttpMethods.IsHead(request.Method) ? Task.CompletedTask : response.Body.WriteAsync(body, context.RequestAborted).AsTask();
    }

    private async Task MakeAsync(HttpContext context)
    {
        await next(context);
        if (context.Response.StatusCode == StatusCodes.Status200OK && context.Features.Get<ServedPage>() is { } page)
        {
            pages.Tell(context, page.Subject);
        }
    }

    private async Task MakeAndKeepAsync(HttpContext context, PageKey key)
    {
        var response = context.Response;
        var toClient = response.Body;
        using var made = new MemoryStream();
        var begun = pages.Moment;
        response.Body = made;

        // The copy is compressed once, here and better; what is made for it must come plain.
        var accepted = context.Request.Headers.AcceptEncoding;
        context.Request.Headers.AcceptEncoding = default;
        try
        {
            await next(context);
        }
        finally
        {
            response.Body = toClient;
            context.Request.Headers.AcceptEncoding = accepted;
        }

        if (response.StatusCode == StatusCodes.Status200OK && context.Features.Get<ServedPage>() is { } page)
        {
            // A page that set a cookie is somebody's own after all: a fault of ours, but never a shared page.
            if (!response.Headers.ContainsKey(HeaderNames.SetCookie)
                && pages.Keep(key, page, begun, response.ContentType ?? "text/html; charset=utf-8", made.ToArray()) is { } copy)
            {
                await ServeAsync(context, copy);
                return;
            }

            pages.Tell(context, page.Subject);
        }

        made.Position = 0;
        await made.CopyToAsync(toClient, context.RequestAborted);
    }
}
