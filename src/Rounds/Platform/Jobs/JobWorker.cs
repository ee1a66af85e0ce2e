using Microsoft.EntityFrameworkCore;
using Rounds.Data;

namespace Rounds.Platform.Jobs;

/// <summary>
/// Claims due jobs and runs them, a few at a time. A claim is a conditional update of the lease, so that of several
/// processes on one database one wins; a lease that ran out belongs to a process that died.
/// </summary>
public sealed partial class JobWorker(
    IServiceScopeFactory scopes, JobHandlers handlers, DatabaseEngine engine, SaveNotices notices, TimeProvider clock, ILogger<JobWorker> log)
    : BackgroundService
{
    private const int AtOnce = 4;
    private const int MostAttempts = 5;
    private static readonly TimeSpan Lease = TimeSpan.FromMinutes(1);
    private static readonly TimeSpan IdleWait = TimeSpan.FromSeconds(5);

    private readonly SemaphoreSlim _places = new(AtOnce);
    private readonly SemaphoreSlim _work = new(0);

    protected override async Task ExecuteAsync(CancellationToken stopping)
    {
        notices.Saved += Wake;

        // Looks again now and then: for what falls due, and for what another process left.
        await using var rounds = clock.CreateTimer(_ => _work.Release(), null, IdleWait, IdleWait);
        try
        {
            await ReleaseDeadLeasesAsync(stopping);
            while (!stopping.IsCancellationRequested)
            {
                await _places.WaitAsync(stopping);
                if (await ClaimAsync(stopping) is { } job)
                {
                    _ = RunAndFreePlaceAsync(job, stopping);
                }
                else
                {
                    _places.Release();
                    await _work.WaitAsync(stopping);
                }
            }
        }
        catch (OperationCanceledException) when (stopping.IsCancellationRequested)
        {
            // The host stops; running jobs give their leases back themselves.
        }
        finally
        {
            notices.Saved -= Wake;
            await WaitForRunningJobsAsync();
        }
    }

    private void Wake(IReadOnlyList<object> written)
    {
        if (written.Any(e => e is Job))
        {
            _work.Release();
        }
    }

    /// <summary>With an embedded database this process is the only worker: whatever is leased now was left by a killed one.</summary>
    private async Task ReleaseDeadLeasesAsync(CancellationToken cancel)
    {
        if (engine.IsEmbedded)
        {
            await using var scope = scopes.CreateAsyncScope();
            var db = scope.ServiceProvider.GetRequiredService<RoundsDb>();
            await db.Jobs.Where(j => j.LeasedUntil != null).ExecuteUpdateAsync(s => s.SetProperty(j => j.LeasedUntil, (DateTimeOffset?)null), cancel);
        }
    }

    private async Task<Job?> ClaimAsync(CancellationToken cancel)
    {
        await using var scope = scopes.CreateAsyncScope();
        var db = scope.ServiceProvider.GetRequiredService<RoundsDb>();
        var now = clock.GetUtcNow();
        var job = await db.Jobs.AsNoTracking()
            .Where(j => j.DueAt <= now && (j.LeasedUntil == null || j.LeasedUntil < now))
            .OrderBy(j => j.DueAt)
            .FirstOrDefaultAsync(cancel);
        if (job is null)
        {
            return null;
        }

        var until = now + Lease;
        var claimed = await db.Jobs
            .Where(j => j.Id == job.Id && (j.LeasedUntil == null || j.LeasedUntil < now))
            .ExecuteUpdateAsync(s => s.SetProperty(j => j.LeasedUntil, until).SetProperty(j => j.Attempts, j => j.Attempts + 1), cancel);
        if (claimed == 0)
        {
            // Another process was faster; look again at once.
            _work.Release();
            return null;
        }

        return job;
    }

    private async Task RunAndFreePlaceAsync(Job job, CancellationToken stopping)
    {
        try
        {
            await RunAsync(job, stopping);
        }
        catch (Exception fault)
        {
            // The database itself failed: the lease runs out and the job is tried again.
            LogLost(log, job.Id, job.Kind, fault);
        }
        finally
        {
            _places.Release();
            _work.Release();
        }
    }

    private async Task RunAsync(Job job, CancellationToken stopping)
    {
        await using var scope = scopes.CreateAsyncScope();
        var db = scope.ServiceProvider.GetRequiredService<RoundsDb>();
        var handler = (IJobHandler)scope.ServiceProvider.GetRequiredService(handlers.For(job.Kind));

        // The attempt is mine as long as nobody took the lease back: the same work may have been asked for again meanwhile.
        var attempt = job.Attempts + 1;
        var mine = db.Jobs.Where(j => j.Id == job.Id && j.Attempts == attempt && j.LeasedUntil != null);
        try
        {
            await RunLeasedAsync(handler, job, stopping);
            await mine.ExecuteDeleteAsync(CancellationToken.None);
        }
        catch (OperationCanceledException) when (stopping.IsCancellationRequested)
        {
            await mine.ExecuteUpdateAsync(s => s.SetProperty(j => j.LeasedUntil, (DateTimeOffset?)null), CancellationToken.None);
        }
        catch (Exception fault)
        {
            LogFault(log, job.Id, job.Kind, job.Attempts + 1, fault);
            await PostponeAsync(job, handler, fault, mine);
        }
    }

    /// <summary>Renews the lease as long as the handler works, so that a long job is not begun a second time beside itself.</summary>
    private async Task RunLeasedAsync(IJobHandler handler, Job job, CancellationToken stopping)
    {
        using var done = new CancellationTokenSource();
        var renewing = RenewLeaseAsync(job.Id, done.Token);
        try
        {
            await handler.RunAsync(job.Subject, stopping);
        }
        finally
        {
            await done.CancelAsync();
            await renewing;
        }
    }

    private async Task RenewLeaseAsync(long id, CancellationToken done)
    {
        using var ticks = new PeriodicTimer(Lease / 3, clock);
        try
        {
            while (await ticks.WaitForNextTickAsync(done))
            {
                await using var scope = scopes.CreateAsyncScope();
                var db = scope.ServiceProvider.GetRequiredService<RoundsDb>();
                var until = clock.GetUtcNow() + Lease;
                await db.Jobs.Where(j => j.Id == id && j.LeasedUntil != null).ExecuteUpdateAsync(s => s.SetProperty(j => j.LeasedUntil, until), done);
            }
        }
        catch (OperationCanceledException) when (done.IsCancellationRequested)
        {
            // The job is over.
        }
    }

    private async Task PostponeAsync(Job job, IJobHandler handler, Exception fault, IQueryable<Job> mine)
    {
        var attempts = job.Attempts + 1;
        if (attempts >= MostAttempts)
        {
            await handler.GiveUpAsync(job.Subject, CancellationToken.None);
            await mine.ExecuteDeleteAsync(CancellationToken.None);
            return;
        }

        var due = clock.GetUtcNow() + TimeSpan.FromSeconds(5 * Math.Pow(3, attempts - 1));
        await mine.ExecuteUpdateAsync(
            s => s.SetProperty(j => j.DueAt, due)
                .SetProperty(j => j.LeasedUntil, (DateTimeOffset?)null)
                .SetProperty(j => j.LastFault, fault.GetType().Name),
            CancellationToken.None);
    }

    private async Task WaitForRunningJobsAsync()
    {
        for (var place = 0; place < AtOnce; place++)
        {
            await _places.WaitAsync(TimeSpan.FromSeconds(10));
        }
    }

    [LoggerMessage(LogLevel.Warning, "Job {Id} ({Kind}) failed at attempt {Attempt}")]
    private static partial void LogFault(ILogger logger, long id, string kind, int attempt, Exception fault);

    [LoggerMessage(LogLevel.Error, "Job {Id} ({Kind}) could not be recorded; it will run again when its lease ends")]
    private static partial void LogLost(ILogger logger, long id, string kind, Exception fault);
}
