namespace SecretGuard.Cli.Scanning;

/// <summary>Hands out the numbers from 0 up to a count to several threads, and stops early where asked.</summary>
internal sealed class WorkQueue(int count, CancellationToken stop)
{
    private int _next = -1;
    private int _done;

    /// <summary>How many are finished.</summary>
    public int Done => Volatile.Read(ref _done);

    /// <summary>How many there are.</summary>
    public int Count => count;

    /// <summary>
    /// Works until all is done. <paramref name="makeWorker"/> is called once a thread. With <paramref name="watch"/> the calling thread
    /// watches instead of working: it is called once, when a second has passed, and returns when the wait handle is set.
    /// </summary>
    public void Run(int threads, Func<Action<int>> makeWorker, Action<WaitHandle>? watch)
    {
        int helpers = Math.Min(threads, count) - (watch is null ? 1 : 0);
        if (helpers <= 0 && watch is null)
        {
            Work(makeWorker());
            return;
        }

        RunTogether(helpers, makeWorker, watch);
    }

    private void RunTogether(int helpers, Func<Action<int>> makeWorker, Action<WaitHandle>? watch)
    {
        using var finished = new CountdownEvent(Math.Max(1, helpers));
        for (int i = 0; i < helpers; i++)
        {
            var thread = new Thread(() =>
            {
                Work(makeWorker());
                finished.Signal();
            })
            { IsBackground = true };
            thread.Start();
        }

        if (watch is null)
        {
            Work(makeWorker());
        }
        else if (helpers > 0 && !finished.Wait(TimeSpan.FromSeconds(1)))
        {
            watch(finished.WaitHandle);
        }

        if (helpers > 0)
        {
            finished.Wait(CancellationToken.None);
        }
    }

    private void Work(Action<int> worker)
    {
        for (int i = Interlocked.Increment(ref _next); i < count && !stop.IsCancellationRequested; i = Interlocked.Increment(ref _next))
        {
            worker(i);
            Interlocked.Increment(ref _done);
        }
    }
}
