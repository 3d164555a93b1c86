using System.Collections.Concurrent;

namespace SecretGuard.Stores.Tests;

/// <summary>A store in memory that answers what a test wants.</summary>
internal class FakeStore : ISecretStore
{
    private long _calls;
    private int _open;

    /// <summary>What is there.</summary>
    public HashSet<string> Names { get; } = new(StringComparer.Ordinal);

    /// <summary>How the attempts at one name end, the first ones; then as it is.</summary>
    public ConcurrentDictionary<string, ConcurrentQueue<StoreProblem>> Problems { get; } = new(StringComparer.Ordinal);

    /// <summary>What happens before an answer.</summary>
    public Func<SecretQuery, CancellationToken, Task> Before { get; set; } = (_, _) => Task.CompletedTask;

    public string Type => "fake";

    public string Address => "memory";

    public long Calls => Interlocked.Read(ref _calls);

    public IReadOnlyList<string> Notices => [];

    /// <summary>The most questions that were open at a time.</summary>
    public int Widest { get; private set; }

    public async Task<StoreAnswer> AskAsync(SecretQuery query, CancellationToken cancellation)
    {
        Interlocked.Increment(ref _calls);
        Widest = Math.Max(Widest, Interlocked.Increment(ref _open));
        try
        {
            await Before(query, cancellation);
            if (Problems.TryGetValue(query.Name, out ConcurrentQueue<StoreProblem>? queue) && queue.TryDequeue(out StoreProblem? problem))
            {
                return problem.Answer(query);
            }

            return Names.Contains(query.Name) ? StoreAnswer.Present(query, SecretMetadata.None) : StoreAnswer.Missing(query, "nothing of this name");
        }
        finally
        {
            Interlocked.Decrement(ref _open);
        }
    }

    public string Permissions(IReadOnlyCollection<SecretQuery> queries) => "";

    public string Endpoint(SecretQuery query) => query.Name;

    public void Dispose()
    {
    }

    protected void Count() => Interlocked.Increment(ref _calls);
}

/// <summary>One that lists, in pages of ten.</summary>
internal sealed class FakeListingStore : FakeStore, IListingStore
{
    public int PageSize => 10;

    public bool ListTellsState { get; set; } = true;

    /// <summary>Names that are there and not listed yet.</summary>
    public HashSet<string> Unlisted { get; } = new(StringComparer.Ordinal);

    /// <summary>How the first listings end.</summary>
    public Queue<ListPage> Pages { get; } = new();

    /// <summary>What scopes of their own list.</summary>
    public Dictionary<string, ListPage> Folders { get; } = new(StringComparer.Ordinal);

    /// <summary>How many pages were asked for.</summary>
    public int Listings { get; private set; }

    public string? ScopeOf(SecretQuery query) => "all";

    public string NameInScope(SecretQuery query) => query.Name;

    public string ListEndpoint(string scope) => $"list {scope}";

    /// <summary>Where a listing of all begins.</summary>
    public ListPage Begin { get; set; } = new([], null) { Scopes = [new ListedScope("all", "", "all")] };

    public Task<ListPage> BeginAsync(string prefix, CancellationToken cancellation) => Task.FromResult(Begin);

    public Task<ListPage> ListAsync(string scope, string? from, CancellationToken cancellation)
    {
        Count();
        Listings++;
        if (Folders.TryGetValue(scope, out ListPage? folder))
        {
            return Task.FromResult(folder);
        }

        if (Pages.TryDequeue(out ListPage? page))
        {
            return Task.FromResult(page);
        }

        string[] names = [.. Names.Except(Unlisted).Order(StringComparer.Ordinal).SkipWhile(name => from is not null && string.CompareOrdinal(name, from) <= 0).Take(PageSize + 1)];
        ListedSecret[] listed = [.. names.Take(PageSize).Select(name => new ListedSecret(name, StoreAnswer.Present(new SecretQuery(name), SecretMetadata.None)))];
        return Task.FromResult(new ListPage(listed, names.Length > PageSize ? names[PageSize - 1] : null));
    }
}
