using System.Collections.Concurrent;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Rounds.Platform.Jobs;

namespace Rounds.Tests.Platform;

public abstract class JobWorkerTests(Site site) : IAsyncLifetime
{
    private readonly Bench _bench = new();

    /// <summary>Each test has handlers of its own.</summary>
    public async Task InitializeAsync()
    {
        await site.InDbAsync(db => db.Jobs.ExecuteDeleteAsync());
        await site.RestartAsync(builder => builder.Services.AddSingleton(_bench).AddJobHandler<BenchJob>());
    }

    public Task DisposeAsync() => Task.CompletedTask;

    [Fact]
    public async Task A_job_is_done_and_forgotten()
    {
        await EnqueueAsync("once");

        await site.WaitAsync(async () => await CountAsync() == 0);

        Assert.Equal(["once"], _bench.Ran);
    }

    [Fact]
    public async Task The_same_work_waits_once()
    {
        _bench.Hold();
        await EnqueueAsync("held");
        await EnqueueAsync("held");

        Assert.Equal(1, await CountAsync());
        _bench.LetGo();
        await site.WaitAsync(async () => await CountAsync() == 0);
    }

    [Fact]
    public async Task A_job_is_not_left_with_changes_that_were_not_saved()
    {
        await using (var scope = site.Services.CreateAsyncScope())
        {
            await scope.ServiceProvider.GetRequiredService<JobQueue>().EnqueueAsync(BenchJob.Kind, "unsaved", default);
        }

        Assert.Equal(0, await CountAsync());
    }

    [Fact]
    public async Task What_fails_is_tried_again_later_and_later()
    {
        _bench.Fail(2);
        await EnqueueAsync("twice bad");
        await site.WaitAsync(async () => await WaitsForAsync(attempts: 1));
        Assert.Equal(1, _bench.Starts);
        Assert.Equal("InvalidOperationException", await site.InDbAsync(db => db.Jobs.Select(j => j.LastFault).SingleAsync()));

        site.Clock.Advance(TimeSpan.FromSeconds(6));
        await site.WaitAsync(async () => await WaitsForAsync(attempts: 2));
        site.Clock.Advance(TimeSpan.FromSeconds(16));
        await site.WaitAsync(async () => await CountAsync() == 0);

        Assert.Equal(3, _bench.Starts);
        Assert.Empty(_bench.GivenUp);
    }

    [Fact]
    public async Task What_keeps_failing_is_given_up_once()
    {
        _bench.Fail(int.MaxValue);
        await EnqueueAsync("always bad");

        for (var attempt = 1; attempt < 5; attempt++)
        {
            await site.WaitAsync(async () => await WaitsForAsync(attempt));
            site.Clock.Advance(TimeSpan.FromMinutes(10));
        }

        await site.WaitAsync(async () => await CountAsync() == 0);
        Assert.Equal(5, _bench.Starts);
        Assert.Equal(["always bad"], _bench.GivenUp);
    }

    [Fact]
    public async Task A_job_that_the_program_was_stopped_in_runs_again_after_the_start()
    {
        _bench.Hold();
        await EnqueueAsync("interrupted");
        await site.WaitAsync(() => Task.FromResult(_bench.Starts == 1));

        var second = new Bench();
        await site.RestartAsync(builder => builder.Services.AddSingleton(second).AddJobHandler<BenchJob>());
        await site.WaitAsync(async () => await CountAsync() == 0);

        Assert.Empty(_bench.Ran);
        Assert.Equal(["interrupted"], second.Ran);
    }

    [Fact]
    public async Task A_job_that_the_program_was_killed_in_runs_again_when_its_lease_is_over()
    {
        // As a killed program leaves it: claimed, and nobody at work on it.
        _bench.Hold();
        await EnqueueAsync("killed");
        await site.WaitAsync(() => Task.FromResult(_bench.Starts == 1));
        var lease = await site.InDbAsync(db => db.Jobs.Select(j => j.LeasedUntil).SingleAsync());
        var second = new Bench();
        await site.RestartAsync(builder => builder.Services.AddSingleton(second).AddJobHandler<BenchJob>().AddHostedService(services => new LeaseAgain(services, lease)));

        site.Clock.Advance(TimeSpan.FromMinutes(2));
        await site.WaitAsync(async () => await CountAsync() == 0);

        Assert.Equal(["killed"], second.Ran);
    }

