using Rounds.Platform.Web;

namespace Rounds.Platform.Images;

/// <summary>Serves stored images. Their address is the hash of what they show, so a browser keeps them for ever.</summary>
public static class Media
{
    public static string Url(string hash, int? width = null) => width is null ? $"/media/{hash}" : $"/media/{hash}/{width}";

    public static void MapMedia(this Doors doors) => doors.Reading.MapGet("/media/{hash}/{width:int?}", Serve);

    private static IResult Serve(HttpContext context, ImageStore images, string hash, int? width)
    {
        if (images.Find(hash, width) is not { } file)
        {
            return Results.NotFound();
        }

        context.Response.Headers.CacheControl = "public, max-age=31536000, immutable";

        // A drawing opened by itself must not run anything, whatever it holds.
        context.Response.Headers.ContentSecurityPolicy = "default-src 'none'; style-src 'unsafe-inline'; sandbox";
        return Results.File(file.Path, file.ContentType);
    }
}
