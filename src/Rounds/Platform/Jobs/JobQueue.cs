using Microsoft.EntityFrameworkCore;
using Rounds.Data;

namespace Rounds.Platform.Jobs;

/// <summary>Where features leave work to do later. The row is saved with the caller's own changes, or not at all.</summary>
public sealed class JobQueue(RoundsDb db, TimeProvider clock)
{
    /// <summary>
    /// Leaves a job. The same work on the same subject that waits, or is being finished just now, is made due again: its
    /// lease is taken back, by which a worker that is done with it sees that it is not done. To be called in a transaction
    /// with the change that the work is about.
    /// </summary>
    public async Task EnqueueAsync(string kind, string subject, CancellationToken cancel)
    {
        var now = clock.GetUtcNow();
        var again = await db.Jobs.Where(j => j.Kind == kind && j.Subject == subject)
            .ExecuteUpdateAsync(s => s.SetProperty(j => j.DueAt, now).SetProperty(j => j.LeasedUntil, (DateTimeOffset?)null), cancel);
        if (again == 0)
        {
            db.Jobs.Add(new Job(kind, subject, now));
        }
    }
}

/// <summary>Does one kind of job. Must be idempotent: a killed process runs it again.</summary>
public interface IJobHandler
{
    static abstract string Kind { get; }

    Task RunAsync(string subject, CancellationToken cancel);

    /// <summary>The last attempt failed too: leave things in a state that a person can act on.</summary>
    Task GiveUpAsync(string subject, CancellationToken cancel);
}

/// <summary>Which handler does which kind.</summary>
public sealed class JobHandlers
{
    private readonly Dictionary<string, Type> _types = [];

    public Type For(string kind) => _types[kind];

    internal void Add<T>() where T : IJobHandler => _types.Add(T.Kind, typeof(T));
}

public static class Jobs
{
    public static IServiceCollection AddJobs(this IServiceCollection services) => services
        .AddSingleton(new JobHandlers())
        .AddScoped<JobQueue>()
        .AddHostedService<JobWorker>();

    public static IServiceCollection AddJobHandler<T>(this IServiceCollection services) where T : class, IJobHandler
    {
        var handlers = (JobHandlers)services.Single(s => s.ServiceType == typeof(JobHandlers)).ImplementationInstance!;
        handlers.Add<T>();
        return services.AddScoped<T>();
    }
}
