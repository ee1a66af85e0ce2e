namespace Rounds.Platform.Web;

/// <summary>What every answer says to the browser about itself.</summary>
public static class SecurityHeaders
{
    /// <summary>No inline script or style, nothing from anywhere else; should the sanitizer ever fail, this stops what it let through.</summary>
    private const string Policy =
        "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data:; connect-src 'self'; font-src 'self'; " +
        "manifest-src 'self'; form-action 'self'; base-uri 'none'; frame-ancestors ";

    /// <summary>The widget may stand in other sites' frames; nothing else may, so that no click can be stolen.</summary>
    private const string Framed = Policy + "*";
    private const string Alone = Policy + "'none'";

    public static IApplicationBuilder UseSecurityHeaders(this IApplicationBuilder app) => app.Use((context, next) =>
    {
        Write(context);
        return next(context);
    });

    public static void Write(HttpContext context)
    {
        var headers = context.Response.Headers;
        headers.ContentSecurityPolicy = context.Request.Path.Value is { } path && path.EndsWith("/embed", StringComparison.Ordinal) ? Framed : Alone;
        headers.XContentTypeOptions = "nosniff";
        headers["Referrer-Policy"] = "strict-origin-when-cross-origin";
        headers["Permissions-Policy"] = "camera=(), microphone=(), geolocation=(), interest-cohort=()";
        headers["Cross-Origin-Opener-Policy"] = "same-origin";
    }
}
