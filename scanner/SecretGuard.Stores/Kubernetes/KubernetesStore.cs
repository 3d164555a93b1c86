using System.Text.Json;
using System.Text;
using SecretGuard.Inventories;
using SecretGuard.Stores.Http;
using SecretGuard.Stores.Values;
using SecretGuard.Stores.Writing;

namespace SecretGuard.Stores.Kubernetes;

/// <summary>
/// The Secrets of a Kubernetes cluster. A name is <c>name</c> or <c>namespace/name</c>. Only metadata is asked for, so that no value crosses the wire but
/// what people put into annotations, and those are passed over; unless values are to be read. The names of keys come from <c>managedFields</c>: who is not there may still be.
/// </summary>
public sealed class KubernetesStore : IListingStore, IWritableStore
{
    private const string One = "application/json;as=PartialObjectMetadata;g=meta.k8s.io;v=v1";
    private const string Whole = "application/json";
    /// <summary>Helm keeps what it installed under such names, a new one each time.</summary>
    private const string OfHelm = "sh.helm.release.v1.";

    private const string List = "application/json;as=PartialObjectMetadataList;g=meta.k8s.io;v=v1";

    private readonly KubernetesAccess _access;
    private readonly KubernetesConnection _connection;

    /// <summary>A cluster. Nothing is asked before the first question.</summary>
    /// <param name="access">The way to it.</param>
    /// <param name="timeout">How long one request may take.</param>
    /// <param name="time">The clock; null for the system's.</param>
    public KubernetesStore(KubernetesAccess access, TimeSpan timeout, TimeProvider? time = null)
    {
        _access = access;
        _connection = new KubernetesConnection(access, timeout, time ?? TimeProvider.System);
    }

    /// <summary>Those who deploy Secrets of this cluster and are told to leave the values alone: <c>argo-cd</c>, <c>flux</c>, <c>helm</c>. What bears their marks may be written to.</summary>
    public IReadOnlyCollection<string> Deployers { get; init; } = [];

    /// <inheritdoc/>
    public string Type => StoreTypes.Kubernetes;

    /// <inheritdoc/>
    public string Address => _connection.Shown;

    /// <inheritdoc/>
    public long Calls => _connection.Calls;

    /// <inheritdoc/>
    public IReadOnlyList<string> Notices => _access.Notices;

    /// <inheritdoc/>
    public int PageSize => 500;

    /// <inheritdoc/>
    public bool ListTellsState => true;

    /// <inheritdoc/>
    public string? ScopeOf(SecretQuery query) => Split(query.Name) is var (space, _) ? space : null;

    /// <inheritdoc/>
    public string NameInScope(SecretQuery query) => Split(query.Name)?.Name ?? query.Name;

    /// <inheritdoc/>
    public async Task<StoreAnswer> AskAsync(SecretQuery query, CancellationToken cancellation)
    {
        if (Split(query.Name) is not var (space, name))
        {
            return NoName(query).Answer(query);
        }

        if (query.Version is not null)
        {
            return new StoreProblem(Verdict.Misconfigured, "a version is asked for, and Kubernetes keeps none", "take the version out of the reference").Answer(query);
        }

        using StoreReply reply = await _connection.GetAsync($"api/v1/namespaces/{space}/secrets/{name}", One, cancellation);
        return reply is { Status: 404, Problem: null } && IsStatus(reply) ? await MissingAsync(query, space, name, cancellation)
            : !reply.IsSuccess ? _connection.ProblemOf(reply).Answer(query)
            : Judge(query, reply.Json.At("metadata")) ?? _connection.NoKubernetes.Answer(query);
    }

    /// <inheritdoc/>
    public async Task<ValueReply> ReadAsync(SecretQuery query, CancellationToken cancellation)
    {
        if (Split(query.Name) is not var (space, name))
        {
            return ValueReply.Failed(NoName(query));
        }

        using StoreReply reply = await _connection.GetAsync($"api/v1/namespaces/{space}/secrets/{name}", Whole, cancellation);
        if (!reply.IsSuccess)
        {
            return ValueReply.Failed(_connection.ProblemOf(reply));
        }

        return KubernetesWriting.ValueOf(reply.Json) is { } value ? ValueReply.Of(value, KubernetesKeeper.Refusal(reply.Json, Deployers)) : ValueReply.Failed(_connection.NoKubernetes);
    }

