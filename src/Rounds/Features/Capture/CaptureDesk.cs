using Microsoft.EntityFrameworkCore;
using Rounds.Data;
using Rounds.Extraction.Gates;
using Rounds.Features.Posts;
using Rounds.Features.Topics;
using Rounds.Platform.Jobs;

namespace Rounds.Features.Capture;

/// <summary>How asking for a capture ended: a new card, the post that already shows the article, or a plain sentence why not.</summary>
public sealed record CaptureResult(Post? Post, Post? Twin, string? Refusal);

/// <summary>The use cases of capturing: ask, try again, fill in by hand.</summary>
public sealed class CaptureDesk(RoundsDb db, PostDesk posts, JobQueue jobs, DatabaseEngine engine, TimeProvider clock)
{
    /// <summary>Makes the "loading" card and leaves the fetching to a job. Nothing is fetched here: the page answers at once.</summary>
    public async Task<CaptureResult> CaptureAsync(
        Topic topic, string url, string? title, string? insight, string? suggestedBy, long userId, CancellationToken cancel)
    {
        if (Read(url) is not { } address)
        {
            return new CaptureResult(null, null, "That is not a web address. It should begin with https:// and name a site.");
        }

        if (await posts.TwinAsync(topic.Id, address.AbsoluteUri, 0, cancel) is { } twin)
        {
            return new CaptureResult(null, await db.Posts.FirstAsync(p => p.Id == twin, cancel), null);
        }

        var now = clock.GetUtcNow();
        var post = Post.Capture(topic.Id, address.AbsoluteUri, title, insight, userId, now);
        post.CreditSuggestion(suggestedBy);
        await using var transaction = await db.Database.BeginTransactionAsync(cancel);
        try
        {
            db.Posts.Add(post);
            await db.SaveChangesAsync(cancel);
            db.PostAddresses.Add(new PostAddress(topic.Id, post.Id, CanonicalUrl.Key(address)));
            db.Captures.Add(new Capture(post.Id, address.AbsoluteUri, userId, now));
            await jobs.EnqueueAsync(CaptureJob.Kind, CaptureJob.Subject(post.Id), cancel);
            await db.SaveChangesAsync(cancel);
            await transaction.CommitAsync(cancel);
        }
        catch (DbUpdateException fault) when (engine.IsDuplicate(fault))
        {
            // The same address was pasted twice at once: the other one has it.
            await transaction.RollbackAsync(cancel);
            db.ChangeTracker.Clear();
            var first = await posts.TwinAsync(topic.Id, address.AbsoluteUri, 0, cancel);
            return new CaptureResult(null, await db.Posts.FirstOrDefaultAsync(p => p.Id == first, cancel), null);
        }

        return new CaptureResult(post, null, null);
    }

    public async Task TryAgainAsync(Post post, CancellationToken cancel)
    {
        if (post.State != PostState.Failed || await db.Captures.FirstOrDefaultAsync(c => c.PostId == post.Id, cancel) is not { } capture)
        {
            return;
        }

        var now = clock.GetUtcNow();
        post.Reload(now);
        capture.StartAgain(now);
        await using var transaction = await db.Database.BeginTransactionAsync(cancel);
        await jobs.EnqueueAsync(CaptureJob.Kind, CaptureJob.Subject(post.Id), cancel);
        await db.SaveChangesAsync(cancel);
        await transaction.CommitAsync(cancel);
    }

    /// <summary>The first web address in what was pasted: people paste a sentence with a link in it, or leave out the scheme.</summary>
    private static Uri? Read(string pasted)
    {
        var words = pasted.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries).Take(50).Select(Bare).ToList();

        // "See this. https://…": a word that ends a sentence looks like a host, so what has a scheme is asked first.
        return words.Where(w => w.Contains("://", StringComparison.Ordinal)).Select(Parse).FirstOrDefault(u => u is not null)
            ?? words.Where(w => !w.Contains("://", StringComparison.Ordinal) && w.Contains('.') && !w.Contains('@'))
                .Select(w => Parse("https://" + w)).FirstOrDefault(u => u is not null);
    }

    private static Uri? Parse(string candidate) =>
        candidate.Length <= 2000 && Uri.TryCreate(candidate, UriKind.Absolute, out var url) && url.Scheme is "http" or "https" && url.Host.Length > 0 ? url : null;

    /// <summary>A word without the marks that a sentence puts around it; a bracket that the address itself opens is its own.</summary>
    private static string Bare(string word)
    {
        var bare = word.TrimStart('<', '(', '"', '“', '[').TrimEnd('>', '"', '”', ',', ';', '.', '!', ']');
        while (bare.EndsWith(')') && bare.Count(c => c == ')') > bare.Count(c => c == '('))
        {
            bare = bare[..^1].TrimEnd(',', ';', '.', '!');
        }

        return bare;
    }
}
