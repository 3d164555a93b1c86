namespace SecretGuard.Stores;

/// <summary>A store that can also say what it holds.</summary>
public interface IListingStore : ISecretStore
{
    /// <summary>The most secrets that one page lists.</summary>
    int PageSize { get; }

    /// <summary>Whether a listing answers a question. Where it gives names only, it serves to find the name that was meant.</summary>
    bool ListTellsState { get; }

    /// <summary>Whether it answers this one.</summary>
    bool ListAnswers(SecretQuery query) => ListTellsState;

    /// <summary>What must be listed to see the secret of this question: a namespace, a folder; null where it cannot be listed.</summary>
    string? ScopeOf(SecretQuery query);

    /// <summary>Where a listing begins of all that has a name which begins so: a page without secrets that names the scopes.</summary>
    /// <param name="prefix">What every name that is wanted begins with, with its mount or namespace; empty for all that the store has.</param>
    /// <param name="cancellation">Ends the waiting.</param>
    /// <exception cref="OperationCanceledException">Only where <paramref name="cancellation"/> asked for it.</exception>
    Task<ListPage> BeginAsync(string prefix, CancellationToken cancellation);

    /// <summary>Lists one page.</summary>
    /// <param name="scope">One of <see cref="ScopeOf"/>, or of a page's <see cref="ListPage.Scopes"/>.</param>
    /// <param name="from">Null for the first page, else <see cref="ListPage.Next"/> of the one before.</param>
    /// <param name="cancellation">Ends the waiting.</param>
    /// <exception cref="OperationCanceledException">Only where <paramref name="cancellation"/> asked for it.</exception>
    Task<ListPage> ListAsync(string scope, string? from, CancellationToken cancellation);

    /// <summary>What is asked for a page of a listing: method and address; null where nothing is asked that no question asks. Asks nothing.</summary>
    /// <param name="scope">One of <see cref="ScopeOf"/>.</param>
    string? ListEndpoint(string scope);

    /// <summary>What listing takes besides, as the store's own text; empty where who may ask may list. Asks nothing.</summary>
    /// <param name="prefix">What every name that is wanted begins with, as for <see cref="BeginAsync"/>.</param>
    string ListPermissions(string prefix) => "";

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

    /// <summary>What must be listed besides to see all: folders in this one.</summary>
    public IReadOnlyList<ListedScope> Scopes { get; init; } = [];

    /// <summary>Why a part of it is not listed; null where nothing is left out.</summary>
    public StoreProblem? Gap { get; init; }

    /// <summary>Whether the store forgot where the page before ended: the listing must begin anew.</summary>
    public bool IsExpired { get; init; }

    /// <summary>No page, and why.</summary>
    public static ListPage Failed(StoreProblem problem) => new([], null) { Problem = problem };
}

/// <summary>A part of a store that is listed by itself.</summary>
/// <param name="Scope">What <see cref="IListingStore.ListAsync"/> takes.</param>
/// <param name="Name">What the names in it begin with; empty where that says nothing.</param>
/// <param name="Shown">What it is, for people.</param>
public sealed record ListedScope(string Scope, string Name, string Shown)
{
    /// <summary>The only kind of secret in it; null where it may have several.</summary>
    public SecretKind? Kind { get; init; }
}

/// <summary>One secret of a listing.</summary>
/// <param name="Name">Its name within the scope.</param>
/// <param name="Answer">What a question for the whole of it would be answered, as far as the listing tells; the question is the one that asks for it by its full name.</param>
public sealed record ListedSecret(string Name, StoreAnswer Answer)
{
    /// <summary>Whether it is a secret of its own. Another name of one is not, nor a field of one, nor what the store keeps there besides secrets.</summary>
    public bool IsOne { get; init; } = true;

    /// <summary>The answer to a question for it or for a field of it.</summary>
    public StoreAnswer AnswerTo(SecretQuery query) =>
        Answer.Verdict == Verdict.Present ? StoreAnswer.Present(query, Answer.Metadata) with { Remark = Answer.Remark } : Answer with { Query = query };
}
