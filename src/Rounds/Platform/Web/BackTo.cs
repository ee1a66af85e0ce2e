namespace Rounds.Platform.Web;

/// <summary>Where a row action leads: back to the page of ours that its button stood on.</summary>
public static class BackTo
{
    /// <param name="request">The action's request.</param>
    /// <param name="otherwise">Local path for browsers that do not tell.</param>
    public static string Page(HttpRequest request, string otherwise) =>
        Uri.TryCreate(request.Headers.Referer.ToString(), UriKind.Absolute, out var from)
        && string.Equals(from.Authority, request.Host.Value, StringComparison.OrdinalIgnoreCase)
        && IsLocal(from.PathAndQuery)
            ? from.PathAndQuery
            : otherwise;

    // "//elsewhere.example/" is a path to this parser and another site to a browser.
    private static bool IsLocal(string path) => path is "/" or ['/', not ('/' or '\\'), ..];
}
