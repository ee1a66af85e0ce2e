using Microsoft.AspNetCore.Mvc.RazorPages;
using Rounds.Platform.Web;

namespace Rounds.Features.Posts;

/// <summary>Posts: the composer, history, order, reshare, search.</summary>
public static class PostsFeature
{
    public static IServiceCollection AddPosts(this IServiceCollection services) => services
        .AddScoped<PostQueries>()
        .AddScoped<PostDesk>()
        .Configure<RazorPagesOptions>(pages => pages.Conventions.AddPageRoute("/Posts/Compose", "/t/{topic}/posts/{id:long}/edit"));

    public static void MapPosts(this Doors doors)
    {
        var post = doors.SignedIn.MapGroup("/t/{topic}/posts/{id:long}");
        post.MapPost("/publication", PublishAsync);
        post.MapPost("/withdrawal", WithdrawAsync);
        post.MapPost("/place", MoveAsync);
        post.MapPost("/pin", PinAsync);
        doors.SignedIn.MapPost("/markdown", PreviewAsync);
    }

    private static Task<IResult> PublishAsync(string topic, long id, PostRequest request) =>
        request.OnPostAsync(topic, id, curatorOnly: true, async (desk, door, post) =>
        {
            await desk.PublishAsync(post, request.Cancel);
            return $"{door.Topic.Path}/p/{post.Id}/{Uri.EscapeDataString(post.Slug)}";
        });

    private static Task<IResult> WithdrawAsync(string topic, long id, PostRequest request) =>
        request.OnPostAsync(topic, id, curatorOnly: true, async (desk, door, post) =>
        {
            await desk.UnpublishAsync(post, request.Cancel);
            return $"{door.Topic.Path}#post-{post.Id}";
        });

    private static Task<IResult> MoveAsync(string topic, long id, PostRequest request) =>
        request.OnPostAsync(topic, id, curatorOnly: true, async (desk, door, post) =>
        {
            await desk.MoveAsync(post, request.Form["where"].ToString(), request.Cancel);
            return $"{door.Topic.Path}#post-{post.Id}";
        });

    private static Task<IResult> PinAsync(string topic, long id, PostRequest request) =>
        request.OnPostAsync(topic, id, curatorOnly: true, async (desk, door, post) =>
        {
            await desk.PinAsync(door.Topic, door.Topic.PinnedPostId == post.Id ? null : post, request.Cancel);
            return door.Topic.Path;
        });

    /// <summary>The composer's preview: the same renderer as the page.</summary>
    private static async Task<IResult> PreviewAsync(HttpContext context, CancellationToken cancel)
    {
        var form = await context.Request.ReadFormAsync(cancel);
        return Results.Content(Markdown.ToInsightHtml(form["text"].ToString()), "text/html; charset=utf-8");
    }
}
