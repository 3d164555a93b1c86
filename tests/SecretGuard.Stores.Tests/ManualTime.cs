namespace SecretGuard.Stores.Tests;

/// <summary>A clock that stands still, but for waits up to a length: those pass at once and move it on.</summary>
internal sealed class ManualTime(TimeSpan passing = default) : TimeProvider
{
    private readonly Lock _lock = new();
    private readonly List<Timer> _timers = [];
    private readonly List<TimeSpan> _waits = [];
    private DateTimeOffset _now = new(2026, 5, 4, 12, 0, 0, TimeSpan.Zero);

    /// <summary>The waits that passed at once, in the order of asking.</summary>
    public IReadOnlyList<TimeSpan> Waits
    {
        get
        {
            lock (_lock)
            {
                return [.. _waits];
            }
        }
    }

    public override DateTimeOffset GetUtcNow()
    {
        lock (_lock)
        {
            return _now;
        }
    }

    public override ITimer CreateTimer(TimerCallback callback, object? state, TimeSpan dueTime, TimeSpan period)
    {
        var timer = new Timer(this, () => callback(state));
        timer.Change(dueTime, period);
        return timer;
    }

    /// <summary>Moves the clock on and lets fall due what does.</summary>
    public void Advance(TimeSpan by)
    {
        List<Timer> due;
        lock (_lock)
        {
            _now += by;
            due = [.. _timers.Where(timer => timer.Due <= _now)];
            _timers.RemoveAll(due.Contains);
        }

        foreach (Timer timer in due)
        {
            timer.Fire();
        }
    }

    private void Enter(Timer timer, TimeSpan wait)
    {
        lock (_lock)
        {
            _timers.Remove(timer);
            if (wait == Timeout.InfiniteTimeSpan)
            {
                return;
            }

            timer.Due = _now + wait;
            _timers.Add(timer);
            if (wait > passing)
            {
                return;
            }

            _waits.Add(wait);
        }

        // On another thread: who waits has not finished asking yet.
        ThreadPool.QueueUserWorkItem(_ => Advance(wait));
    }

    private void Leave(Timer timer)
    {
        lock (_lock)
        {
            _timers.Remove(timer);
        }
    }

    private sealed class Timer(ManualTime time, Action fire) : ITimer
    {
        public DateTimeOffset Due { get; set; }

        public void Fire() => fire();

        public bool Change(TimeSpan dueTime, TimeSpan period)
        {
            time.Enter(this, dueTime);
            return true;
        }

        public void Dispose() => time.Leave(this);

        public ValueTask DisposeAsync()
        {
            Dispose();
            return ValueTask.CompletedTask;
        }
    }
}
