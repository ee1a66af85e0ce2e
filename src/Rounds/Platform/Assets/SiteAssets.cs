using System.Collections.Frozen;
using System.IO.Compression;
using System.Reflection;
using System.Security.Cryptography;
using Rounds.Platform.Web;

namespace Rounds.Platform.Assets;

/// <summary>
/// Style sheets, scripts and icons, embedded so that the program is one file. Their address holds a hash of them all, so
/// that browsers keep them for ever and never use a stale one; relative imports between modules just work.
/// </summary>
public sealed class SiteAssets
{
    private const string Prefix = "wwwroot/";

    /// <summary>All style sheets in one, in order of name: one request, and cascade layers decide precedence, not order.</summary>
    private const string StyleSheet = "rounds.css";

    private readonly FrozenDictionary<string, Asset> _assets;

    public SiteAssets()
    {
        var assembly = Assembly.GetExecutingAssembly();
        var files = assembly.GetManifestResourceNames()
            .Where(n => n.StartsWith(Prefix, StringComparison.Ordinal))
            .Order(StringComparer.Ordinal)
            .ToDictionary(n => n[Prefix.Length..].Replace('\\', '/'), n => Read(assembly, n));
        files[StyleSheet] = [.. files.Where(f => f.Key.EndsWith(".css", StringComparison.Ordinal)).SelectMany(f => f.Value)];
        _assets = files.ToFrozenDictionary(f => f.Key, f => new Asset(f.Value, TypeOf(f.Key)));

        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        foreach (var (name, body) in files.OrderBy(f => f.Key, StringComparer.Ordinal))
        {
            hash.AppendData(System.Text.Encoding.UTF8.GetBytes(name));
            hash.AppendData(body);
        }

        Version = Convert.ToHexStringLower(hash.GetHashAndReset().AsSpan(0, 6));
    }

    public string Version { get; }

    public string Url(string name) => _assets.ContainsKey(name)
        ? $"/a/{Version}/{name}"
        : throw new InvalidOperationException($"There is no asset named {name}.");

    public IResult Serve(HttpContext context, string version, string name)
    {
        if (!_assets.TryGetValue(name, out var asset))
        {
            return Results.NotFound();
        }

        var headers = context.Response.Headers;
        headers.CacheControl = version == Version ? "public, max-age=31536000, immutable" : "no-cache";
        headers.Vary = "Accept-Encoding";
        if (asset.Brotli is { } brotli && AcceptEncoding.Allows(context.Request.Headers.AcceptEncoding.ToString(), "br"))
        {
            headers.ContentEncoding = "br";
            return Results.Bytes(brotli, asset.ContentType);
        }

        return Results.Bytes(asset.Body, asset.ContentType);
    }

    private static byte[] Read(Assembly assembly, string name)
    {
        using var stream = assembly.GetManifestResourceStream(name)!;
        var body = new byte[stream.Length];
        stream.ReadExactly(body);
        return body;
    }

    private static string TypeOf(string name) => Path.GetExtension(name) switch
    {
        ".css" => "text/css; charset=utf-8",
        ".js" => "text/javascript; charset=utf-8",
        ".svg" => "image/svg+xml",
        ".png" => "image/png",
        ".ico" => "image/x-icon",
        var other => throw new InvalidOperationException($"Assets ending in {other} have no content type yet."),
    };

    private sealed class Asset(byte[] body, string contentType)
    {
        private readonly Lazy<byte[]?> _brotli = new(() => Compress(body, contentType));

        public byte[] Body => body;
        public string ContentType => contentType;
        public byte[]? Brotli => _brotli.Value;

        private static byte[]? Compress(byte[] body, string contentType)
        {
            if (contentType is "image/png" or "image/x-icon")
            {
                return null;
            }

            using var output = new MemoryStream();
            using (var stream = new BrotliStream(output, CompressionLevel.SmallestSize))
            {
                stream.Write(body);
            }

            return output.ToArray();
        }
    }
}
