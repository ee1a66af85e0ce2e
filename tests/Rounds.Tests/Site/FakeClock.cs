namespace Rounds.Tests;

/// <summary>
/// The site's clock. It stands still until a test moves it, so that what a test sees does not depend on how fast the
/// machine is. Timers made from it end when <see cref="Advance"/> passes them, and in real time too: what only wants to
/// wait a moment is not held up.
/// </summary>
public sealed class FakeClock : TimeProvider
{
    private readonly Lock _gate = new();
    private readonly List<FakeTimer> _timers = [];
    private DateTimeOffset _now = new(2026, 5, 4, 9, 0, 0, TimeSpan.Zero);

    public override TimeZoneInfo LocalTimeZone => TimeZoneInfo.Utc;

    public override long TimestampFrequency => TimeSpan.TicksPerSecond;

    public override DateTimeOffset GetUtcNow()
    {
        lock (_gate)
        {
            return _now;
        }
    }

    public override long GetTimestamp() => GetUtcNow().UtcTicks;

    public void Advance(TimeSpan by)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(by, TimeSpan.Zero);
        List<FakeTimer> timers;
        lock (_gate)
        {
            _now += by;
            timers = [.. _timers];
        }

        foreach (var timer in timers)
        {
            timer.FireIfDue();
        }
    }

    public override ITimer CreateTimer(TimerCallback callback, object? state, TimeSpan dueTime, TimeSpan period)
    {
        var timer = new FakeTimer(this, callback, state);
        lock (_gate)
        {
            _timers.Add(timer);
        }

        timer.Change(dueTime, period);
        return timer;
    }

    private void Forget(FakeTimer timer)
    {
        lock (_gate)
        {
            _timers.Remove(timer);
        }
    }

    private sealed class FakeTimer : ITimer
    {
        private readonly FakeClock _clock;
        private readonly TimerCallback _callback;
        private readonly object? _state;
        private readonly Timer _real;
        private readonly Lock _gate = new();
        private DateTimeOffset? _dueAt;
        private TimeSpan _period;

        public FakeTimer(FakeClock clock, TimerCallback callback, object? state)
        {
            (_clock, _callback, _state) = (clock, callback, state);
            _real = new Timer(_ => Fire());
        }

        public bool Change(TimeSpan dueTime, TimeSpan period)
        {
            lock (_gate)
            {
                _period = period;
                _dueAt = dueTime == Timeout.InfiniteTimeSpan ? null : _clock.GetUtcNow() + dueTime;
                return _real.Change(dueTime, Timeout.InfiniteTimeSpan);
            }
        }

        public void FireIfDue()
        {
            lock (_gate)
            {
                if (_dueAt is null || _dueAt > _clock.GetUtcNow())
                {
                    return;
                }
            }

            ThreadPool.QueueUserWorkItem(_ => Fire());
        }

        public void Dispose()
        {
            _clock.Forget(this);
            lock (_gate)
            {
                _dueAt = null;
                _real.Dispose();
            }
        }

        public ValueTask DisposeAsync()
        {
            Dispose();
            return ValueTask.CompletedTask;
        }

        private void Fire()
        {
            lock (_gate)
            {
                if (_dueAt is null)
                {
                    return;
                }

                var again = _period > TimeSpan.Zero;
                _dueAt = again ? _clock.GetUtcNow() + _period : null;
                _real.Change(again ? _period : Timeout.InfiniteTimeSpan, Timeout.InfiniteTimeSpan);
            }

            _callback(_state);
        }
    }
}
