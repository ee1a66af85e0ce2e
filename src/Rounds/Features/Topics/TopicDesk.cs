using Microsoft.EntityFrameworkCore;
using Rounds.Data;

namespace Rounds.Features.Topics;

/// <summary>What a person says about a topic in its settings.</summary>
public sealed record TopicDraft(string Title, string? Slug, string Description, IReadOnlyList<string> Audiences, string Language, bool IsPrivate);

/// <summary>Opening and settling topics.</summary>
public sealed class TopicDesk(RoundsDb db, DatabaseEngine engine, TimeProvider clock)
{
    /// <summary>Words that stand where a topic's address would, or could be taken for the site's own.</summary>
    private static readonly HashSet<string> Reserved = ["new", "settings", "search", "tag", "archive"];

    /// <summary>Null when the wished address is taken; without a wish, a free one is made from the title.</summary>
    public async Task<Topic?> OpenAsync(TopicDraft draft, long curatorId, CancellationToken cancel)
    {
        var now = clock.GetUtcNow();
        if (await FreeSlugAsync(draft, 0, cancel) is not { } slug)
        {
            return null;
        }

        var topic = Topic.Open(draft.Title, slug, now);
        topic.Describe(draft.Title, draft.Description, draft.Audiences, draft.Language, draft.IsPrivate, now);
        db.Topics.Add(topic);
        try
        {
            await db.SaveChangesAsync(cancel);
        }
        catch (DbUpdateException fault) when (engine.IsDuplicate(fault))
        {
            db.ChangeTracker.Clear();
            return null;
        }

        db.TopicMembers.Add(new TopicMember(topic.Id, curatorId, TopicRole.Curator, now));
        await db.SaveChangesAsync(cancel);
        return topic;
    }

    /// <summary>False when the wished address is taken.</summary>
    public async Task<bool> SettleAsync(Topic topic, TopicDraft draft, long? coverId, CancellationToken cancel)
    {
        var now = clock.GetUtcNow();
        if (await FreeSlugAsync(draft, topic.Id, cancel) is not { } slug)
        {
            return false;
        }

        topic.Describe(draft.Title, draft.Description, draft.Audiences, draft.Language, draft.IsPrivate, now);
        topic.MoveTo(slug, now);
        topic.Cover(coverId, now);
        await db.SaveChangesAsync(cancel);
        return true;
    }

    private async Task<string?> FreeSlugAsync(TopicDraft draft, long exceptId, CancellationToken cancel)
    {
        var wished = Slugs.From(draft.Slug ?? "");
        var slug = wished.Length > 0 ? wished : Slugs.From(draft.Title);
        if (slug.Length == 0)
        {
            slug = "topic";
        }

        for (var n = 1; n <= 50; n++)
        {
            var candidate = n == 1 ? slug : $"{slug}-{n}";
            if (!Reserved.Contains(candidate) && !await db.Topics.AnyAsync(t => t.Slug == candidate && t.Id != exceptId, cancel))
            {
                return candidate;
            }

            if (wished.Length > 0)
            {
                return null;
            }
        }

        return null;
    }
}
