namespace SecretGuard.Stores.Whole;

/// <summary>A store whose names are few enough to be read all at once: every question is answered from that.</summary>
/// <param name="type">Its kind.</param>
/// <param name="address">Where it is, for people.</param>
public abstract class WholeStore(string type, string address) : IListingStore
{
    private readonly SemaphoreSlim _reading = new(1, 1);
    private volatile StoreContent? _content;

    /// <inheritdoc/>
    public string Type => type;

    /// <inheritdoc/>
    public string Address => address;

    /// <inheritdoc/>
    public virtual long Calls => 0;

    /// <inheritdoc/>
    public virtual IReadOnlyList<string> Notices => _content?.Notices ?? [];

    /// <inheritdoc/>
    public int PageSize => int.MaxValue;

    /// <inheritdoc/>
    public bool ListTellsState => false;

    /// <inheritdoc/>
    public string? ScopeOf(SecretQuery query) => "";

    /// <inheritdoc/>
    public string NameInScope(SecretQuery query) => query.Name;

    /// <inheritdoc/>
    public Task<ListPage> BeginAsync(string prefix, CancellationToken cancellation) => Task.FromResult(new ListPage([], null) { Scopes = [new ListedScope("", "", "a part")] });

    /// <inheritdoc/>
    public async Task<StoreAnswer> AskAsync(SecretQuery query, CancellationToken cancellation) => Answer(query, await ContentAsync(cancellation));

    /// <inheritdoc/>
    public async Task<ListPage> ListAsync(string scope, string? from, CancellationToken cancellation)
    {
        StoreContent content = await ContentAsync(cancellation);
        if (content.Problem is { } problem)
        {
            return ListPage.Failed(problem);
        }

        HashSet<string?> inner = [.. content.Entries.Where(entry => entry.Value.IsSecret).SelectMany(entry => entry.Value.Metadata.Fields?.Names.Select(field => FieldEntry(entry.Key, field)) ?? [])];
        return new ListPage([.. content.Entries.OrderBy(entry => entry.Key, StringComparer.Ordinal).Select(entry =>
            new ListedSecret(entry.Key, Answer(new SecretQuery(entry.Key, Kind: entry.Value.Kind ?? SecretKind.Secret), content)) { IsOne = entry.Value.IsSecret && !inner.Contains(entry.Key) })], null) { Gap = content.Gap };
    }

    /// <inheritdoc/>
    public virtual string Permissions(IReadOnlyCollection<SecretQuery> queries) => "";

    /// <summary>All of it is read for any question.</summary>
    public string? ListEndpoint(string scope) => null;

    /// <inheritdoc/>
    public virtual string Endpoint(SecretQuery query) => $"read {Address}";

    /// <inheritdoc/>
    public void Dispose()
    {
        Dispose(disposing: true);
        GC.SuppressFinalize(this);
    }

    /// <summary>Lets go what is held.</summary>
    protected virtual void Dispose(bool disposing)
    {
        if (disposing)
        {
            _reading.Dispose();
        }
    }

    /// <summary>The clock.</summary>
    internal virtual TimeProvider Time => TimeProvider.System;

    /// <summary>Whether the entries say which version they are.</summary>
    internal virtual bool KeepsVersions => false;

    /// <summary>Reads all names; what goes wrong is a problem of the content. Where asking again may help it is read again with the next question.</summary>
    internal abstract Task<StoreContent> ReadAsync(CancellationToken cancellation);

    /// <summary>The names that a question may stand under, the surest first.</summary>
    internal virtual IEnumerable<string> NamesOf(string name) => [name];

    /// <summary>The name of a field as an entry of its own; null where fields are inside of values.</summary>
    internal virtual string? FieldEntry(string name, string property) => null;

    /// <summary>The entry that a question is about; null where there is none.</summary>
    internal async Task<string?> EntryOfAsync(SecretQuery query, CancellationToken cancellation)
    {
        StoreContent content = await ContentAsync(cancellation);
        return NamesOf(query.Name).FirstOrDefault(content.Entries.ContainsKey);
    }

    /// <summary>What is answered where there is no such name.</summary>
    internal virtual StoreAnswer Missing(SecretQuery query) => StoreAnswer.Missing(query, $"{Address} has no '{query.Name}'", "add it there, or correct the name in the reference");

    /// <summary>Lets go of what was read: the next question reads it again.</summary>
    public void Forget() => _content = null;

    private async Task<StoreContent> ContentAsync(CancellationToken cancellation)
    {
        cancellation.ThrowIfCancellationRequested();
        await _reading.WaitAsync(cancellation);
        try
        {
            StoreContent content = _content ?? await ReadAsync(cancellation);
            if ((content.Problem ?? content.Gap) is not { IsTransient: true })
            {
                _content = content;
            }

            return content;
        }
        finally
        {
            _reading.Release();
        }
    }

    private StoreAnswer Answer(SecretQuery query, StoreContent content)
    {
        if (content.Problem is { } problem)
        {
            return problem.Answer(query);
        }

        if (query.Version is not null && !KeepsVersions)
        {
            return new StoreProblem(Verdict.Misconfigured, $"a version is asked for, and a store of type '{Type}' keeps none", "take the version out of the reference").Answer(query);
        }

        if (NamesOf(query.Name).FirstOrDefault(content.Entries.ContainsKey) is not { } name)
        {
            return content.Gap?.Answer(query) ?? Missing(query);
        }

        StoreEntry entry = content.Entries[name];
        SecretMetadata metadata = entry.Metadata with { Updated = entry.Metadata.Updated ?? content.Updated };
        StoreAnswer answer = StateOf(query, entry, metadata);
        return answer.Verdict == Verdict.Present && query.Property is { } field && FieldEntry(name, field) is { } inner && content.Entries.TryGetValue(inner, out StoreEntry? found)
            ? StateOf(query, found, found.Metadata with { Updated = found.Metadata.Updated ?? metadata.Updated, Fields = found.Metadata.Fields ?? metadata.Fields })
            : answer;
    }

    private StoreAnswer StateOf(SecretQuery query, StoreEntry entry, SecretMetadata metadata)
    {
        string place = entry.Line > 0 ? $"{Address}:{entry.Line}" : Address;
        return entry.State switch
        {
            ValueState.Unreadable => new StoreProblem(Verdict.Forbidden, $"it is in {place}, and cannot be read", "let this user read it, or run as the one who may").Answer(query),
            _ when entry.Kind is { } kind && kind != query.Kind => new StoreAnswer(query, Verdict.WrongKind) { Metadata = metadata, Cause = $"{place} has a {Name(kind)} of this name, not a {Name(query.Kind)}", Advice = "correct the kind in the reference, or the name" },
            ValueState.Empty => new StoreAnswer(query, Verdict.NoVersion) { Metadata = metadata, Cause = $"it is empty in {place}", Advice = "give it a value" },
            _ when query.Version is { } version && version != "latest" && version != metadata.Version => new StoreAnswer(query, Verdict.NoVersion)
            {
                Metadata = metadata,
                Cause = metadata.Version is null ? $"no version of it is told in {place}" : $"version '{metadata.Version}' is told of it in {place}, not '{version}'",
                Advice = "take the version out of the reference, or tell it there",
            },
            _ => Validity.Judge(query, metadata, entry.IsEnabled, Time.GetUtcNow()) with { Remark = entry.Remark },
        };
    }

    private static string Name(SecretKind kind) => kind switch { SecretKind.Key => "key", SecretKind.Certificate => "certificate", _ => "secret" };
}
