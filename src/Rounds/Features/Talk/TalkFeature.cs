using Rounds.Features.Topics;
using Rounds.Platform.Web;

namespace Rounds.Features.Talk;

/// <summary>Comments, insights by others, thanks, reports, and the moderators' queue.</summary>
public static class TalkFeature
{
    public static IServiceCollection AddTalk(this IServiceCollection services) => services
        .AddSingleton<GuestGivers>()
        .AddScoped<TalkQueries>()
        .AddScoped<TalkDesk>()
        .AddScoped<PostTally>()
        .AddScoped<ModerationQueries>()
        .AddScoped<ModerationDesk>()
        .AddScoped<ModerationAccess>();

    public static void MapTalk(this Doors doors)
    {
        doors.SignedIn.MapPost("/t/{topic}/p/{id:long}/talk/thanks", ThankAsync);
        doors.GuestForms.MapPost("/t/{topic}/p/{id:long}/talk/guest-thanks", ThankAsync);
        doors.MapModeration();
    }

    private static async Task<IResult> ThankAsync(
        string topic, long id, HttpContext context, TopicAccess access, TalkQueries talk, TalkDesk desk, GuestGivers givers, CancellationToken cancel)
    {
        if (await access.ReadAsync(topic, context.User, cancel) is not { } door
            || await talk.PostAsync(door.Topic.Id, id, cancel) is not { } post)
        {
            return Results.NotFound();
        }

        await desk.ThankAsync(post, givers.Of(context, post.Id), cancel);
        return Results.LocalRedirect($"{BackTo.Page(context.Request, TalkPaths.Post(topic, post))}#thanks-{post.Id}");
    }
}
