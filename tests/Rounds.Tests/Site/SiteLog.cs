using System.Collections.Concurrent;
using Microsoft.Extensions.Logging;

namespace Rounds.Tests;

/// <summary>What the site logs, kept in memory: for tests of what may be logged, and to tell why a page broke.</summary>
public sealed class SiteLog : ILoggerProvider
{
    private readonly ConcurrentQueue<Line> _lines = new();

    public IReadOnlyCollection<Line> Lines => _lines;

    /// <summary>The last fault that only the error page, or the job worker, caught.</summary>
    public string LastFault => _lines.LastOrDefault(l => l.Level >= LogLevel.Warning && l.Fault is not null)?.Fault?.ToString() ?? "";

    public ILogger CreateLogger(string categoryName) => new Writer(this, categoryName);

    public void Dispose()
    {
    }

    public sealed record Line(LogLevel Level, string Category, string Text, Exception? Fault);

    private sealed class Writer(SiteLog log, string category) : ILogger
    {
        public IDisposable? BeginScope<TState>(TState state) where TState : notnull => null;

        public bool IsEnabled(LogLevel logLevel) => logLevel >= LogLevel.Information;

        public void Log<TState>(LogLevel logLevel, EventId eventId, TState state, Exception? exception, Func<TState, Exception?, string> formatter) =>
            log._lines.Enqueue(new Line(logLevel, category, formatter(state, exception), exception));
    }
}
