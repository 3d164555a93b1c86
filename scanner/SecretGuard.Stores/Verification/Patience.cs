namespace SecretGuard.Stores.Verification;

/// <summary>How long a store is waited for: all questions to it share one budget and one pause.</summary>
internal sealed class Patience(VerifierOptions options, int questions)
{
    private const int LeastRetries = 32;

    private readonly Lock _lock = new();
    private DateTimeOffset _pausedUntil = DateTimeOffset.MinValue;
    private int _retries = Math.Max(LeastRetries, questions / 4);

    /// <summary>Waits while the store asked to be left alone.</summary>
    public async Task WaitForTurnAsync(CancellationToken cancellation)
    {
        for (TimeSpan wait = Pause(); wait > TimeSpan.Zero; wait = Pause())
        {
            await Task.Delay(wait, options.Time, cancellation);
        }
    }

    /// <summary>Whether to ask again, after waiting as long as is right.</summary>
    /// <param name="problem">How the last attempt ended.</param>
    /// <param name="attempt">How many attempts there were.</param>
    /// <param name="cancellation">Ends the waiting.</param>
    public async Task<bool> WaitAfterAsync(StoreProblem problem, int attempt, CancellationToken cancellation)
    {
        if (!problem.IsTransient || attempt >= options.Attempts || problem.RetryAfter > options.LongestWait || !TakeRetry())
        {
            return false;
        }

        TimeSpan wait = Backoff(attempt);
        if (problem.RetryAfter is { } asked)
        {
            // Everybody waits as long as the store asked, and comes back a little later, each at another time.
            Pause(asked);
            wait = asked + (options.FirstWait * options.Jitter());
        }

        await Task.Delay(wait, options.Time, cancellation);
        return true;
    }

    private TimeSpan Backoff(int attempt)
    {
        TimeSpan whole = options.FirstWait * Math.Pow(2, attempt - 1);
        return TimeSpan.FromTicks(Math.Min(whole.Ticks, options.LongestWait.Ticks)) * (0.5 + (options.Jitter() / 2));
    }

    private bool TakeRetry()
    {
        lock (_lock)
        {
            return _retries-- > 0;
        }
    }

    private void Pause(TimeSpan wait)
    {
        DateTimeOffset until = options.Time.GetUtcNow() + wait;
        lock (_lock)
        {
            _pausedUntil = until > _pausedUntil ? until : _pausedUntil;
        }
    }

    private TimeSpan Pause()
    {
        lock (_lock)
        {
            return _pausedUntil - options.Time.GetUtcNow();
        }
    }
}
