using Microsoft.EntityFrameworkCore;
using Rounds.Features.Capture;
using Rounds.Features.Posts;

namespace Rounds.Tests.Capture;

/// <summary>A capture outlives the process that began it.</summary>
public abstract class RestartTests(Site site)
{
    [Fact]
    public async Task A_site_stopped_during_a_capture_completes_it_after_start()
    {
        var (topic, noor) = await site.BeginAsync("Stopped");
        var (url, release) = site.Web.ServeSlowly("/stopped", ArticlePages.Article("After the restart"));
        await noor.PasteAsync(topic, url.AbsoluteUri);
        await site.WaitAsync(() => Task.FromResult(site.Web.Asked.Contains("/stopped")));

        await site.RestartAsync();
        Assert.Equal(PostState.Loading, await site.InDbAsync(db => db.Posts.Where(p => p.TopicId == topic.Id).Select(p => p.State).SingleAsync()));
        release.SetResult();

        await site.CapturesEndAsync(topic);
        Assert.Equal(["After the restart"], (await (await site.SignInAsync("noor")).GetAsync($"/t/{topic.Slug}")).CardTitles());
    }

    [Fact]
    public async Task A_killed_process_loses_its_lease_and_the_next_one_does_the_work()
    {
        var (topic, _) = await site.BeginAsync("Killed");
        var url = site.Web.Serve("/killed", ArticlePages.Article("Somebody else’s work"));
        await LeaveAsKilledAsync(topic.Id, url.AbsoluteUri);

        await site.RestartAsync();

        // Beside other processes on a server, a lease is believed until it runs out; alone with a file, it is nobody's.
        site.Clock.Advance(TimeSpan.FromSeconds(61));
        await site.CapturesEndAsync(topic);
        Assert.Equal(["Somebody else’s work"], (await (await site.SignInAsync("noor")).GetAsync($"/t/{topic.Slug}")).CardTitles());
    }

    /// <summary>The rows as a process leaves them that was killed in the middle: the job leased, the card loading.</summary>
    private async Task LeaveAsKilledAsync(long topicId, string url)
    {
        var now = site.Clock.GetUtcNow();
        var noor = await site.PersonAsync("noor");
        await site.InDbAsync(async db =>
        {
            var post = Post.Capture(topicId, url, null, null, noor.Id, now);
            db.Posts.Add(post);
            await db.SaveChangesAsync();
            db.Captures.Add(new Rounds.Features.Capture.Capture(post.Id, url, noor.Id, now));
            var job = new Rounds.Platform.Jobs.Job(CaptureJob.Kind, CaptureJob.Subject(post.Id), now.AddHours(1));
            db.Jobs.Add(job);
            await db.SaveChangesAsync();
            return await db.Jobs.Where(j => j.Id == job.Id).ExecuteUpdateAsync(s => s
                .SetProperty(j => j.LeasedUntil, now.AddMinutes(1)).SetProperty(j => j.DueAt, now).SetProperty(j => j.Attempts, 1));
        });
    }
}

public sealed class RestartTestsOnSqlite(SqliteSite site) : RestartTests(site), IClassFixture<SqliteSite>;

public sealed class RestartTestsOnPostgres(PostgresSite site) : RestartTests(site), IClassFixture<PostgresSite>;
