namespace SecretGuard.Git.Reading;

/// <summary>What is to be read, shared by threads: the roots of packs, loose objects, and at the end what a busy thread gives to idle ones.</summary>
internal sealed class WorkList<TState>(IReadOnlyList<DeltaForest> forests, IReadOnlyList<(LooseObjects Place, ObjectId Id)> loose, int threads) : IDisposable
    where TState : class
{
    private const int Batch = 16;

    private readonly Lock _lock = new();
    private readonly Queue<WalkFrame<TState>> _given = new();
    private readonly SemaphoreSlim _signal = new(0);
    private int _forest;
    private int _root;
    private int _loose;
    private volatile int _idle;

    /// <summary>Whether a thread has nothing to do.</summary>
    public bool IsSomebodyIdle => _idle > 0;

    /// <summary>Takes an idle thread for a part of a walk, which must be given then. False where there is none.</summary>
    public bool TryReserve()
    {
        lock (_lock)
        {
            if (_idle == 0)
            {
                return false;
            }

            _idle--;
            return true;
        }
    }

    /// <summary>Gives a part of a walk to the thread that was reserved.</summary>
    public void Give(WalkFrame<TState> frame)
    {
        lock (_lock)
        {
            _given.Enqueue(frame);
        }

        _signal.Release();
    }

    /// <summary>Takes the next work; waits where all is taken but others may still give some. False at the end of all.</summary>
    public bool TryTake(out Work<TState> work, CancellationToken cancellation)
    {
        lock (_lock)
        {
            if (TryTakeNew(out work))
            {
                return true;
            }

            if (++_idle == threads)
            {
                _signal.Release(threads);
            }
        }

        _signal.Wait(cancellation);
        lock (_lock)
        {
            if (_given.TryDequeue(out WalkFrame<TState>? frame))
            {
                work = new Work<TState> { Given = frame };
                return true;
            }
        }

        return false;
    }

    public void Dispose() => _signal.Dispose();

    private bool TryTakeNew(out Work<TState> work)
    {
        while (_forest < forests.Count && _root >= forests[_forest].Roots.Length)
        {
            _forest++;
            _root = 0;
        }

        if (_forest < forests.Count)
        {
            int end = Math.Min(forests[_forest].Roots.Length, _root + Batch);
            work = new Work<TState> { Forest = forests[_forest], Roots = forests[_forest].Roots.AsMemory(_root..end) };
            _root = end;
            return true;
        }

        int count = Math.Min(Batch, loose.Count - _loose);
        work = new Work<TState> { Loose = [.. loose.Skip(_loose).Take(count)] };
        _loose += count;
        return count > 0;
    }
}

/// <summary>One portion: some roots of a pack, some loose objects, or a part of another thread's walk.</summary>
internal readonly struct Work<TState>
    where TState : class
{
    public DeltaForest? Forest { get; init; }

    public ReadOnlyMemory<int> Roots { get; init; }

    public IReadOnlyList<(LooseObjects Place, ObjectId Id)>? Loose { get; init; }

    public WalkFrame<TState>? Given { get; init; }
}
