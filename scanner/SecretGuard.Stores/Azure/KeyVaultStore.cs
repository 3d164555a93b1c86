using SecretGuard.Inventories;
using SecretGuard.Stores.Http;
using SecretGuard.Stores.Values;
using SecretGuard.Stores.Writing;

namespace SecretGuard.Stores.Azure;

/// <summary>
/// A vault of Azure Key Vault: secrets, keys and certificates, whose names have no case. One question lists the versions of its name, which are told without
/// values; what a name that has none may be instead (deleted, of another kind) is asked next. No secret is got unless values are to be read.
/// </summary>
public sealed class KeyVaultStore : IListingStore, IWritableStore
{
    private const int MostBytes = 25 << 10;

    private readonly KeyVaultSettings _settings;
    private readonly Uri? _vault;
    private readonly KeyVaultSession? _session;
    private readonly KeyVaultAbsence? _absence;

    /// <summary>A vault. Nothing is asked before the first question.</summary>
    public KeyVaultStore(KeyVaultSettings settings)
    {
        _settings = settings;
        bool isSound = Uri.TryCreate(settings.Address.Trim(), UriKind.Absolute, out Uri? vault) && vault is { Scheme: "https", PathAndQuery: "/", Fragment: "", UserInfo: "" };
        _vault = isSound ? vault : null;
        _session = isSound ? new KeyVaultSession(settings, vault!) : null;
        _absence = _session is null ? null : new KeyVaultAbsence(_session);
        Notices = settings.IsEmulator && vault?.IsLoopback == true ? ["the vault on this machine is taken for an emulator: whatever token it asks for, it is given"] : [];
    }

    /// <inheritdoc/>
    public string Type => StoreTypes.AzureKeyVault;

    /// <inheritdoc/>
    public string Address => _vault?.AbsoluteUri ?? "no vault";

    /// <inheritdoc/>
    public long Calls => _session?.Calls ?? 0;

    /// <inheritdoc/>
    public long BilledCalls => _session?.BilledCalls ?? 0;

    /// <inheritdoc/>
    public IReadOnlyList<string> Notices { get; }

    /// <inheritdoc/>
    public int PageSize => 25;

    /// <inheritdoc/>
    public bool ListTellsState => true;

    /// <summary>A list does not tell how keys are rotated.</summary>
    public bool ListAnswers(SecretQuery query) => query.Kind != SecretKind.Key;

    /// <inheritdoc/>
    public string? ScopeOf(SecretQuery query) => IsName(query.Name) && _session is not null ? CollectionOf(query.Kind) : null;

    /// <inheritdoc/>
    public string NameInScope(SecretQuery query) => query.Name.ToLowerInvariant();

    /// <inheritdoc/>
    public async Task<StoreAnswer> AskAsync(SecretQuery query, CancellationToken cancellation)
    {
        cancellation.ThrowIfCancellationRequested();
        if (ProblemOf(query) is { } problem)
        {
            return problem.Answer(query);
        }

        KeyVaultPage versions = await _session!.VersionsAsync(CollectionOf(query.Kind), query.Name, cancellation);
        return versions.Problem?.Answer(query)
            ?? (versions.Items.Count == 0 ? await _absence!.AskAsync(query, cancellation)
            : query is { Kind: SecretKind.Key, Version: null or "latest" } && Judge(query, versions.Items) is { Verdict: Verdict.Present } answer && !versions.Items.Any(item => item.IsManaged) ? await WithRotationAsync(answer, cancellation)
            : Judge(query, versions.Items));
    }

    /// <summary>Reads a secret; of keys and certificates there is none to read.</summary>
    public async Task<ValueReply> ReadAsync(SecretQuery query, CancellationToken cancellation)
    {
        cancellation.ThrowIfCancellationRequested();
        return ProblemOf(query) is { } problem ? ValueReply.Failed(problem) : await _session!.ReadAsync(query.Name, query.Version is "latest" ? null : query.Version, cancellation);
    }

    /// <summary>A vault keeps what was deleted until it is purged.</summary>
    public bool KeepsDeletedNames => true;

    /// <inheritdoc/>
    public string? NameMisfit(SecretQuery query) => IsName(query.Name) ? null : "it has 1 to 127 letters, digits and '-'";

    /// <inheritdoc/>
    public async Task<StandingReply> LookAsync(SecretQuery query, CancellationToken cancellation)
    {
        cancellation.ThrowIfCancellationRequested();
        return ProblemOf(query) is { } problem ? StandingReply.Failed(problem) : await _session!.LookAsync(query.Name, cancellation);
    }

    /// <inheritdoc/>
    public StoreProblem? ValueMisfit(ValueFacts facts) => facts.HasNoText ? ValueShape.NoText("Key Vault") : facts.LeastLength > MostBytes ? TooLong : null;

    private static StoreProblem TooLong => new(Verdict.Misconfigured, "the value has more than the 25 KB that a vault takes", "keep it in another store");

    /// <summary>Puts a new version in. The vault knows no check-and-set: it is looked at right before. Content type and tags go on, those of the version before and those of a vault that the value is from; dates belong to the value that had them.</summary>
    public async Task<WriteReply> WriteAsync(SecretQuery query, SecretValue value, Standing expected, CancellationToken cancellation)
    {
        StandingReply now = await LookAsync(query, cancellation);
        return now.Problem is { } problem ? WriteReply.Failed(problem)
            : now.Standing!.Mark != expected.Mark ? WriteReply.Changed
            : ValueShape.WholeText(value) is not { } text ? WriteReply.Failed(ValueShape.NoText("Key Vault"))
            : System.Text.Encoding.UTF8.GetByteCount(text) > MostBytes ? WriteReply.Failed(TooLong)
            : await _session!.SetAsync(query.Name, text, now.Value?.Notes, value.Notes, cancellation);
    }

