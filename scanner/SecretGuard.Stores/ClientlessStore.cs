namespace SecretGuard.Stores;

/// <summary>A store whose client was left out when the program was compiled: it says so of every question, lest a secret count as asked for.</summary>
/// <param name="type">Its kind.</param>
/// <param name="address">Where it is.</param>
public sealed class ClientlessStore(string type, string address) : ISecretStore
{
    /// <inheritdoc/>
    public string Type => type;

    /// <inheritdoc/>
    public string Address => address;

    /// <inheritdoc/>
    public long Calls => 0;

    /// <inheritdoc/>
    public IReadOnlyList<string> Notices => [];

    /// <inheritdoc/>
    public Task<StoreAnswer> AskAsync(SecretQuery query, CancellationToken cancellation) =>
        Task.FromResult(new StoreProblem(Verdict.Unreachable, $"this program was compiled without the client of {type}", "use one that has it").Answer(query));

    /// <inheritdoc/>
    public string Permissions(IReadOnlyCollection<SecretQuery> queries) => "";

    /// <inheritdoc/>
    public string Endpoint(SecretQuery query) => $"{type} {query.Name}";

    /// <inheritdoc/>
    public void Dispose()
    {
        // Nothing is open.
    }
}
