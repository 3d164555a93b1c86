using SecretGuard.Git.Packs;

namespace SecretGuard.Git.Reading;

/// <summary>Reads every object of a store once.</summary>
internal static class FullReading
{
    public static ReadSummary Run<TState>(
        ObjectStore store, ObjectReader reader, Func<IObjectVisitor<TState>> newVisitor, ReadOptions options, CancellationToken cancellation)
        where TState : class
    {
        int threads = Math.Max(1, options.Threads);
        (List<DeltaForest> forests, List<(LooseObjects, ObjectId)> loose) = Plan(store, reader, options, threads, cancellation);
        var problems = new ObjectProblems();
        foreach (ObjectProblem problem in store.Problems)
        {
            problems.Add(problem);
        }

        using var stop = CancellationTokenSource.CreateLinkedTokenSource(cancellation);
        using var work = new WorkList<TState>(forests, loose, threads);
        Walker<TState>[] walkers = [.. Enumerable.Range(0, threads).Select(_ => new Walker<TState>(work, reader, options, newVisitor(), problems, stop.Token))];
        RunAll(walkers, stop);
        cancellation.ThrowIfCancellationRequested();
        return new ReadSummary(
            walkers.Sum(walker => walker.Tally.Objects),
            walkers.Sum(walker => walker.Tally.Bytes),
            walkers.Sum(walker => walker.Tally.NewBytes),
            [.. walkers.SelectMany(walker => walker.Tally.LargeBlobs).OrderBy(large => large.Id)],
            problems.Count,
            problems.Kept);
    }

    /// <summary>Runs every walker on a thread; a fault of one stops the others and comes out here.</summary>
    private static void RunAll<TState>(Walker<TState>[] walkers, CancellationTokenSource stop)
        where TState : class
    {
        Exception? first = null;
        void Run(Walker<TState> walker)
        {
            try
            {
                walker.Run();
            }
            catch (Exception error)
            {
                if (Interlocked.CompareExchange(ref first, error, null) is null)
                {
                    stop.Cancel();
                }
            }
        }

        Thread[] others = [.. walkers.Skip(1).Select(walker => new Thread(() => Run(walker)) { IsBackground = true })];
        foreach (Thread thread in others)
        {
            thread.Start();
        }

        Run(walkers[0]);
        foreach (Thread thread in others)
        {
            thread.Join();
        }

        if (first is not null)
        {
            System.Runtime.ExceptionServices.ExceptionDispatchInfo.Throw(first);
        }
    }

    /// <summary>Decides for every object which of its copies is read. Packs come first: there its relatives are.</summary>
    private static (List<DeltaForest> Forests, List<(LooseObjects Place, ObjectId Id)> Loose) Plan(
        ObjectStore store, ObjectReader reader, ReadOptions options, int threads, CancellationToken cancellation)
    {
        List<(LooseObjects Place, ObjectId Id)> loose = [.. store.Loose];
        Pack[] packs = [.. store.Packs.Where(pack => options.SkipsPack?.Invoke(pack.Name) != true)];
        var claims = new ClaimTable(packs, loose.Count);
        var claimed = new bool[packs.Length][];
        for (int i = 0; i < claimed.Length; i++)
        {
            cancellation.ThrowIfCancellationRequested();
            claimed[i] = ClaimAll(packs[i], i, claims, options.Filter);
        }

        loose.RemoveAll(at => !claims.TryClaim(at.Id) || options.Filter?.Invoke(at.Id) == false);
        var forests = new DeltaForest[packs.Length];
        Parallel.For(0, forests.Length, new ParallelOptions { MaxDegreeOfParallelism = threads, CancellationToken = cancellation }, i =>
            forests[i] = new DeltaForest(packs[i], reader, options.Kinds, position => claimed[i][position]));
        return ([.. forests], loose);
    }

    private static bool[] ClaimAll(Pack pack, int number, ClaimTable claims, Func<ObjectId, bool>? filter)
    {
        var claimed = new bool[pack.Index.Count];
        for (int position = 0; position < claimed.Length; position++)
        {
            claimed[position] = claims.TryClaim(number, position) && filter?.Invoke(pack.Index.Id(position)) != false;
        }

        return claimed;
    }
}
