using Microsoft.Extensions.Options;

namespace Rounds.Platform.Web;

/// <summary>Makes absolute links: from the public address in the settings, else from the request.</summary>
public sealed class SiteAddress(IOptions<RoundsOptions> options)
{
    public string Of(HttpRequest request) => options.Value.PublicUrl?.TrimEnd('/') ?? $"{request.Scheme}://{request.Host}";

    public string Absolute(HttpRequest request, string path) => Of(request) + path;
}
