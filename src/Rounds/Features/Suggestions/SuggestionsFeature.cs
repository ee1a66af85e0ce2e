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
        doors.SignedIn.MapPost("/t/{topic}/suggestions/{id:long}/dismissal", DropAsync);
        doors.SignedIn.MapPost("/t/{topic}/suggestions/{id:long}/reopening", ReopenAsync);
    }

    private static Task<IResult> DropAsync(
        string topic, long id, HttpContext context, TopicAccess access, SuggestionQueries queries, SuggestionDesk desk, CancellationToken cancel) =>
        DecideAsync(topic, id, context, access, queries, desk.DropAsync, cancel);

    private static Task<IResult> ReopenAsync(
        string topic, long id, HttpContext context, TopicAccess access, SuggestionQueries queries, SuggestionDesk desk, CancellationToken cancel) =>
        DecideAsync(topic, id, context, access, queries, desk.ReopenAsync, cancel);

    private static async Task<IResult> DecideAsync(
        string topic, long id, HttpContext context, TopicAccess access, SuggestionQueries queries,
        Func<Suggestion, CancellationToken, Task> decide, CancellationToken cancel)
    {
        if (await access.ContributeAsync(topic, context.User, cancel) is not { } door
            || await queries.FindAsync(door.Topic.Id, id, cancel) is not { } suggestion)
        {
            return Results.NotFound();
        }

        await decide(suggestion, cancel);
        return Results.LocalRedirect(BackTo.Page(context.Request, $"/t/{Uri.EscapeDataString(topic)}/suggestions"));
    }
}
