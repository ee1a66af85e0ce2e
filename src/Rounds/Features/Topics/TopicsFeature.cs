using Microsoft.AspNetCore.Mvc.RazorPages;
using Rounds.Features.Posts;
using Rounds.Platform.Web;

namespace Rounds.Features.Topics;

/// <summary>Topics: the public magazine page, its shelves by tag, month and words, its feeds and its widget.</summary>
public static class TopicsFeature
{
    public static IServiceCollection AddTopics(this IServiceCollection services)
    {
        services.AddSingleton<TopicLookup>().AddScoped<TopicAccess>().AddScoped<TopicQueries>().AddScoped<TopicDesk>().AddScoped<Masthead>();
        services.AddSingleton<TopicMemory>();
        services.AddHostedService<TopicPageCopies>();
        services.Configure<RazorPagesOptions>(pages =>
        {
            // One page, four ways to choose its posts.
            pages.Conventions.AddPageRoute("/Topics/Show", "/t/{topic}/tag/{tag}");
            pages.Conventions.AddPageRoute("/Topics/Show", "/t/{topic}/archive/{year:int}/{month:int}");
            pages.Conventions.AddPageRoute("/Topics/Show", "/t/{topic}/search");
        });
        return services;
    }

    public static void MapTopics(this Doors doors)
    {
        doors.Reading.MapGet("/topic/{topic}", (string topic) => Results.LocalRedirect($"/t/{Uri.EscapeDataString(topic)}", permanent: true));
        doors.Reading.MapGet("/topic/{topic}/p/{number:long}/{**rest}", FindImportedAsync);
        TopicFeeds.Map(doors);
    }

    /// <summary>A post's address as it was on Scoop.it: <c>/topic/{topic}/p/{number}/{year}/{month}/{day}/{title}</c>.</summary>
    private static async Task<IResult> FindImportedAsync(
        string topic, long number, HttpContext context, TopicAccess access, PostQueries posts, CancellationToken cancel) =>
        await access.ReadAsync(topic, context.User, cancel) is { } door
        && await posts.ImportedAsync(door.Topic.Id, $"scoopit:{number}", cancel) is { } card
            ? Results.LocalRedirect(card.EncodedUrl, permanent: true)
            : Results.NotFound();
}
