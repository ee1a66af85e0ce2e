using Rounds.Features.Posts;
using Rounds.Features.Topics;
using Rounds.Platform.Jobs;
using Rounds.Platform.Web;

namespace Rounds.Features.Capture;

/// <summary>URL to post: the box on the topic page, the bookmarklet and the share target, the job and its card.</summary>
public static class CaptureFeature
{
    public static IServiceCollection AddCapture(this IServiceCollection services) => services
        .AddScoped<CaptureDesk>()
        .AddScoped<CaptureQueries>()
        .AddJobHandler<CaptureJob>();

    public static void MapCapture(this Doors doors)
    {
        doors.SignedIn.MapPost("/t/{topic}/captures", CaptureAsync);
        doors.SignedIn.MapPost("/t/{topic}/posts/{id:long}/capture", TryAgainAsync);
    }

    private static async Task<IResult> CaptureAsync(
        string topic, HttpContext context, TopicAccess access, CaptureDesk desk, CancellationToken cancel)
    {
        if (await access.ContributeAsync(topic, context.User, cancel) is not { } door)
        {
            return Results.NotFound();
        }

        var url = context.Request.Form["url"].ToString();
        var result = await desk.CaptureAsync(door.Topic, url, null, null, null, context.User.Id(), cancel);
        return result switch
        {
            { Post: { } post } => Results.LocalRedirect($"{door.Topic.Path}#post-{post.Id}"),
            { Twin: { } twin } => Results.LocalRedirect($"/capture?topic={Uri.EscapeDataString(topic)}&url={Uri.EscapeDataString(url)}&twin={twin.Id}"),
            _ => Results.LocalRedirect($"/capture?topic={Uri.EscapeDataString(topic)}&url={Uri.EscapeDataString(url)}&refused=true"),
        };
    }

    private static Task<IResult> TryAgainAsync(string topic, long id, PostRequest request, CaptureDesk desk) =>
        request.OnPostAsync(topic, id, curatorOnly: false, async (_, door, post) =>
        {
            await desk.TryAgainAsync(post, request.Cancel);
            return $"{door.Topic.Path}#post-{post.Id}";
        });
}
