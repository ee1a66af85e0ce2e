using System.Net;
using Microsoft.AspNetCore.Http;
using Rounds.Features.Posts;
using Rounds.Features.Topics;

namespace Rounds.Tests.Capture;

/// <summary>Pages of invented newspapers, and the steps every capture starts with.</summary>
internal static class ArticlePages
{
    /// <summary>An article as newspapers mark it up, long enough to be one.</summary>
    public static string Article(string title, string head = "", string body = "") => $"""
        <!DOCTYPE html>
        <html lang="en"><head><meta charset="utf-8">
        <title>{title} | The Ward News</title>
        <meta property="og:title" content="{title}"><meta property="og:site_name" content="The Ward News"><meta property="og:type" content="article">
        <meta name="author" content="Sam Porter"><meta property="article:published_time" content="2026-03-09T08:00:00Z">
        {head}
        </head><body><nav><a href="/">Home</a> <a href="/wards">Wards</a></nav>
        <article><h1>{title}</h1><p class="byline">By Sam Porter</p>
        <p>For three months the night team of ward four has dimmed the lights at ten and moved the drug trolley to the far end of the corridor.</p>
        <p>Patients slept one hour longer on average, the team reports, and the number of calls between midnight and four went down by a third.</p>
        {body}
        <p>The change cost nothing but a list on the door, says the sister in charge, who had expected complaints and received thank-you cards instead.</p>
        <p>Two neighbouring wards will follow in autumn. Whether the effect lasts through winter, when beds are full, nobody dares to say yet.</p>
        </article><footer>Imprint</footer></body></html>
        """;

    public static async Task<(Topic Topic, Visitor Noor)> BeginAsync(this Site site, string title) =>
        (await site.OpenTopicAsync(title, curator: "noor"), await site.SignInAsync("noor"));

    /// <summary>Pastes an address into the box on the topic's page.</summary>
    public static async Task<VisitedPage> PasteAsync(this Visitor visitor, Topic topic, string url) =>
        await visitor.SubmitAsync(await visitor.GetAsync($"/t/{topic.Slug}"), $"form[action='/t/{topic.Slug}/captures']", new { url });

    /// <summary>Pastes, waits for the job, and looks again.</summary>
    public static async Task<VisitedPage> CaptureAsync(this Site site, Visitor visitor, Topic topic, string url)
    {
        var page = await visitor.PasteAsync(topic, url);
        Assert.Equal(HttpStatusCode.OK, page.Status);
        await site.CapturesEndAsync(topic);
        return await visitor.GetAsync($"/t/{topic.Slug}");
    }

    public static Task CapturesEndAsync(this Site site, Topic topic) =>
        site.WaitAsync(() => site.InDbAsync(db => Task.FromResult(!db.Posts.Any(p => p.TopicId == topic.Id && p.State == PostState.Loading))));

    /// <summary>A page that answers only when it is told to.</summary>
    public static (Uri Url, TaskCompletionSource Release) ServeSlowly(this LocalWeb web, string path, string html)
    {
        var release = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        var url = web.Answer(path, async context =>
        {
            await release.Task.WaitAsync(context.RequestAborted);
            context.Response.ContentType = "text/html; charset=utf-8";
            await context.Response.WriteAsync(html);
        });
        return (url, release);
    }
}