    [Fact]
    public async Task A_long_job_is_not_started_a_second_time_beside_itself()
    {
        _bench.Hold();
        await EnqueueAsync("long");
        await site.WaitAsync(() => Task.FromResult(_bench.Starts == 1));

        // Past its first lease, and something wakes the worker.
        for (var step = 0; step < 9; step++)
        {
            site.Clock.Advance(TimeSpan.FromSeconds(20));
            await Task.Delay(50);
        }

        Assert.Equal(1, _bench.Starts);
        _bench.LetGo();
        await site.WaitAsync(async () => await CountAsync() == 0);
    }

    [Fact]
    public async Task One_that_fails_does_not_hold_up_the_others()
    {
        _bench.Fail(1);
        await EnqueueAsync("bad");
        await site.WaitAsync(() => Task.FromResult(_bench.Starts == 1));
        for (var number = 0; number < 20; number++)
        {
            await EnqueueAsync($"good {number}");
        }

        await site.WaitAsync(() => Task.FromResult(_bench.Ran.Count == 20));
    }

    private async Task EnqueueAsync(string subject)
    {
        await using var scope = site.Services.CreateAsyncScope();
        await scope.ServiceProvider.GetRequiredService<JobQueue>().EnqueueAsync(BenchJob.Kind, subject, default);
        await scope.ServiceProvider.GetRequiredService<Rounds.Data.RoundsDb>().SaveChangesAsync();
    }

    private Task<int> CountAsync() => site.InDbAsync(db => db.Jobs.CountAsync(j => j.Kind == BenchJob.Kind));

    private Task<bool> WaitsForAsync(int attempts) =>
        site.InDbAsync(db => db.Jobs.AnyAsync(j => j.Kind == BenchJob.Kind && j.Attempts == attempts && j.LeasedUntil == null));

    /// <summary>Puts back the lease that a stop in good order gave up.</summary>
    private sealed class LeaseAgain(IServiceProvider services, DateTimeOffset? lease) : Microsoft.Extensions.Hosting.BackgroundService
    {
        public override async Task StartAsync(CancellationToken cancellationToken)
        {
            await using var scope = services.CreateAsyncScope();
            var db = scope.ServiceProvider.GetRequiredService<Rounds.Data.RoundsDb>();
            await db.Jobs.ExecuteUpdateAsync(s => s.SetProperty(j => j.LeasedUntil, lease), cancellationToken);
        }

        protected override Task ExecuteAsync(CancellationToken stoppingToken) => Task.CompletedTask;
    }
}

/// <summary>What the jobs of a test shall do, and what they did.</summary>
internal sealed class Bench
{
    private volatile TaskCompletionSource _gate = Open();
    private int _failures;
    private int _starts;

    public ConcurrentQueue<string> Ran { get; } = new();

    public ConcurrentQueue<string> GivenUp { get; } = new();

    public int Starts => _starts;

    public void Hold() => _gate = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);

    public void LetGo() => _gate.TrySetResult();

    public void Fail(int times) => _failures = times;

    public async Task RunAsync(string subject, CancellationToken cancel)
    {
        Interlocked.Increment(ref _starts);
        if (Interlocked.Decrement(ref _failures) >= 0)
        {
            throw new InvalidOperationException("As the test wanted.");
        }

        await _gate.Task.WaitAsync(cancel);
        Ran.Enqueue(subject);
    }

    private static TaskCompletionSource Open()
    {
        var gate = new TaskCompletionSource();
        gate.SetResult();
        return gate;
    }
}

internal sealed class BenchJob(Bench bench) : IJobHandler
{
    public static string Kind => "bench";

    public Task RunAsync(string subject, CancellationToken cancel) => bench.RunAsync(subject, cancel);

    public Task GiveUpAsync(string subject, CancellationToken cancel)
    {
        bench.GivenUp.Enqueue(subject);
        return Task.CompletedTask;
    }
}

public sealed class JobWorkerTestsOnSqlite(SqliteSite site) : JobWorkerTests(site), IClassFixture<SqliteSite>;

public sealed class JobWorkerTestsOnPostgres(PostgresSite site) : JobWorkerTests(site), IClassFixture<PostgresSite>;
