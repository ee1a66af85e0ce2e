using System.Security.Claims;
using Microsoft.EntityFrameworkCore;
using Rounds.Data;
using Rounds.Features.Accounts;
using Rounds.Features.Posts;
using Rounds.Features.Topics;
using Rounds.Platform.Web;

namespace Rounds.Features.Talk;

/// <summary>Reads what was said about posts.</summary>
public sealed class TalkQueries(RoundsDb db)
{
    /// <summary>All that <c>_Talk</c> shows under a post.</summary>
    public async Task<TalkView> ViewAsync(TopicDoor door, Post post, ClaimsPrincipal user, CancellationToken cancel)
    {
        var mayModerate = door.MayCurate || user.IsInRole(SiteRoles.Moderator);
        var talk = await ThreadAsync(post.Id, mayModerate, cancel);
        var mayAddInsight = await MayAddInsightAsync(post, user, cancel);
        return new TalkView(door.Topic.Slug, post.Id, talk, user.IsSignedIn(), mayModerate, mayAddInsight, post.ThanksCount);
    }

    /// <param name="postId">The post.</param>
    /// <param name="includeHeld">True for those who may moderate: comments that wait are among the others, marked.</param>
    /// <param name="cancel">Stops the query.</param>
    public async Task<PostTalk> ThreadAsync(long postId, bool includeHeld, CancellationToken cancel)
    {
        // Kept for their place: comments that may not be read any more but were answered.
        var comments = await db.Comments.AsNoTracking()
            .Where(c => c.PostId == postId && (c.State == CommentState.Shown
                || (includeHeld && c.State == CommentState.Held)
                || db.Comments.Any(a => a.PostId == postId && a.ParentId == c.Id
                    && (a.State == CommentState.Shown || (includeHeld && a.State == CommentState.Held)))))
            .OrderBy(c => c.WrittenAt).ThenBy(c => c.Id)
            .ToListAsync(cancel);

        var answers = comments.Where(c => c.ParentId is not null && IsReadable(c)).ToLookup(c => c.ParentId, c => View(c, true, []));
        return new PostTalk(
            [.. comments.Where(c => c.IsInsight && IsReadable(c)).Select(c => View(c, true, []))],
            [.. comments.Where(c => !c.IsInsight && c.ParentId is null).Select(c => View(c, IsReadable(c), [.. answers[c.Id]]))]);

        bool IsReadable(Comment c) => c.State == CommentState.Shown || (includeHeld && c.State == CommentState.Held);
    }

    /// <summary>A post that people may talk about: published, on this topic.</summary>
    public Task<Post?> PostAsync(long topicId, long postId, CancellationToken cancel) =>
        db.Posts.AsNoTracking().FirstOrDefaultAsync(p => p.Id == postId && p.TopicId == topicId && p.State == PostState.Published, cancel);

    /// <summary>A comment that everybody can read.</summary>
    public Task<Comment?> ShownAsync(long postId, long commentId, CancellationToken cancel) =>
        db.Comments.AsNoTracking().FirstOrDefaultAsync(c => c.Id == commentId && c.PostId == postId && c.State == CommentState.Shown, cancel);

    /// <summary>Curators of any topic may add their insight to somebody else's post.</summary>
    public async Task<bool> MayAddInsightAsync(Post post, ClaimsPrincipal user, CancellationToken cancel)
    {
        var id = user.Id();
        return id != 0 && id != post.CuratorId
            && (user.IsInRole(SiteRoles.Owner) || await db.TopicMembers.AnyAsync(m => m.UserId == id && m.Role == TopicRole.Curator, cancel));
    }

    private static CommentView View(Comment comment, bool isReadable, IReadOnlyList<CommentView> answers) => new(
        comment.Id,
        isReadable ? comment.AuthorName : "",
        comment.AuthorId is null,
        isReadable ? comment.BodyHtml : "",
        comment.State,
        isReadable,
        comment.WrittenAt,
        answers);
}
