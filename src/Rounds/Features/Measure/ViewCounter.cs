using System.Collections.Concurrent;
using Microsoft.EntityFrameworkCore;
using Rounds.Data;
using Rounds.Features.Topics;
using Rounds.Platform.Web;

namespace Rounds.Features.Measure;

/// <summary>
/// Counts views in memory and writes them in batches: no cookie, no address, nothing about the reader is looked at
/// twice or kept. What is still in memory is written when the site stops.
/// </summary>
public sealed partial class ViewCounter(GuestPages pages, IServiceScopeFactory scopes, TimeProvider clock, ILogger<ViewCounter> log) : BackgroundService
{
    private static readonly TimeSpan Pause = TimeSpan.FromSeconds(10);

    private readonly ConcurrentDictionary<(long TopicId, long PostId, DateOnly Day), long> _counted = new();

    public override Task StartAsync(CancellationToken cancellationToken)
    {
        pages.Served += Count;
        return base.StartAsync(cancellationToken);
    }

    public override async Task StopAsync(CancellationToken cancellationToken)
    {
        await base.StopAsync(cancellationToken);
        pages.Served -= Count;
        await FlushAsync(CancellationToken.None);
    }

    /// <summary>Writes what was counted so far. Also for tests, which own the clock.</summary>
    public async Task FlushAsync(CancellationToken cancel)
    {
        // Taken out one by one: a view that is counted at this moment is either in the batch or still in the dictionary.
        var batch = new Dictionary<(long TopicId, long PostId, DateOnly Day), long>();
        foreach (var key in _counted.Keys)
        {
            if (_counted.TryRemove(key, out var views))
            {
                batch[key] = views;
            }
        }

        if (batch.Count == 0)
        {
            return;
        }

        try
        {
            await WriteAsync(batch, cancel);
        }
        catch (Exception fault) when (fault is DbUpdateException or System.Data.Common.DbException or OperationCanceledException)
        {
            // The database is busy or away, or the site stops: the batch is not lost but joins the next one.
            foreach (var (key, views) in batch)
            {
                _counted.AddOrUpdate(key, views, (_, more) => more + views);
            }

            if (fault is OperationCanceledException)
            {
                throw;
            }

            LogUnwritten(log, batch.Count, fault);
        }
    }

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        using var timer = new PeriodicTimer(Pause, TimeProvider.System);
        try
        {
            while (await timer.WaitForNextTickAsync(stoppingToken))
            {
                await FlushAsync(stoppingToken);
            }
        }
        catch (OperationCanceledException) when (stoppingToken.IsCancellationRequested)
        {
            // StopAsync writes the rest.
        }
    }

    private void Count(HttpContext context, object subject)
    {
        if (subject is ViewedPage page && Readers.IsPerson(context.Request))
        {
            var key = (page.TopicId, page.PostId, DateOnly.FromDateTime(clock.GetUtcNow().UtcDateTime));
            _counted.AddOrUpdate(key, 1, (_, views) => views + 1);
        }
    }

    /// <summary>One transaction; the totals are raised by the database, so that two processes on it never lose a view.</summary>
    private async Task WriteAsync(Dictionary<(long TopicId, long PostId, DateOnly Day), long> batch, CancellationToken cancel)
    {
        await using var scope = scopes.CreateAsyncScope();
        var db = scope.ServiceProvider.GetRequiredService<RoundsDb>();
        await using var transaction = await db.Database.BeginTransactionAsync(cancel);
        foreach (var ((topic, post, day), views) in batch)
        {
            var raised = await db.DayViews.Where(d => d.TopicId == topic && d.PostId == post && d.Day == day)
                .ExecuteUpdateAsync(s => s.SetProperty(d => d.Views, d => d.Views + views), cancel);
            if (raised == 0 && await db.Topics.AnyAsync(t => t.Id == topic, cancel))
            {
                db.DayViews.Add(new DayViews(topic, post, day, views));
                await db.SaveChangesAsync(cancel);
            }

            if (post != 0)
            {
                await db.Posts.Where(p => p.Id == post).ExecuteUpdateAsync(s => s.SetProperty(p => p.Views, p => p.Views + views), cancel);
            }
        }

        foreach (var perDay in batch.GroupBy(b => (b.Key.TopicId, b.Key.Day)).OrderBy(g => g.Key.Day))
        {
            var (topic, day, views) = (perDay.Key.TopicId, perDay.Key.Day, perDay.Sum(b => b.Value));
            await db.Topics.Where(t => t.Id == topic).ExecuteUpdateAsync(
                s => s.SetProperty(t => t.CountedViews, t => t.CountedViews + views)
                    .SetProperty(t => t.ViewsThatDay, t => t.ViewsDay == day ? t.ViewsThatDay + views : views)
                    .SetProperty(t => t.ViewsDay, day),
                cancel);
        }

        await transaction.CommitAsync(cancel);
    }

    [LoggerMessage(LogLevel.Warning, "The views of {Pages} pages could not be written and are kept for the next batch")]
    private static partial void LogUnwritten(ILogger logger, int pages, Exception fault);
}
