namespace SecretGuard.Stores;

/// <summary>A store that can also say what it holds.</summary>
public interface IListingStore : ISecretStore
{
    /// <summary>The most secrets that one page lists.</summary>
    int PageSize { get; }

    /// <summary>Whether a listing answers a question. Where it gives names only, it serves to find the name that was meant.</summary>
    bool ListTellsState { get; }

    /// <summary>What must be listed to see the secret of this question: a namespace, a folder; null where it cannot be listed.</summary>
    string? ScopeOf(SecretQuery query);

    /// <summary>Lists one page.</summary>
    /// <param name="scope">One of <see cref="ScopeOf"/>.</param>
    /// <param name="from">Null for the first page, else <see cref="ListPage.Next"/> of the one before.</param>
    /// <param name="cancellation">Ends the waiting.</param>
    /// <exception cref="OperationCanceledException">Only where <paramref name="cancellation"/> asked for it.</exception>
    Task<ListPage> ListAsync(string scope, string? from, CancellationToken cancellation);

    /// <summary>The name by which a listing of its scope would show the secret of this question.</summary>
    string NameInScope(SecretQuery query);
}

/// <summary>One page of a listing.</summary>
/// <param name="Secrets">What is there.</param>
/// <param name="Next">Where the next page begins; null where there is none.</param>
public sealed record ListPage(IReadOnlyList<ListedSecret> Secrets, string? Next)
{
    /// <summary>Why there is no page; null where there is.</summary>
    public StoreProblem? Problem { get; init; }

    /// <summary>Whether the store forgot where the page before ended: the listing must begin anew.</summary>
    public bool IsExpired { get; init; }

    /// <summary>No page, and why.</summary>
    public static ListPage Failed(StoreProblem problem) => new([], null) { Problem = problem };
}

/// <summary>One secret of a listing.</summary>
/// <param name="Name">Its name within the scope.</param>
/// <param name="Answer">What a question for the whole of it would be answered, as far as the listing tells.</param>
public sealed record ListedSecret(string Name, StoreAnswer Answer)
{
    /// <summary>The answer to a question for it or for a field of it.</summary>
    public StoreAnswer AnswerTo(SecretQuery query) =>
        Answer.Verdict == Verdict.Present ? StoreAnswer.Present(query, Answer.Metadata) with { Remark = Answer.Remark } : Answer with { Query = query };
}
