using Microsoft.EntityFrameworkCore;
using Rounds.Data;
using Rounds.Extraction.Gates;
using Rounds.Features.Posts;

namespace Rounds.Features.Suggestions;

/// <summary>An article that a reader suggests but the topic has; the post's address only where everybody may see it.</summary>
public sealed record KnownArticle(long PostId, string Title, string Slug, bool IsPublished);

public sealed record InboxSuggestion(
    long Id, string Url, string Note, string SenderName, SuggestionState State, DateTimeOffset SentAt, long? PostId, KnownArticle? Known);

/// <summary>Reads what readers suggested.</summary>
public sealed class SuggestionQueries(RoundsDb db)
{
    private const int MostShown = 200;

    public Task<KnownArticle?> KnownAsync(long topicId, Uri url, CancellationToken cancel)
    {
        var key = CanonicalUrl.Key(url);
        return (from a in db.PostAddresses
                where a.TopicId == topicId && a.Key == key
                join p in db.Posts on a.PostId equals p.Id
                select new KnownArticle(p.Id, p.Title, p.Slug, p.State == PostState.Published)).FirstOrDefaultAsync(cancel);
    }

    public Task<bool> IsWaitingAsync(long topicId, string url, CancellationToken cancel) =>
        db.Suggestions.AnyAsync(s => s.TopicId == topicId && s.Url == url && s.State == SuggestionState.Waiting, cancel);

    public Task<Suggestion?> FindAsync(long topicId, long id, CancellationToken cancel) =>
        db.Suggestions.FirstOrDefaultAsync(s => s.Id == id && s.TopicId == topicId, cancel);

    /// <summary>How many wait in each state.</summary>
    public async Task<IReadOnlyDictionary<SuggestionState, int>> CountsAsync(long topicId, CancellationToken cancel) =>
        await db.Suggestions.Where(s => s.TopicId == topicId).GroupBy(s => s.State)
            .Select(g => new { g.Key, Count = g.Count() })
            .ToDictionaryAsync(g => g.Key, g => g.Count, cancel);

    /// <summary>Those in one state, newest first; with the post that has the article by now, if any.</summary>
    public async Task<IReadOnlyList<InboxSuggestion>> InboxAsync(long topicId, SuggestionState state, CancellationToken cancel)
    {
        var suggestions = await db.Suggestions.AsNoTracking()
            .Where(s => s.TopicId == topicId && s.State == state)
            .OrderByDescending(s => s.DecidedAt ?? s.SentAt).ThenByDescending(s => s.Id)
            .Take(MostShown)
            .ToListAsync(cancel);
        var keys = suggestions.Select(s => CanonicalUrl.Key(new Uri(s.Url))).Distinct().ToList();
        var known = await (from a in db.PostAddresses
                           where a.TopicId == topicId && keys.Contains(a.Key)
                           join p in db.Posts on a.PostId equals p.Id
                           select new { a.Key, Article = new KnownArticle(p.Id, p.Title, p.Slug, p.State == PostState.Published) })
            .ToDictionaryAsync(a => a.Key, a => a.Article, cancel);
        return [.. suggestions.Select(s => new InboxSuggestion(
            s.Id, s.Url, s.Note, s.SenderName, s.State, s.SentAt, s.PostId, known.GetValueOrDefault(CanonicalUrl.Key(new Uri(s.Url)))))];
    }
}
