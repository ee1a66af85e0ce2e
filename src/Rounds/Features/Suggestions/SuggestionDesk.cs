using Rounds.Data;
using Rounds.Extraction.Gates;
using Rounds.Features.Capture;
using Rounds.Features.Posts;
using Rounds.Features.Topics;

namespace Rounds.Features.Suggestions;

/// <summary>How suggesting an article ended: sent, known already, or why the address will not do.</summary>
public sealed record SuggestionOutcome(bool WasSent, KnownArticle? Known, string? Problem);

/// <summary>Takes in what readers suggest, and what the topic's members decide about it.</summary>
public sealed class SuggestionDesk(RoundsDb db, SuggestionQueries suggestions, CaptureDesk capture, TimeProvider clock)
{
    public async Task<SuggestionOutcome> SendAsync(Topic topic, string url, string? note, string? name, CancellationToken cancel)
    {
        var verdict = UrlPolicy.Check(WithScheme(url.Trim()));
        if (verdict.Url is not { } address)
        {
            return new SuggestionOutcome(false, null, $"{verdict.Reason} Copy the article's address from your browser's address bar and paste it here.");
        }

        // Opening a wrapper may bring to light another site: judged again before it is kept.
        var canonical = CanonicalUrl.Of(address);
        verdict = UrlPolicy.Check(canonical);
        if (!verdict.Allowed)
        {
            return new SuggestionOutcome(false, null, $"{verdict.Reason} Copy the article's address from your browser's address bar and paste it here.");
        }

        if (await suggestions.KnownAsync(topic.Id, address, cancel) is { } known)
        {
            return new SuggestionOutcome(false, known, null);
        }

        // A second reader's wish is no second entry, and no fault of theirs.
        if (!await suggestions.IsWaitingAsync(topic.Id, canonical, cancel))
        {
            db.Suggestions.Add(Suggestion.Send(topic.Id, canonical, note, name ?? "", clock.GetUtcNow()));
            await db.SaveChangesAsync(cancel);
        }

        return new SuggestionOutcome(true, null, null);
    }

    /// <summary>Captures the article in the sender's name. The card that fills itself in; null where the topic has the article by now.</summary>
    public async Task<Post?> TakeAsync(Topic topic, Suggestion suggestion, long byId, CancellationToken cancel)
    {
        if (suggestion.State != SuggestionState.Waiting)
        {
            return null;
        }

        var (post, twin, _) = await capture.CaptureAsync(topic, suggestion.Url, null, null, suggestion.SenderName, byId, cancel);

        // Found again: a capture that lost a race for the address lets go of everything it knew.
        if ((post ?? twin) is { } taken && await suggestions.FindAsync(topic.Id, suggestion.Id, cancel) is { } now)
        {
            now.Take(taken.Id, clock.GetUtcNow());
            await db.SaveChangesAsync(cancel);
        }

        return post;
    }

    public async Task DropAsync(Suggestion suggestion, CancellationToken cancel)
    {
        if (suggestion.State == SuggestionState.Waiting)
        {
            suggestion.Drop(clock.GetUtcNow());
            await db.SaveChangesAsync(cancel);
        }
    }

    public async Task ReopenAsync(Suggestion suggestion, CancellationToken cancel)
    {
        if (suggestion.State == SuggestionState.Dropped)
        {
            suggestion.Reopen();
            await db.SaveChangesAsync(cancel);
        }
    }

    // People copy an address by eye, without what stands before the name.
    private static string WithScheme(string typed) =>
        typed.Contains("://", StringComparison.Ordinal) || typed.Contains('@') || !typed.Contains('.') ? typed : "https://" + typed;
}