    /// <summary>What is being deleted keeps its name until it is gone.</summary>
    public bool KeepsDeletedNames => true;

    /// <inheritdoc/>
    public StoreProblem? ValueMisfit(ValueFacts facts) => facts.LeastLength > KubernetesWriting.MostBytes ? KubernetesWriting.TooLong : null;

    /// <inheritdoc/>
    public string? NameMisfit(SecretQuery query) => Split(query.Name) is null ? "it has lower case letters, digits, '-' and '.', behind its namespace and '/' where it has one" : null;

    /// <inheritdoc/>
    public async Task<StandingReply> LookAsync(SecretQuery query, CancellationToken cancellation) =>
        Split(query.Name) is var (space, name) ? await new KubernetesWriting(_connection, Deployers).LookAsync(space, name, cancellation) : StandingReply.Failed(NoName(query));

    /// <inheritdoc/>
    public async Task<WriteReply> WriteAsync(SecretQuery query, SecretValue value, Standing expected, CancellationToken cancellation) =>
        Split(query.Name) is var (space, name) ? await new KubernetesWriting(_connection, Deployers).WriteAsync(space, name, value, expected, cancellation) : WriteReply.Failed(NoName(query));

    /// <summary>Takes away what was created; of what was there before the cluster keeps nothing. The server is named, so that it is no other cluster's.</summary>
    public string WayBack(SecretQuery query, Standing before, string? written) =>
        before.Mark is null && Split(query.Name) is var (space, name) ? $"kubectl --server {ShellText.Word(Address)} delete secret --namespace {ShellText.Word(space)} {ShellText.Word(name)}" : "";

    /// <inheritdoc/>
    public string WritePermissions(IReadOnlyCollection<SecretQuery> queries) => string.Concat(BySpace(queries).Select(space => KubernetesRole.OfWriting("secretguard-write", space.Key, space)));

    /// <summary>The namespace that the names begin with; else that of the way to the cluster, whose names need none.</summary>
    public Task<ListPage> BeginAsync(string prefix, CancellationToken cancellation)
    {
        string space = prefix.Split('/') is [var first, _] ? first : "";
        string shown = space.Length > 0 ? space : _access.Namespace;
        return Task.FromResult(IsName(shown) ? new ListPage([], null) { Scopes = [new ListedScope(space, "", $"the namespace '{shown}'")] }
            : ListPage.Failed(new StoreProblem(Verdict.Misconfigured, $"'{shown}' is no name of a namespace", "correct the store's namespace")));
    }

    /// <inheritdoc/>
    public async Task<ListPage> ListAsync(string scope, string? from, CancellationToken cancellation)
    {
        string path = $"api/v1/namespaces/{(scope.Length > 0 ? scope : _access.Namespace)}/secrets?limit={PageSize}{(from is null ? "" : "&continue=" + Uri.EscapeDataString(from))}";
        using StoreReply reply = await _connection.GetAsync(path, List, cancellation);
        if (!reply.IsSuccess)
        {
            return ListPage.Failed(_connection.ProblemOf(reply)) with { IsExpired = reply is { Status: 410, Problem: null } };
        }

        if (reply.Json.At("items").ValueKind != JsonValueKind.Array)
        {
            return ListPage.Failed(_connection.NoKubernetes);
        }

        var listed = new List<ListedSecret>();
        foreach (JsonElement metadata in reply.Json.At("items").Items().Select(item => item.At("metadata")))
        {
            if (metadata.At("name").Text() is { } name && Judge(new SecretQuery(scope.Length > 0 ? $"{scope}/{name}" : name), metadata) is { } answer)
            {
                listed.Add(new ListedSecret(name, answer) { IsOne = !name.StartsWith(OfHelm, StringComparison.Ordinal) });
            }
        }

        return new ListPage(listed, reply.Json.At("metadata", "continue").Text());
    }

    /// <inheritdoc/>
    public string Permissions(IReadOnlyCollection<SecretQuery> queries)
    {
        var yaml = new StringBuilder();
        foreach (IGrouping<string, string> space in BySpace(queries))
        {
            yaml.Append("# Kubernetes has no right to metadata alone: who may check may read.\n").Append(KubernetesRole.Of("secretguard-verify", space.Key, space));
        }

        return yaml.ToString();
    }

