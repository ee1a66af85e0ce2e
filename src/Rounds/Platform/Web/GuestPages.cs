using System.Collections.Concurrent;
using System.IO.Compression;
using System.Security.Cryptography;

namespace Rounds.Platform.Web;

/// <summary>
/// Copies of guests' pages as bytes, compressed once. They are looked up before routing, sign-in and Razor, because
/// nothing in them depends on who asks: no cookie is set and no token stands in them. A copy lives until what it shows
/// changes, or for <paramref name="lifetime"/>.
/// </summary>
public sealed class GuestPages(TimeProvider clock, TimeSpan lifetime)
{
    // About 60 KB each with both compressed forms: a bound on memory against addresses made up by robots.
    private const int MostCopies = 1000;

    private readonly ConcurrentDictionary<PageKey, PageCopy> _copies = new();
    private readonly ConcurrentDictionary<string, long> _changedAt = new();
    private long _moment;
    private long _allChangedAt;

    /// <summary>A page was served, from a copy or freshly made; the argument is what the page said it shows.</summary>
    public event Action<HttpContext, object>? Served;

    public bool IsOn => lifetime > TimeSpan.Zero;

    /// <summary>Drops every copy that shows what <paramref name="tag"/> names.</summary>
    public void Drop(string tag)
    {
        _changedAt[tag] = Interlocked.Increment(ref _moment);
        foreach (var (key, copy) in _copies)
        {
            if (copy.Tag == tag)
            {
                _copies.TryRemove(key, out _);
            }
        }
    }

    /// <summary>Drops every copy, for changes that may show anywhere.</summary>
    public void DropAll()
    {
        Interlocked.Exchange(ref _allChangedAt, Interlocked.Increment(ref _moment));
        _copies.Clear();
    }

    internal void Tell(HttpContext context, object? subject)
    {
        if (subject is not null)
        {
            Served?.Invoke(context, subject);
        }
    }

    internal PageCopy? Find(PageKey key) =>
        _copies.TryGetValue(key, out var copy) && clock.GetElapsedTime(copy.MadeAt) < lifetime ? copy : null;

    /// <summary>A place in the order of changes, noted before a page is made.</summary>
    internal long Moment => Interlocked.Read(ref _moment);

    /// <summary>True when what <paramref name="tag"/> names was changed after <paramref name="moment"/>.</summary>
    internal bool HasChangedSince(string tag, long moment) =>
        _changedAt.GetValueOrDefault(tag) > moment || Interlocked.Read(ref _allChangedAt) > moment;

    /// <summary>Keeps a copy, unless something changed since the page was begun.</summary>
    internal PageCopy? Keep(PageKey key, ServedPage page, long begun, string contentType, byte[] body)
    {
        if (_copies.Count >= MostCopies)
        {
            _copies.Clear();
        }

        var copy = new PageCopy(page, contentType, body, clock.GetTimestamp());
        _copies[key] = copy;
        if (HasChangedSince(page.Tag, begun))
        {
            _copies.TryRemove(key, out _);
            return null;
        }

        return copy;
    }
}

internal readonly record struct PageKey(string Scheme, string Host, string Path, string Query);

/// <summary>One page as it goes over the wire, in three codings.</summary>
internal sealed class PageCopy(ServedPage page, string contentType, byte[] body, long madeAt)
{
    private readonly byte[] _brotli = Compress(body, s => new BrotliStream(s, new BrotliCompressionOptions { Quality = 6 }));
    private readonly byte[] _gzip = Compress(body, s => new GZipStream(s, CompressionLevel.Optimal));

    public string Tag => page.Tag;
    public object? Subject => page.Subject;
    public string ContentType => contentType;
    public long MadeAt => madeAt;
    public string ETag { get; } = $"W/\"{Convert.ToHexStringLower(SHA256.HashData(body).AsSpan(0, 8))}\"";

    public (byte[] Body, string? Encoding) For(string accepted) =>
        AcceptEncoding.Allows(accepted, "br") ? (_brotli, "br")
        : AcceptEncoding.Allows(accepted, "gzip") ? (_gzip, "gzip")
        : (body, null);

    private static byte[] Compress(byte[] body, Func<Stream, Stream> compressor)
    {
        using var output = new MemoryStream();
        using (var stream = compressor(output))
        {
            stream.Write(body);
        }

        return output.ToArray();
    }
}
