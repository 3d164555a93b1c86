using SecretGuard.Text;

namespace SecretGuard.Stores.Verification;

/// <summary>Answers questions from listings, where that takes fewer calls than to ask them one by one, and finds names that were meant.</summary>
internal sealed class Listing(IListingStore store, Questioning questioning)
{
    /// <summary>In so many places names are looked for that were meant.</summary>
    public const int MostScopesAsked = 8;

    private readonly Dictionary<string, HashSet<string>> _names = new(StringComparer.Ordinal);

    /// <summary>Fills in the answers of those questions that a listing shows. What it does not show stays open: it may be too new to be listed.</summary>
    public async Task MatchAsync(IReadOnlyList<SecretQuery> queries, StoreAnswer?[] answers)
    {
        foreach ((string scope, ILookup<string, int> wanted) in Listed(store, queries))
        {
            if (!questioning.IsOver)
            {
                await WalkAsync(scope, wanted, queries, answers);
            }
        }
    }

    /// <summary>What is listed in place of asking for each, and for which questions: a scope of which more is wanted than a page of it shows.</summary>
    public static IEnumerable<(string Scope, ILookup<string, int> Wanted)> Listed(IListingStore store, IReadOnlyList<SecretQuery> queries) =>
        (store.ListTellsState ? Enumerable.Range(0, queries.Count) : [])
            .Where(index => queries[index].Version is null && store.ListAnswers(queries[index]) && store.ScopeOf(queries[index]) is not null)
            .GroupBy(index => store.ScopeOf(queries[index])!, StringComparer.Ordinal)
            .Select(scope => (scope.Key, scope.ToLookup(index => store.NameInScope(queries[index]), StringComparer.Ordinal)))
            .Where(scope => scope.Item2.Count > store.PageSize);

    /// <summary>The answers, with the nearest existing name where one is missing.</summary>
    public async Task SuggestAsync(StoreAnswer?[] answers)
    {
        int asked = 0;
        for (int i = 0; i < answers.Length; i++)
        {
            if (answers[i] is not { Verdict: Verdict.Missing, Nearest: null } answer || store.ScopeOf(answer.Query) is not { } scope)
            {
                continue;
            }

            if (!_names.ContainsKey(scope) && asked++ < MostScopesAsked && !questioning.IsOver)
            {
                Keep(scope, await questioning.ListAsync(store, scope, null));
            }

            string name = store.NameInScope(answer.Query);
            if (_names.TryGetValue(scope, out HashSet<string>? names) && NearestName.Find(name, names.Where(listed => !IsAround(listed, name)).Order(StringComparer.Ordinal)) is { } nearest)
            {
                answers[i] = answer with { Nearest = nearest, Advice = $"{answer.Advice}; did you mean '{nearest}'?" };
            }
        }
    }

    /// <summary>Whether a name is that of a section or a folder in which the other is: it has a part too little, and not a letter too few.</summary>
    private static bool IsAround(string outer, string name) => name.Length > outer.Length && name[outer.Length] is ':' or '/' && name.StartsWith(outer, StringComparison.OrdinalIgnoreCase);

    private async Task WalkAsync(string scope, ILookup<string, int> wanted, IReadOnlyList<SecretQuery> queries, StoreAnswer?[] answers)
    {
        HashSet<string> open = [.. wanted.Select(group => group.Key)];
        string? from = null;
        bool restarted = false;

        // A store with very many other secrets takes more pages than there are questions.
        for (int budget = open.Count; open.Count > 0 && budget > 0; budget--)
        {
            ListPage page = await questioning.ListAsync(store, scope, from);
            if (page.IsExpired && !restarted)
            {
                (from, restarted) = (null, true);
                continue;
            }

            if (page.Problem is not null || page.IsExpired)
            {
                return;
            }

            Keep(scope, page);
            foreach (ListedSecret listed in page.Secrets.Where(listed => open.Remove(listed.Name)))
            {
                foreach (int index in wanted[listed.Name])
                {
                    answers[index] = listed.AnswerTo(queries[index]);
                }
            }

            if ((from = page.Next) is null)
            {
                return;
            }
        }
    }

    private void Keep(string scope, ListPage page)
    {
        if (page.Problem is null && !page.IsExpired)
        {
            _names.TryAdd(scope, new HashSet<string>(StringComparer.Ordinal));
            _names[scope].UnionWith(page.Secrets.Select(listed => listed.Name));
        }
    }
}