    /// <inheritdoc/>
    public string ListPermissions(string prefix) => KubernetesRole.OfListing("secretguard-list", prefix.Split('/') is [{ Length: > 0 } space, _] ? space : _access.Namespace);

    /// <inheritdoc/>
    public string ReaderPermissions(IReadOnlyCollection<SecretQuery> queries, SecretReader reader) => string.Concat(BySpace(queries).Select(space => KubernetesRole.Of(reader, space.Key, space)));

    /// <summary>Who may look at the metadata of a Secret may read it.</summary>
    public string ValuePermissions(IReadOnlyCollection<SecretQuery> queries) => "";

    /// <inheritdoc/>
    public string ValueEndpoint(SecretQuery query) => Split(query.Name) is var (space, name) ? $"GET {Address}/api/v1/namespaces/{space}/secrets/{name}" : $"nothing: '{query.Name}' is no name";

    /// <inheritdoc/>
    public string ListEndpoint(string scope) => $"GET {Address}/api/v1/namespaces/{(scope.Length > 0 ? scope : _access.Namespace)}/secrets (metadata)";

    /// <inheritdoc/>
    public string Endpoint(SecretQuery query) => Split(query.Name) is var (space, name) ? $"GET {Address}/api/v1/namespaces/{space}/secrets/{name} (metadata)" : $"nothing: '{query.Name}' is no name";

    /// <inheritdoc/>
    public void Dispose() => _connection.Dispose();

    private IEnumerable<IGrouping<string, string>> BySpace(IReadOnlyCollection<SecretQuery> queries) =>
        queries.Select(query => Split(query.Name)).OfType<(string Space, string Name)>().GroupBy(pair => pair.Space, pair => pair.Name, StringComparer.Ordinal).OrderBy(group => group.Key, StringComparer.Ordinal);

    private static StoreProblem NoName(SecretQuery query) => new(Verdict.Misconfigured, $"'{query.Name}' is no name of a Secret", "write 'name' or 'namespace/name'");

    private static bool IsStatus(StoreReply reply) => reply.Json.At("kind").Text() == "Status";

    private static StoreAnswer? Judge(SecretQuery query, JsonElement metadata)
    {
        if (metadata.At("name").Text() is null)
        {
            return null;
        }

        SecretMetadata told = KubernetesMetadata.Of(metadata);
        if (metadata.At("deletionTimestamp").Time() is { } deleted)
        {
            return new StoreAnswer(query, Verdict.SoftDeleted) { Metadata = told, Cause = $"it is being deleted since {deleted:yyyy-MM-dd}", Advice = "see which finalizer holds it, and create it again" };
        }

        return StoreAnswer.Present(query, told) with { Remark = KubernetesMetadata.Remark(metadata) };
    }

    private async Task<StoreAnswer> MissingAsync(SecretQuery query, string space, string name, CancellationToken cancellation)
    {
        // A namespace that is not there answers like a secret that is not.
        using StoreReply reply = await _connection.GetAsync($"api/v1/namespaces/{space}", One, cancellation);
        return reply is { Status: 404, Problem: null } ? new StoreProblem(Verdict.Misconfigured, $"there is no namespace '{space}'", "correct the namespace, or the cluster").Answer(query)
            : reply.IsSuccess || reply is { Status: 403, Problem: null } ? StoreAnswer.Missing(query, $"the namespace '{space}' has no Secret '{name}'")
            : _connection.ProblemOf(reply).Answer(query);
    }

    /// <summary>Names are those of DNS: what is none would be another path.</summary>
    private (string Space, string Name)? Split(string name)
    {
        string[] parts = name.Trim().Split('/');
        (string, string)? pair = parts.Length == 1 ? (_access.Namespace, parts[0]) : parts.Length == 2 ? (parts[0], parts[1]) : null;
        return pair is var (space, inner) && IsName(space) && IsName(inner) ? pair : null;
    }

    /// <summary>Whether a text is a name in a cluster: anything else would be another path of its API.</summary>
    internal static bool IsName(string name) => name.Length is > 0 and < 254 && char.IsAsciiLetterOrDigit(name[0]) && name.All(c => char.IsAsciiLetterLower(c) || char.IsAsciiDigit(c) || c is '-' or '.');
}
