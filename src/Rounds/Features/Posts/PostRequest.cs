using Microsoft.EntityFrameworkCore;
using Rounds.Data;
using Rounds.Features.Topics;
using Rounds.Platform.Web;

namespace Rounds.Features.Posts;

/// <summary>What the row actions on a post have in common: find it, check the person's role, act, go back.</summary>
public sealed class PostRequest
{
    private readonly HttpContext _context;
    private readonly TopicAccess _access;
    private readonly PostDesk _desk;
    private readonly RoundsDb _db;

    private PostRequest(HttpContext context)
    {
        _context = context;
        _access = context.RequestServices.GetRequiredService<TopicAccess>();
        _desk = context.RequestServices.GetRequiredService<PostDesk>();
        _db = context.RequestServices.GetRequiredService<RoundsDb>();
    }

    public CancellationToken Cancel => _context.RequestAborted;

    public IFormCollection Form => _context.Request.Form;

    public static ValueTask<PostRequest> BindAsync(HttpContext context) => ValueTask.FromResult(new PostRequest(context));

    /// <summary>Contributors act on their own unpublished posts; publishing, order and pins are the curators'.</summary>
    public async Task<IResult> OnPostAsync(string topic, long id, bool curatorOnly, Func<PostDesk, TopicDoor, Post, Task<string>> act)
    {
        if (await _access.ContributeAsync(topic, _context.User, Cancel) is not { } door
            || await _db.Posts.FirstOrDefaultAsync(p => p.Id == id && p.TopicId == door.Topic.Id, Cancel) is not { } post
            || !PostRules.MayChange(door, post, _context.User.Id())
            || (curatorOnly && !door.MayCurate))
        {
            return Results.NotFound();
        }

        return Results.LocalRedirect(await act(_desk, door, post));
    }
}
