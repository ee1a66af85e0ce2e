using Rounds.Commands;
using Rounds.Data;
using Rounds.Features.Accounts;
using Rounds.Features.Capture;
using Rounds.Features.Demo;
using Rounds.Features.Import;
using Rounds.Features.Leads;
using Rounds.Features.Measure;
using Rounds.Features.Posts;
using Rounds.Features.Site;
using Rounds.Features.Suggestions;
using Rounds.Features.Talk;
using Rounds.Features.Topics;
using Rounds.Platform;
using Rounds.Platform.Images;
using Rounds.Platform.Web;

namespace Rounds;

/// <summary>The list of features and the pipeline: the map of the site for a newcomer.</summary>
public static class Program
{
    public static Task<int> Main(string[] args) => CommandLine.RunAsync(args);

    /// <summary>Builds the site without starting it; <paramref name="adjust"/> lets tests replace the clock and the like.</summary>
    public static WebApplication Build(string[] args, Action<WebApplicationBuilder>? adjust = null)
    {
        var builder = WebApplication.CreateBuilder(new WebApplicationOptions { Args = args, ApplicationName = "rounds" });
        builder.AddPlatform();
        builder.Services
            .AddAccounts()
            .AddTopics()
            .AddPosts().AddCapture()
            .AddTalk().AddSuggestions().AddLeads()
            .AddMeasure()
            .AddImport().AddDemo()
            .AddSite();
        adjust?.Invoke(builder);
        var app = builder.Build();
        app.UseForwardedHeaders();
        app.UseMiddleware<GuestPagesMiddleware>();
        app.UseSecurityHeaders();
        app.UseResponseCompression();
        app.UseExceptionHandler("/error/500");
        app.UseStatusCodePagesWithReExecute("/error/{0}");
        app.UseRouting();
        app.UseRateLimiter();
        app.UseAuthentication();
        app.UseAuthorization();

        var doors = Doors.Open(app);
        app.MapRazorPages();
        doors.MapAssets();
        doors.MapMedia();
        doors.MapAccounts();
        doors.MapTopics();
        doors.MapPosts();
        doors.MapCapture();
        doors.MapTalk();
        doors.MapSuggestions();
        doors.MapLeads();
        doors.MapImport();
        doors.MapDemo();
        doors.MapSite();
        return app;
    }

    /// <summary>Brings the database up to date and starts serving; returns once the site answers.</summary>
    public static async Task StartAsync(WebApplication app, CancellationToken cancel, bool withDemo = false)
    {
        await app.Services.MigrateAsync(cancel);
        if (withDemo)
        {
            await DemoContent.FillAsync(app.Services, cancel);
        }

        await app.StartAsync(cancel);
    }
}
