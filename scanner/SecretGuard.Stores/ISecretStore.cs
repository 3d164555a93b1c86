namespace SecretGuard.Stores;

/// <summary>A secret store that is asked for what it holds, never for a value. Safe to be asked from several threads.</summary>
public interface ISecretStore : IDisposable
{
    /// <summary>Its kind, as <c>type:</c> in secretguard.yml names it.</summary>
    string Type { get; }

    /// <summary>Where it is, for people: an address or a path.</summary>
    string Address { get; }

    /// <summary>How many requests it was sent so far, logins among them.</summary>
    long Calls { get; }

    /// <summary>How many calls of its owner's bill these were so far: none where asking costs nothing.</summary>
    long BilledCalls => 0;

    /// <summary>What deserves to be known of the way it is asked, for people: a check that is off, a line that cannot be read.</summary>
    IReadOnlyList<string> Notices { get; }

    /// <summary>Asks one question once. What goes wrong is an answer.</summary>
    /// <param name="query">The question.</param>
    /// <param name="cancellation">Ends the waiting.</param>
    /// <exception cref="OperationCanceledException">Only where <paramref name="cancellation"/> asked for it.</exception>
    Task<StoreAnswer> AskAsync(SecretQuery query, CancellationToken cancellation);

    /// <summary>Lets go of what was read: the next question is asked of the store as it is then, whoever has written to it.</summary>
    void Forget()
    {
    }

    /// <summary>The least permission that these questions need, as the store's own text for it; empty where it has none. Asks nothing.</summary>
    string Permissions(IReadOnlyCollection<SecretQuery> queries);

    /// <summary>Whose policy says what is allowed, where one may be for several stores: equal for those. Null where a store has a policy of its own.</summary>
    object? PolicyHolder => null;

    /// <summary>Several such texts, of this store or of others with the same holder, as one.</summary>
    string JoinPermissions(IReadOnlyCollection<string> texts) => string.Concat(texts);

    /// <summary>What would be asked for this question: method and address, or a path. Asks nothing.</summary>
    string Endpoint(SecretQuery query);

    /// <summary>What would be asked for many of these questions at once, where the store has a way of its own for that. Asks nothing.</summary>
    IEnumerable<string> SharedEndpoints(IReadOnlyCollection<SecretQuery> queries) => [];
}
