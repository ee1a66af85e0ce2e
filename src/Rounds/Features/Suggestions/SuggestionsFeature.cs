using Rounds.Features.Topics;
using Rounds.Platform.Web;

namespace Rounds.Features.Suggestions;

/// <summary>Articles that readers propose, and the members' inbox of them.</summary>
public static class SuggestionsFeature
{
    public static IServiceCollection AddSuggestions(this IServiceCollection services) => services
        .AddScoped<SuggestionQueries>()
        .AddScoped<SuggestionDesk>();

    public static void MapSuggestions(this Doors doors)
    {
        doors.SignedIn.MapPost("/t/{topic}/suggestions/{id:long}/taking", TakeAsync);
        doors.SignedIn.MapPost("/t/{topic}/suggestions/{id:long}/dismissal", DropAsync);
        doors.SignedIn.MapPost("/t/{topic}/suggestions/{id:long}/reopening", ReopenAsync);
    }

    /// <summary>Leads to the card that loads; where there already was one, back to the inbox, which links to it.</summary>
    private static Task<IResult> TakeAsync(
        string topic, long id, HttpContext context, TopicAccess access, SuggestionQueries queries, SuggestionDesk desk, CancellationToken cancel) =>
        DecideAsync(topic, id, context, access, queries, async (door, suggestion) =>
            await desk.TakeAsync(door.Topic, suggestion, context.User.Id(), cancel) is { } post ? $"{TopicPath(topic)}#post-{post.Id}" : null, cancel);

    private static Task<IResult> DropAsync(
        string topic, long id, HttpContext context, TopicAccess access, SuggestionQueries queries, SuggestionDesk desk, CancellationToken cancel) =>
        DecideAsync(topic, id, context, access, queries, async (_, suggestion) =>
        {
            await desk.DropAsync(suggestion, cancel);
            return null;
        }, cancel);

    private static Task<IResult> ReopenAsync(
        string topic, long id, HttpContext context, TopicAccess access, SuggestionQueries queries, SuggestionDesk desk, CancellationToken cancel) =>
        DecideAsync(topic, id, context, access, queries, async (_, suggestion) =>
        {
            await desk.ReopenAsync(suggestion, cancel);
            return null;
        }, cancel);

    private static async Task<IResult> DecideAsync(
        string topic, long id, HttpContext context, TopicAccess access, SuggestionQueries queries,
        Func<TopicDoor, Suggestion, Task<string?>> decide, CancellationToken cancel)
    {
        if (await access.ContributeAsync(topic, context.User, cancel) is not { } door
            || await queries.FindAsync(door.Topic.Id, id, cancel) is not { } suggestion)
        {
            return Results.NotFound();
        }

        return Results.LocalRedirect(await decide(door, suggestion) ?? BackTo.Page(context.Request, $"{TopicPath(topic)}/suggestions"));
    }

    private static string TopicPath(string topic) => $"/t/{Uri.EscapeDataString(topic)}";
}
