using Microsoft.EntityFrameworkCore;
using Rounds.Data;
using Rounds.Extraction.Gates;
using Rounds.Features.Topics;
using Rounds.Platform.Web;

namespace Rounds.Features.Posts;

/// <summary>What a person wrote in the composer.</summary>
public sealed record PostDraft(
    PostKind Kind, string Title, string? Url, string? SiteName, string? Author, DateTimeOffset? SourceDate, string? Language,
    string? Excerpt, string? Insight, IReadOnlyList<string> Tags, long? ImageId, string? ImageAlt);

/// <summary>How saving ended: a post, or the one that already shows this article.</summary>
public sealed record SavedPost(Post? Post, long? TwinId);

/// <summary>The use cases of the composer: write, edit, publish, move, reshare, delete.</summary>
public sealed class PostDesk(RoundsDb db, DatabaseEngine engine, GuestPages pages, TimeProvider clock)
{
    public async Task<SavedPost> WriteAsync(Topic topic, PostDraft draft, bool publish, long byId, CancellationToken cancel)
    {
        if (await TwinAsync(topic.Id, draft.Url, 0, cancel) is { } twin)
        {
            return new SavedPost(null, twin);
        }

        var post = Post.Write(topic.Id, draft.Kind, byId, clock.GetUtcNow());
        db.Posts.Add(post);
        return await FillAndSaveAsync(post, draft, publish, cancel);
    }

    public async Task<SavedPost> EditAsync(Post post, PostDraft draft, bool publish, long byId, CancellationToken cancel)
    {
        if (await TwinAsync(post.TopicId, draft.Url, post.Id, cancel) is { } twin)
        {
            return new SavedPost(null, twin);
        }

        db.PostVersions.Add(PostVersion.Of(post, byId, clock.GetUtcNow()));
        post.Edited(clock.GetUtcNow());
        await ReleaseAddressesAsync(post, draft.Url, cancel);
        return await FillAndSaveAsync(post, draft, publish, cancel);
    }

    public async Task PublishAsync(Post post, CancellationToken cancel)
    {
        post.Publish(clock.GetUtcNow());
        await db.SaveChangesAsync(cancel);
        await FreshenCreditsAsync(post, cancel);
    }

    public async Task UnpublishAsync(Post post, CancellationToken cancel)
    {
        post.Unpublish(clock.GetUtcNow());
        await db.SaveChangesAsync(cancel);
        await FreshenCreditsAsync(post, cancel);
    }

    public async Task DeleteAsync(Topic topic, Post post, CancellationToken cancel)
    {
        if (topic.PinnedPostId == post.Id)
        {
            topic.Pin(null, clock.GetUtcNow());
        }

        db.Posts.Remove(post);
        await db.SaveChangesAsync(cancel);
        await FreshenCreditsAsync(post, cancel);
    }

    public async Task PinAsync(Topic topic, Post? post, CancellationToken cancel)
    {
        topic.Pin(post?.Id, clock.GetUtcNow());
        await db.SaveChangesAsync(cancel);
    }

    /// <summary>Moves a published post one place up or down, or to the head of the topic.</summary>
    public async Task MoveAsync(Post post, string where, CancellationToken cancel)
    {
        var others = db.Posts.Where(p => p.TopicId == post.TopicId && p.State == PostState.Published && p.Id != post.Id);
        if (where == "top")
        {
            var top = await others.MaxAsync(p => (long?)p.Position, cancel) ?? post.Position;
            post.PlaceAt(Math.Max(post.Position, top + 1));
        }
        else
        {
            // As on the page: by position, and where two have the same, the younger one first.
            var neighbour = where == "up"
                ? await others.Where(p => p.Position > post.Position || (p.Position == post.Position && p.Id > post.Id))
                    .OrderBy(p => p.Position).ThenBy(p => p.Id).FirstOrDefaultAsync(cancel)
                : await others.Where(p => p.Position < post.Position || (p.Position == post.Position && p.Id < post.Id))
                    .OrderByDescending(p => p.Position).ThenByDescending(p => p.Id).FirstOrDefaultAsync(cancel);
            if (neighbour is null)
            {
                return;
            }

            if (post.Position == neighbour.Position)
            {
                await SpreadAsync(post.TopicId, post.Position, cancel);
            }

            post.SwapPlaces(neighbour);
        }

        await db.SaveChangesAsync(cancel);
    }

    /// <summary>Takes a post into another topic with a new insight; source, quotation and picture come along, the credit stays.</summary>
    public async Task<SavedPost> ReshareAsync(Post original, Topic into, string? insight, bool publish, long byId, CancellationToken cancel)
    {
        var draft = new PostDraft(original.Kind, original.Title, original.SourceUrl, original.SiteName, original.Author, original.SourceDate,
            original.Language, original.Excerpt, insight, original.Tags, original.ImageId, original.ImageAlt);
        if ((await TwinAsync(into.Id, draft.Url, 0, cancel) ?? await ReshareOfAsync(original.Id, into.Id, cancel)) is { } twin)
        {
            return new SavedPost(null, twin);
        }

        var post = Post.Write(into.Id, draft.Kind, byId, clock.GetUtcNow());
        post.CreditReshare(original.Id);
        post.Embed(original.Embeds);
        db.Posts.Add(post);
        return await FillAndSaveAsync(post, draft, publish, cancel);
    }

