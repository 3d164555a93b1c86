namespace SecretGuard.Stores.Verification;

/// <summary>Lists all that a store holds: scope by scope and page by page, with patience, until a deadline.</summary>
/// <param name="options">How.</param>
public sealed class StoreLister(VerifierOptions options)
{
    /// <summary>The only kind that is wanted; null for all.</summary>
    public SecretKind? Only { get; init; }

    /// <summary>Lists. Never throws for what a store does.</summary>
    /// <param name="store">The store.</param>
    /// <param name="prefix">What every name that is wanted begins with; empty for all.</param>
    /// <param name="cancellation">Ends the asking.</param>
    public async Task<StoreListing> ListAsync(ISecretStore store, string prefix, CancellationToken cancellation = default)
    {
        if (store is not IListingStore lists)
        {
            return new StoreListing([]) { Problem = new StoreProblem(Verdict.Misconfigured, $"a store of type '{store.Type}' does not tell what it holds", "declare its secrets by hand") };
        }

        using var limit = new CancellationTokenSource(options.Deadline, options.Time);
        using var either = CancellationTokenSource.CreateLinkedTokenSource(limit.Token, cancellation);
        var questioning = new Questioning(store, options, 0, either.Token, cancellation);
        ListPage begin = await questioning.BeginAsync(lists, prefix);
        return begin.Problem is { } problem ? new StoreListing([]) { Problem = problem } : await WalkAsync(lists, questioning, [.. begin.Scopes.Where(scope => Only is null || scope.Kind is null || scope.Kind == Only)], prefix);
    }

    private static async Task<StoreListing> WalkAsync(IListingStore store, Questioning questioning, IReadOnlyList<ListedScope> roots, string prefix)
    {
        var found = new List<StoreAnswer>();
        var gaps = new List<(string, StoreProblem)>();
        var open = new Stack<ListedScope>(roots.Reverse());
        int others = 0;
        for (bool any = false; open.TryPop(out ListedScope? scope); any = true)
        {
            (List<ListPage> pages, StoreProblem? problem) = await PagesAsync(store, questioning, scope.Scope);
            if (problem is { Verdict: Verdict.Forbidden, IsStoreWide: false } && any)
            {
                // Who may list secrets need not be let see all folders of them, nor keys.
                gaps.Add((scope.Shown, problem));
                continue;
            }

            if (problem is not null)
            {
                return new StoreListing([]) { Problem = problem };
            }

            foreach (ListPage page in pages)
            {
                StoreAnswer[] secrets = [.. page.Secrets.Where(listed => listed.IsOne && listed.Answer.Verdict != Verdict.SoftDeleted).Select(listed => listed.Answer)];
                found.AddRange(secrets.Where(secret => secret.Query.Name.StartsWith(prefix, StringComparison.Ordinal)));
                others += secrets.Count(secret => !secret.Query.Name.StartsWith(prefix, StringComparison.Ordinal));
                gaps.AddRange(page.Gap is { } gap ? [(scope.Shown, gap)] : []);
                foreach (ListedScope inner in page.Scopes.Where(inner => inner.Name.StartsWith(prefix, StringComparison.Ordinal) || prefix.StartsWith(inner.Name, StringComparison.Ordinal)).Reverse())
                {
                    open.Push(inner);
                }
            }
        }

        return new StoreListing([.. found.DistinctBy(secret => secret.Query)]) { Gaps = gaps, Others = others };
    }

    /// <summary>All pages of a scope; from the first one again where the store forgot in between where it was.</summary>
    private static async Task<(List<ListPage> Pages, StoreProblem? Problem)> PagesAsync(IListingStore store, Questioning questioning, string scope)
    {
        var pages = new List<ListPage>();
        string? from = null;
        for (bool restarted = false; ;)
        {
            ListPage page = await questioning.ListAsync(store, scope, from);
            if (page.IsExpired && !restarted)
            {
                pages.Clear();
                (from, restarted) = (null, true);
                continue;
            }

            if (page.Problem is not null || page.IsExpired)
            {
                return (pages, page.Problem ?? new StoreProblem(Verdict.Unreachable, "it forgets where its list was left off", "run it again"));
            }

            pages.Add(page);
            if ((from = page.Next) is null)
            {
                return (pages, null);
            }
        }
    }
}

/// <summary>What a store holds.</summary>
/// <param name="Secrets">Every secret once, with the question that asks for it and what the listing told of it; deleted ones are left out.</param>
public sealed record StoreListing(IReadOnlyList<StoreAnswer> Secrets)
{
    /// <summary>Why it could not be listed; null where it could.</summary>
    public StoreProblem? Problem { get; init; }

    /// <summary>Parts that may hold more and were not to be seen, and why.</summary>
    public IReadOnlyList<(string Part, StoreProblem Problem)> Gaps { get; init; } = [];

    /// <summary>How many more there are under names that do not begin as was asked for.</summary>
    public int Others { get; init; }
}
