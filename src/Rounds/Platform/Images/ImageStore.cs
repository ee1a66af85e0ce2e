using System.Diagnostics;
using System.Security.Cryptography;
using Microsoft.EntityFrameworkCore;
using Rounds.Data;
using Rounds.Platform.Outbound;

namespace Rounds.Platform.Images;

/// <summary>
/// Keeps images in the data folder under the hash of their bytes, without metadata, and makes the smaller copies that
/// pages ask for with <c>vipsthumbnail</c>. Where that is missing the original is served and the browser scales it.
/// </summary>
public sealed partial class ImageStore(DataFolder folder, RoundsDb db, SafeClient web, TimeProvider clock, ILogger<ImageStore> log)
{
    public const int MostBytes = 10 * 1024 * 1024;
    public const string NotTaken = "That file is not an image we can show. JPEG, PNG, WebP and GIF up to 10 MB are.";
    private const string SvgType = "image/svg+xml";
    private static readonly TimeSpan MostTime = TimeSpan.FromSeconds(20);

    /// <summary>Widths of the copies, in pixels: a card on a phone, a card on a large screen, a post's page.</summary>
    public static readonly IReadOnlyList<int> Widths = [480, 960, 1440];

    /// <summary>Returns null when the bytes are not an image that we take (JPEG, PNG, GIF, WebP; at most 10 MB).</summary>
    public async Task<StoredImage?> StoreAsync(byte[] bytes, CancellationToken cancel)
    {
        if (bytes.Length > MostBytes || ImageFile.Read(bytes) is not { } image)
        {
            return null;
        }

        var clean = Metadata.Strip(bytes, image.ContentType);
        return await KeepAsync(clean, AsShown(image, clean), cancel);
    }

    /// <summary>An image that was stored before, by its hash.</summary>
    public Task<StoredImage?> KnownAsync(string hash, CancellationToken cancel) =>
        db.Images.AsNoTracking().FirstOrDefaultAsync(i => i.Hash == hash, cancel);

    /// <summary>Stores what a person uploaded; null, to be answered with <see cref="NotTaken"/>, when it is not an image that we take.</summary>
    public async Task<StoredImage?> StoreAsync(IFormFile upload, CancellationToken cancel)
    {
        if (upload.Length > MostBytes)
        {
            return null;
        }

        using var bytes = new MemoryStream();
        await upload.CopyToAsync(bytes, cancel);
        return await StoreAsync(bytes.ToArray(), cancel);
    }

    /// <summary>Fetches another site's image into our own store; null when it cannot be had or is none.</summary>
    public async Task<StoredImage?> FetchAsync(string url, CancellationToken cancel)
    {
        var fetched = await web.GetAsync(url, "image/webp,image/png,image/jpeg,image/gif;q=0.8", cancel);
        return fetched.Outcome == FetchOutcome.Fetched ? await StoreAsync(fetched.Body, cancel) : null;
    }

    /// <summary>For drawings that come with the program; SVG from outside is never taken.</summary>
    public Task<StoredImage> StoreOwnDrawingAsync(byte[] svg, int width, int height, CancellationToken cancel) =>
        KeepAsync(svg, new ImageFile(SvgType, width, height), cancel);

    /// <summary>The file to serve for an image at about a width, with its content type; null when there is none.</summary>
    public (string Path, string ContentType)? Find(string hash, int? width)
    {
        if (hash.Length != 64 || !hash.All(char.IsAsciiHexDigitLower))
        {
            return null;
        }

        if (width is { } wanted && Widths.Contains(wanted) && File.Exists(PathOf(hash, $"-{wanted}.webp")))
        {
            return (PathOf(hash, $"-{wanted}.webp"), "image/webp");
        }

        foreach (var type in (string[])["image/jpeg", "image/png", "image/webp", "image/gif", SvgType])
        {
            var path = PathOf(hash, Extension(type));
            if (File.Exists(path))
            {
                return (path, type);
            }
        }

        return null;
    }

    /// <summary>A camera held upright writes a lying picture and "turn it": browsers do, so the page must keep an upright place.</summary>
    private static ImageFile AsShown(ImageFile image, byte[] bytes) =>
        image.ContentType == "image/jpeg" && Metadata.IsTurned(bytes) ? image with { Width = image.Height, Height = image.Width } : image;

    private async Task<StoredImage> KeepAsync(byte[] bytes, ImageFile image, CancellationToken cancel)
    {
        var hash = Convert.ToHexStringLower(SHA256.HashData(bytes));
        if (await db.Images.FirstOrDefaultAsync(i => i.Hash == hash, cancel) is { } known)
        {
            return known;
        }

        var path = PathOf(hash, Extension(image.ContentType));
        Directory.CreateDirectory(Path.GetDirectoryName(path)!);

        // Written beside and moved: a process killed halfway leaves no torn image under a good name.
        var unfinished = $"{path}.{Guid.NewGuid():n}";
        await File.WriteAllBytesAsync(unfinished, bytes, cancel);
        File.Move(unfinished, path, overwrite: true);
        if (image.ContentType is not SvgType and not "image/gif")
        {
            foreach (var width in Widths.Where(w => w < image.Width))
            {
                await ScaleAsync(path, PathOf(hash, $"-{width}.webp"), width, cancel);
            }
        }

        var stored = new StoredImage(hash, image.ContentType, image.Width, image.Height, bytes.Length, clock.GetUtcNow());
        db.Images.Add(stored);
        try
        {
            await db.SaveChangesAsync(cancel);
            return stored;
        }
        catch (DbUpdateException) when (db.Entry(stored).State == EntityState.Added)
        {
            // Somebody stored the same bytes a moment ago.
            db.Entry(stored).State = EntityState.Detached;
            return await db.Images.FirstAsync(i => i.Hash == hash, cancel);
        }
    }

    /// <summary>A decoder is where hostile images bite: it runs in a process of its own, with a limit on time.</summary>
    private async Task ScaleAsync(string from, string to, int width, CancellationToken cancel)
    {
        using var limit = CancellationTokenSource.CreateLinkedTokenSource(cancel);
        limit.CancelAfter(MostTime);
        var start = new ProcessStartInfo("vipsthumbnail", [from, "--size", $"{width}x", "--output", $"{to}[Q=80,strip]"])
        {
            RedirectStandardError = true,
            RedirectStandardOutput = true,
            Environment = { ["VIPS_CONCURRENCY"] = "1" },
        };
        try
        {
            using var process = Process.Start(start)!;
            try
            {
                await process.WaitForExitAsync(limit.Token);
            }
            catch (OperationCanceledException) when (!cancel.IsCancellationRequested)
            {
                process.Kill();
                LogSlow(log, width);
            }
        }
        catch (System.ComponentModel.Win32Exception)
        {
            LogMissing(log);
        }
    }

    private string PathOf(string hash, string ending) => Path.Combine(folder.Media, hash[..2], hash + ending);

    private static string Extension(string contentType) => contentType switch
    {
        "image/jpeg" => ".jpg",
        "image/png" => ".png",
        "image/webp" => ".webp",
        "image/gif" => ".gif",
        _ => ".svg",
    };

    [LoggerMessage(LogLevel.Information, "vipsthumbnail is not installed: images are served in their original size")]
    private static partial void LogMissing(ILogger logger);

    [LoggerMessage(LogLevel.Warning, "Scaling an image to {Width} pixels took too long and was stopped")]
    private static partial void LogSlow(ILogger logger, int width);
}