    /// <summary>The post of this topic that already shows the article at <paramref name="url"/>, under any of its addresses.</summary>
    public async Task<long?> TwinAsync(long topicId, string? url, long exceptPostId, CancellationToken cancel)
    {
        if (!Uri.TryCreate(url, UriKind.Absolute, out var address))
        {
            return null;
        }

        var key = CanonicalUrl.Key(address);
        return await db.PostAddresses.Where(a => a.TopicId == topicId && a.Key == key && a.PostId != exceptPostId)
            .Select(a => (long?)a.PostId).FirstOrDefaultAsync(cancel);
    }

    /// <summary>Makes the rows beside a post say what the post says: its tags, and the address of its source.</summary>
    public async Task IndexAsync(Post post, CancellationToken cancel)
    {
        var tags = await db.PostTags.Where(t => t.PostId == post.Id).ToListAsync(cancel);
        db.PostTags.RemoveRange(tags.Where(t => post.Tags.All(label => Tag.Slug(label) != t.Slug)));
        foreach (var label in post.Tags)
        {
            if (tags.Find(t => t.Slug == Tag.Slug(label)) is { } known)
            {
                known.Relabel(label);
            }
            else
            {
                db.PostTags.Add(new PostTag(post.TopicId, post.Id, Tag.Slug(label), label));
            }
        }

        if (Uri.TryCreate(post.SourceUrl, UriKind.Absolute, out var source))
        {
            var key = CanonicalUrl.Key(source);
            if (!await db.PostAddresses.AnyAsync(a => a.TopicId == post.TopicId && a.Key == key, cancel))
            {
                db.PostAddresses.Add(new PostAddress(post.TopicId, post.Id, key));
            }
        }
    }

    /// <summary>A note has no address by which its second coming could be told.</summary>
    private Task<long?> ReshareOfAsync(long originalId, long intoId, CancellationToken cancel) =>
        db.Posts.Where(p => p.TopicId == intoId && p.ResharedFromId == originalId).Select(p => (long?)p.Id).FirstOrDefaultAsync(cancel);

    /// <summary>A post whose source is corrected no longer stands for the article it was taken for by mistake.</summary>
    private async Task ReleaseAddressesAsync(Post post, string? newUrl, CancellationToken cancel)
    {
        if (Key(newUrl) != Key(post.SourceUrl))
        {
            db.PostAddresses.RemoveRange(await db.PostAddresses.Where(a => a.PostId == post.Id).ToListAsync(cancel));
        }

        static string? Key(string? url) => Uri.TryCreate(url, UriKind.Absolute, out var address) ? CanonicalUrl.Key(address) : null;
    }

    /// <summary>Gives posts of the very same position positions of their own, in the order in which they are shown.</summary>
    private async Task SpreadAsync(long topicId, long position, CancellationToken cancel)
    {
        var same = await db.Posts.Where(p => p.TopicId == topicId && p.Position == position).OrderBy(p => p.Id).ToListAsync(cancel);
        var above = await db.Posts.Where(p => p.TopicId == topicId && p.Position > position).ToListAsync(cancel);
        foreach (var post in above)
        {
            post.PlaceAt(post.Position + same.Count - 1);
        }

        for (var n = 0; n < same.Count; n++)
        {
            same[n].PlaceAt(position + n);
        }
    }

    /// <summary>The credit of a reshared post stands on two topics' pages, and the save told of one.</summary>
    private async Task FreshenCreditsAsync(Post post, CancellationToken cancel)
    {
        var topics = await db.Posts.Where(p => p.Id == post.ResharedFromId || p.ResharedFromId == post.Id).Select(p => p.TopicId).Distinct().ToListAsync(cancel);
        foreach (var topic in topics)
        {
            pages.Drop(TopicPageCopies.Tag(topic));
        }
    }

    private async Task<SavedPost> FillAndSaveAsync(Post post, PostDraft draft, bool publish, CancellationToken cancel)
    {
        post.SetKind(draft.Kind);
        post.Entitle(draft.Title);
        post.Quote(draft.Url, draft.SiteName, draft.Author, draft.SourceDate, draft.Excerpt);
        post.SetInsight(draft.Insight);
        post.SetLanguage(draft.Language);
        post.SetTags(draft.Tags);
        post.Illustrate(draft.ImageId, draft.ImageAlt);
        post.Fill(clock.GetUtcNow());
        if (publish)
        {
            post.Publish(clock.GetUtcNow());
        }

        await using var transaction = await db.Database.BeginTransactionAsync(cancel);
        try
        {
            await db.SaveChangesAsync(cancel);
            await IndexAsync(post, cancel);
            await db.SaveChangesAsync(cancel);
            await transaction.CommitAsync(cancel);
            await FreshenCreditsAsync(post, cancel);
            return new SavedPost(post, null);
        }
        catch (DbUpdateException fault) when (engine.IsDuplicate(fault))
        {
            // Somebody put the same article on the topic a moment ago.
            await transaction.RollbackAsync(cancel);
            db.ChangeTracker.Clear();
            return new SavedPost(null, await TwinAsync(post.TopicId, draft.Url, 0, cancel));
        }
    }
}
