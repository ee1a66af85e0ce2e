using Microsoft.EntityFrameworkCore;
using Rounds.Data;
using Rounds.Extraction.Gates;
using Rounds.Features.Import.Formats;

namespace Rounds.Features.Import;

/// <summary>What is on a topic already, so that nothing comes twice: by identity, by address, and by words where an address is missing.</summary>
internal sealed class KnownPosts
{
    private const int OpeningLetters = 120;
    private readonly Dictionary<string, long> _byExternalId = [];
    private readonly Dictionary<string, long> _byAddress = [];
    private readonly Dictionary<string, (long Id, bool HasAddress)> _byWords = [];

    public static async Task<KnownPosts> OfAsync(RoundsDb db, long topicId, CancellationToken cancel)
    {
        var known = new KnownPosts();
        var posts = db.Posts.AsNoTracking().Where(p => p.TopicId == topicId)
            .Select(p => new { p.Id, p.ExternalId, p.Title, p.SourceUrl, Excerpt = p.Excerpt.Substring(0, 400) });
        await foreach (var post in posts.AsAsyncEnumerable().WithCancellation(cancel))
        {
            known.Add(post.Id, post.ExternalId, post.Title, post.Excerpt, post.SourceUrl is not null);
        }

        await foreach (var address in db.PostAddresses.AsNoTracking().Where(a => a.TopicId == topicId).AsAsyncEnumerable().WithCancellation(cancel))
        {
            known._byAddress[address.Key] = address.PostId;
        }

        return known;
    }

    /// <summary>The post's own address in the form that tells whether two are the same; null without one.</summary>
    public static string? Key(ImportedPost post) => post.Url is null ? null : CanonicalUrl.Key(new Uri(post.Url));

    /// <summary>The id of the post that this one would repeat; 0 for one that stands earlier in the same file.</summary>
    public long? Find(ImportedPost post) =>
        _byExternalId.TryGetValue(post.ExternalId, out var id) ? id
        : Key(post) is { } key && _byAddress.TryGetValue(key, out id) ? id
        : _byWords.TryGetValue(Words(post.Title, post.Excerpt), out var same) && (post.Url is null || !same.HasAddress) ? same.Id
        : null;

    public void Add(ImportedPost post, long id)
    {
        Add(id, post.ExternalId, post.Title, post.Excerpt, post.Url is not null);
        if (Key(post) is { } key)
        {
            _byAddress[key] = id;
        }
    }

    private void Add(long id, string? externalId, string title, string excerpt, bool hasAddress)
    {
        if (externalId is not null)
        {
            _byExternalId[externalId] = id;
        }

        var words = Words(title, excerpt);
        if (!_byWords.TryGetValue(words, out var same) || same.Id == 0)
        {
            _byWords[words] = (id, hasAddress);
        }
    }

    private static string Words(string title, string excerpt) => $"{Prose.Opening(title, OpeningLetters)}|{Prose.Opening(excerpt, OpeningLetters)}";
}
