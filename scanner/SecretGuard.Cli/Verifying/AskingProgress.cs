using SecretGuard.Cli.Outputs;
using SecretGuard.Cli.Verifying.Stores;
using SecretGuard.Stores;

namespace SecretGuard.Cli.Verifying;

/// <summary>Counts what stores have answered, while they are asked on several threads.</summary>
internal sealed class AskingProgress
{
    private volatile Counter[] _stores = [];

    /// <summary>How far it is: <c>asking runtime and 1 more: 12 of 200 answered</c>.</summary>
    public WorkState State
    {
        get
        {
            Counter[] stores = _stores;
            (int done, int total) = (stores.Sum(store => store.Done), stores.Sum(store => store.Total));
            string[] open = [.. stores.Where(store => store.Done < store.Total).Select(store => store.Name)];
            return new WorkState($"asking {(open.Length == 0 ? "stores" : open[0])}{(open.Length > 1 ? $" and {open.Length - 1} more" : "")}: {done} of {total} answered", done, total);
        }
    }

    /// <summary>Counts the answers of these stores from now on.</summary>
    /// <param name="stores">Each store, and to how many different questions it is to answer.</param>
    /// <returns>What is to be told of the answers, in the order of the stores.</returns>
    public IReadOnlyList<IProgress<StoreAnswer>> Begin(IEnumerable<(StoreInUse Store, int Questions)> stores) =>
        _stores = [.. stores.Select(store => new Counter(store.Store.Declared.Name is { Length: > 0 } name ? name : store.Store.Shown, store.Questions))];

    private sealed class Counter(string name, int total) : IProgress<StoreAnswer>
    {
        private int _done;

        public string Name => name;

        public int Total => total;

        public int Done => Volatile.Read(ref _done);

        public void Report(StoreAnswer value) => Interlocked.Increment(ref _done);
    }
}
