using System.Security.Claims;
using Microsoft.EntityFrameworkCore;
using Rounds.Data;
using Rounds.Features.Topics;
using Rounds.Platform.Web;

namespace Rounds.Features.Talk;

/// <summary>Says whether a person may judge a comment or report, which know their topic only by number.</summary>
public sealed class ModerationAccess(RoundsDb db, TopicAccess access)
{
    public async Task<TopicDoor?> ToAsync(long topicId, ClaimsPrincipal user, CancellationToken cancel) =>
        await db.Topics.Where(t => t.Id == topicId).Select(t => t.Slug).FirstOrDefaultAsync(cancel) is { } slug
            ? await access.ModerateAsync(slug, user, cancel)
            : null;
}

/// <summary>The buttons of the queue that need no words. Removing does, and is a page.</summary>
internal static class ModerationEndpoints
{
    private const string Queue = "/moderation";

    public static void MapModeration(this Doors doors)
    {
        doors.SignedIn.MapPost("/moderation/comments/{id:long}/approval", ApproveAsync);
        doors.SignedIn.MapPost("/moderation/comments/{id:long}/hold", HoldAsync);
        doors.SignedIn.MapPost("/moderation/reports/{id:long}/dismissal", DismissAsync);
    }

    private static Task<IResult> ApproveAsync(long id, HttpContext context, ModerationDesk desk, ModerationAccess access, CancellationToken cancel) =>
        OnCommentAsync(id, context, desk, access, desk.ApproveAsync, cancel);

    private static Task<IResult> HoldAsync(long id, HttpContext context, ModerationDesk desk, ModerationAccess access, CancellationToken cancel) =>
        OnCommentAsync(id, context, desk, access, desk.HoldAsync, cancel);

    private static async Task<IResult> DismissAsync(long id, HttpContext context, ModerationDesk desk, ModerationAccess access, CancellationToken cancel)
    {
        if (await desk.ReportAsync(id, cancel) is not { } report || await access.ToAsync(report.TopicId, context.User, cancel) is null)
        {
            return Results.NotFound();
        }

        await desk.DismissAsync(report, context.User.Id(), cancel);
        return Results.LocalRedirect(BackTo.Page(context.Request, Queue));
    }

    private static async Task<IResult> OnCommentAsync(
        long id, HttpContext context, ModerationDesk desk, ModerationAccess access, Func<Comment, long, CancellationToken, Task> decide, CancellationToken cancel)
    {
        if (await desk.CommentAsync(id, cancel) is not { } comment || await access.ToAsync(comment.TopicId, context.User, cancel) is null)
        {
            return Results.NotFound();
        }

        await decide(comment, context.User.Id(), cancel);
        return Results.LocalRedirect(BackTo.Page(context.Request, Queue));
    }
}
