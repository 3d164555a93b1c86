namespace SecretGuard.Stores.Local;

/// <summary>A store on this machine. It is read in place, once; of a value only is kept whether it is empty.</summary>
/// <param name="type">Its kind.</param>
/// <param name="address">Where it is, for people.</param>
public abstract class LocalStore(string type, string address) : IListingStore
{
    private readonly Lock _lock = new();
    private LocalContent? _content;

    /// <inheritdoc/>
    public string Type => type;

    /// <inheritdoc/>
    public string Address => address;

    /// <inheritdoc/>
    public long Calls => 0;

    /// <inheritdoc/>
    public IReadOnlyList<string> Notices => _content?.Notices ?? [];

    /// <inheritdoc/>
    public int PageSize => int.MaxValue;

    /// <inheritdoc/>
    public bool ListTellsState => false;

    /// <inheritdoc/>
    public string? ScopeOf(SecretQuery query) => "";

    /// <inheritdoc/>
    public string NameInScope(SecretQuery query) => query.Name;

    /// <inheritdoc/>
    public Task<StoreAnswer> AskAsync(SecretQuery query, CancellationToken cancellation)
    {
        cancellation.ThrowIfCancellationRequested();
        return Task.FromResult(Answer(query, Content()));
    }

    /// <inheritdoc/>
    public Task<ListPage> ListAsync(string scope, string? from, CancellationToken cancellation)
    {
        cancellation.ThrowIfCancellationRequested();
        LocalContent content = Content();
        return Task.FromResult(content.Problem is { } problem
            ? ListPage.Failed(problem)
            : new ListPage([.. content.Entries.Keys.Order(StringComparer.Ordinal).Select(name => new ListedSecret(name, Answer(new SecretQuery(name), content)))], null));
    }

    /// <inheritdoc/>
    public virtual string Permissions(IReadOnlyCollection<SecretQuery> queries) => "";

    /// <inheritdoc/>
    public virtual string Endpoint(SecretQuery query) => $"read {Address}";

    /// <inheritdoc/>
    public void Dispose()
    {
        Dispose(disposing: true);
        GC.SuppressFinalize(this);
    }

    /// <summary>Nothing is held.</summary>
    protected virtual void Dispose(bool disposing)
    {
    }

    /// <summary>Reads all names; what goes wrong is a problem of the content.</summary>
    internal abstract LocalContent Read();

    /// <summary>The names that a question may stand under, the surest first.</summary>
    internal virtual IEnumerable<string> NamesOf(string name) => [name];

    /// <summary>The name of a field as an entry of its own; null where fields are inside of values.</summary>
    internal virtual string? FieldEntry(string name, string property) => null;

    private LocalContent Content()
    {
        lock (_lock)
        {
            return _content ??= Read();
        }
    }

    private StoreAnswer Answer(SecretQuery query, LocalContent content)
    {
        if (content.Problem is { } problem)
        {
            return problem.Answer(query);
        }

        if (query.Version is not null)
        {
            return new StoreProblem(Verdict.Misconfigured, $"a version is asked for, and a store of type '{Type}' keeps none", "take the version out of the reference").Answer(query);
        }

        if (NamesOf(query.Name).FirstOrDefault(content.Entries.ContainsKey) is not { } name)
        {
            return StoreAnswer.Missing(query, $"{Address} has no '{query.Name}'", "add it there, or correct the name in the reference");
        }

        LocalEntry entry = content.Entries[name];
        SecretMetadata metadata = new() { Updated = entry.Updated ?? content.Updated, Fields = entry.Fields };
        StoreAnswer answer = StateOf(query, entry, metadata);
        return answer.Verdict == Verdict.Present && query.Property is { } field && FieldEntry(name, field) is { } inner && content.Entries.TryGetValue(inner, out LocalEntry? found)
            ? StateOf(query, found, metadata with { Updated = found.Updated ?? metadata.Updated })
            : answer;
    }

    private StoreAnswer StateOf(SecretQuery query, LocalEntry entry, SecretMetadata metadata)
    {
        string place = entry.Line > 0 ? $"{Address}:{entry.Line}" : Address;
        return entry.State switch
        {
            ValueState.Unreadable => new StoreProblem(Verdict.Forbidden, $"it is in {place}, and cannot be read", "let this user read it, or run as the one who may").Answer(query),
            ValueState.Empty => new StoreAnswer(query, Verdict.NoVersion) { Metadata = metadata, Cause = $"it is empty in {place}", Advice = "give it a value" },
            _ => StoreAnswer.Present(query, metadata),
        };
    }
}