    /// <summary>The value of the version before goes from one command into the other, and is no argument of any.</summary>
    public string WayBack(SecretQuery query, Standing before, string? written)
    {
        string vault = ShellText.Word((_vault?.Host ?? "").Split('.')[0]), name = ShellText.Word(query.Name);
        return before.Version is { } version
            ? $"printf %s \"$(az keyvault secret show --vault-name {vault} --name {name} --version {ShellText.Word(version)} --query value --output tsv)\" | az keyvault secret set --vault-name {vault} --name {name} --file /dev/stdin --output none"
            : $"az keyvault secret delete --vault-name {vault} --name {name}";
    }

    /// <inheritdoc/>
    public string WritePermissions(IReadOnlyCollection<SecretQuery> queries) => _vault is null || queries.Count == 0 ? "" : KeyVaultRole.OfWriting(_vault);

    /// <inheritdoc/>
    public Task<ListPage> BeginAsync(string prefix, CancellationToken cancellation) =>
        Task.FromResult(_session is null ? ListPage.Failed(NoVault) : new ListPage([], null) { Scopes = [.. Enum.GetValues<SecretKind>().Select(kind => new ListedScope(CollectionOf(kind), "", $"the {CollectionOf(kind)}") { Kind = kind })] });

    /// <summary>What belongs to a certificate is listed, and is that certificate.</summary>
    public async Task<ListPage> ListAsync(string scope, string? from, CancellationToken cancellation)
    {
        KeyVaultPage page = await _session!.ListAsync(scope, from, cancellation);
        SecretKind kind = Enum.GetValues<SecretKind>().Single(kind => CollectionOf(kind) == scope);
        DateTimeOffset now = _settings.Time.GetUtcNow();
        return page.Problem is { } problem ? ListPage.Failed(problem)
            : new ListPage([.. page.Items.Select(item => new ListedSecret(item.Name.ToLowerInvariant(), item.Judge(new SecretQuery(item.Name, Kind: kind), now)) { IsOne = !item.IsManaged })], page.Next);
    }

    /// <inheritdoc/>
    public string Permissions(IReadOnlyCollection<SecretQuery> queries) => _vault is null || queries.Count == 0 ? "" : KeyVaultRole.Of(_vault, queries);

    /// <inheritdoc/>
    public string ReaderPermissions(IReadOnlyCollection<SecretQuery> queries, SecretReader reader) => _vault is null || queries.Count == 0 ? "" : KeyVaultRole.OfReading(_vault, queries);

    /// <inheritdoc/>
    public string ValuePermissions(IReadOnlyCollection<SecretQuery> queries) => _vault is null || queries.Count == 0 ? "" : KeyVaultRole.OfValues(_vault);

    /// <inheritdoc/>
    public string ValueEndpoint(SecretQuery query) => $"GET {Address}secrets/{query.Name}";

    /// <inheritdoc/>
    public string ListEndpoint(string scope) => $"GET {Address}{scope}";

    /// <inheritdoc/>
    public string Endpoint(SecretQuery query) => IsName(query.Name) ? $"GET {Address}{CollectionOf(query.Kind)}/{query.Name}/versions" : $"nothing: '{query.Name}' is no name";

    /// <inheritdoc/>
    public void Dispose()
    {
        _absence?.Dispose();
        _session?.Dispose();
    }

    private static bool IsName(string name) => name.Length is > 0 and < 128 && name.All(c => char.IsAsciiLetterOrDigit(c) || c == '-');

    private static StoreProblem NoVault => new(Verdict.Misconfigured, "the vault's address is none", "give it as https://name.vault.azure.net, without a path") { IsStoreWide = true };

    private StoreProblem? ProblemOf(SecretQuery query) =>
        _session is null ? NoVault
        : IsName(query.Name) ? null
        : new StoreProblem(Verdict.Misconfigured, $"'{query.Name}' is no name in a Key Vault", "letters, digits and '-' are all that it may have: correct the reference");

    /// <summary>Where the vault keeps a kind.</summary>
    internal static string CollectionOf(SecretKind kind) => kind switch
    {
        SecretKind.Key => "keys",
        SecretKind.Certificate => "certificates",
        _ => "secrets",
    };

    private StoreAnswer Judge(SecretQuery query, IReadOnlyList<KeyVaultItem> versions)
    {
        KeyVaultItem newest = versions.MaxBy(item => item.Metadata.Created ?? DateTimeOffset.MinValue)!;
        KeyVaultItem? asked = query.Version is null or "latest" ? newest : versions.FirstOrDefault(item => string.Equals(item.Version, query.Version, StringComparison.OrdinalIgnoreCase));
        return asked?.Judge(query, _settings.Time.GetUtcNow()) ?? new StoreAnswer(query, Verdict.NoVersion)
        {
            Metadata = newest.Metadata,
            Cause = $"it has no version '{query.Version}'; the newest is '{newest.Version}'",
            Advice = "take the version out of the reference, or name one that is there",
        };
    }

    /// <summary>When the vault makes the next version of a key. A key of a certificate follows that one.</summary>
    private async Task<StoreAnswer> WithRotationAsync(StoreAnswer answer, CancellationToken cancellation)
    {
        (ValueTerm? term, StoreProblem? problem) = await _session!.RotationAsync(answer.Query.Name, cancellation);
        return problem is { Verdict: Verdict.Forbidden } ? answer with { Remark = "whether the vault rotates it is not known: this identity may not read the rotation policies of keys" }
            : problem is not null ? problem.Answer(answer.Query)
            : answer with { Metadata = answer.Metadata with { Term = term, NextRotation = answer.Metadata.Rotated + term?.Longest } };
    }
}
