using Rounds.Features.Topics;
using Rounds.Platform.Web;

namespace Rounds.Features.Leads;

/// <summary>The form that closes a topic's page, and the curators' inbox of those who wrote.</summary>
public static class LeadsFeature
{
    public static IServiceCollection AddLeads(this IServiceCollection services) => services
        .AddScoped<LeadsQueries>()
        .AddScoped<LeadsDesk>();

    public static void MapLeads(this Doors doors)
    {
        doors.SignedIn.MapPost("/t/{topic}/leads/{id:long}/state", SettleAsync);
        doors.SignedIn.MapGet("/t/{topic}/leads.csv", ExportAsync);
    }

    private static async Task<IResult> SettleAsync(
        string topic, long id, HttpContext context, TopicAccess access, LeadsQueries queries, LeadsDesk desk, CancellationToken cancel)
    {
        if (await access.CurateAsync(topic, context.User, cancel) is not { } door
            || await queries.FindAsync(door.Topic.Id, id, cancel) is not { } lead)
        {
            return Results.NotFound();
        }

        var form = await context.Request.ReadFormAsync(cancel);
        if (StateNamed(form["state"]) is not { } state)
        {
            return Results.BadRequest();
        }

        await desk.SettleAsync(lead, state, context.User.Id(), cancel);
        return Results.LocalRedirect(BackTo.Page(context.Request, $"/t/{Uri.EscapeDataString(topic)}/leads"));
    }

    private static async Task<IResult> ExportAsync(
        string topic, string? state, HttpContext context, TopicAccess access, LeadsQueries queries, CancellationToken cancel)
    {
        if (await access.CurateAsync(topic, context.User, cancel) is not { } door || (state is not null && StateNamed(state) is null))
        {
            return Results.NotFound();
        }

        var leads = queries.All(door.Topic.Id, StateNamed(state));
        return Results.Stream(output => LeadsCsv.WriteAsync(output, leads, cancel), "text/csv; charset=utf-8", $"leads-{door.Topic.Slug}.csv");
    }

    // By name only: Enum.TryParse would take any number too.
    private static LeadState? StateNamed(string? name) =>
        Enum.GetValues<LeadState>().Where(s => s.ToString().Equals(name, StringComparison.OrdinalIgnoreCase)).Select(s => (LeadState?)s).FirstOrDefault();
}
