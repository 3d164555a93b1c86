using System.Text.Json;
using SecretGuard.Inventories;
using SecretGuard.Stores.Http;
using SecretGuard.Stores.Whole;

namespace SecretGuard.Stores.AzurePipelines;

/// <summary>
/// Groups of variables of Azure Pipelines. A name is <c>variable</c> or <c>group/variable</c>, or a group, whose fields are variables; no case counts. The server
/// blanks the values of secret variables; those of others, which it sends, are passed over. Variables that are set in a pipeline itself are not seen.
/// </summary>
public sealed class PipelinesStore : WholeStore
{
    private readonly PipelinesSettings _settings;
    private readonly Uri? _groups;
    private readonly StoreHttp _http;

    /// <summary>The groups of a project. Nothing is asked before the first question.</summary>
    public PipelinesStore(PipelinesSettings settings)
        : base(StoreTypes.AzurePipelines, $"{settings.Organisation.TrimEnd('/')}/{settings.Project}")
    {
        _settings = settings;
        bool isSound = Uri.TryCreate(settings.Organisation.Trim().TrimEnd('/') + "/", UriKind.Absolute, out Uri? organisation) && organisation is { Scheme: "https" or "http", UserInfo: "" }
            && settings.Project.Trim('.').Length > 0;
        _groups = isSound ? new Uri(organisation!, $"{Uri.EscapeDataString(settings.Project)}/_apis/distributedtask/variablegroups") : null;
        _http = new StoreHttp(new HttpSettings { AuthoritiesFile = settings.AuthoritiesFile, Timeout = settings.Timeout, Time = settings.Time });
        Notices = organisation is { Scheme: "http", IsLoopback: false } ? [$"the token is sent to {organisation.Authority} without TLS: whoever is on the way can take it"] : [];
    }

    /// <inheritdoc/>
    public override long Calls => _http.Calls;

    /// <inheritdoc/>
    public override IReadOnlyList<string> Notices { get; }

    /// <inheritdoc/>
    public override string Permissions(IReadOnlyCollection<SecretQuery> queries) => queries.Count == 0 ? ""
        : $"# A token with the scope:\nVariable Groups (Read)\n# of somebody who is Reader of the library of '{_settings.Project}' (Pipelines > Library > Security).\n";

    /// <inheritdoc/>
    public override string Endpoint(SecretQuery query) => _groups is null ? "nothing: no organisation of Azure DevOps" : $"GET {_groups.AbsoluteUri}";

    internal override TimeProvider Time => _settings.Time;

    internal override string FieldEntry(string name, string property) => $"{name}/{property}";

    internal override StoreAnswer Missing(SecretQuery query) => StoreAnswer.Missing(
        query,
        _settings.Groups.Count == 0 ? $"no group of variables of '{_settings.Project}' has '{query.Name}'" : $"'{query.Name}' is in none of the groups {string.Join(", ", _settings.Groups.Select(name => $"'{name}'"))}",
        "add it to a group, or correct the name in the reference; a variable of the pipeline itself cannot be seen here");

    internal override async Task<StoreContent> ReadAsync(CancellationToken cancellation)
    {
        if (_groups is null)
        {
            return StoreContent.Failed(new StoreProblem(Verdict.Misconfigured, "organisation or project are no address of Azure DevOps", "write https://dev.azure.com/name and the project") { IsStoreWide = true });
        }

        if (_settings.Credential?.Header() is not { } authorization)
        {
            return StoreContent.Failed(PipelinesProblems.NoToken(_settings.Credential is not null));
        }

        var groups = new List<VariableGroup>();
        string? next = null;
        do
        {
            var request = new HttpRequestMessage(HttpMethod.Get, new Uri(_groups, $"?api-version=7.0&$top=100{(next is null ? "" : "&continuationToken=" + Uri.EscapeDataString(next))}"));
            request.Headers.Authorization = authorization;
            request.Headers.TryAddWithoutValidation("Accept", "application/json");
            request.Headers.TryAddWithoutValidation("X-TFS-FedAuthRedirect", "Suppress");
            using StoreReply reply = await _http.SendAsync(request, cancellation);
            if (!reply.IsSuccess || reply.Status == 203)
            {
                return StoreContent.Failed(PipelinesProblems.Of(reply, _groups.Authority, _settings.Project));
            }

            if (reply.Json.At("value").ValueKind != JsonValueKind.Array)
            {
                return StoreContent.Failed(PipelinesProblems.NoServer(_groups.Authority));
            }

            groups.AddRange(reply.Json.At("value").Items().Select(VariableGroup.Of).OfType<VariableGroup>());
            next = reply.Header("x-ms-continuationtoken");
        }
        while (next is { Length: > 0 });
        return Content(groups);
    }

    /// <inheritdoc/>
    protected override void Dispose(bool disposing)
    {
        if (disposing)
        {
            _http.Dispose();
        }

        base.Dispose(disposing);
    }

    private StoreContent Content(List<VariableGroup> groups)
    {
        ILookup<string, VariableGroup> known = groups.ToLookup(group => group.Name, StringComparer.OrdinalIgnoreCase);
        List<VariableGroup> given = _settings.Groups.Count == 0 ? groups : [.. _settings.Groups.SelectMany(name => known[name])];
        var entries = new Dictionary<string, StoreEntry>(StringComparer.OrdinalIgnoreCase);
        foreach ((VariableGroup group, string name, StoreEntry entry) in given.SelectMany(group => group.Variables.Select(variable => (group, variable.Name, variable.Entry))))
        {
            entries.TryAdd(name, entry);
            entries.TryAdd(FieldEntry(group.Name, name), entry with { IsSecret = false });
        }

        foreach (VariableGroup group in given)
        {
            string[] fields = [.. group.Variables.Select(variable => variable.Name).Order(StringComparer.Ordinal)];
            entries.TryAdd(group.Name, new StoreEntry(ValueState.Filled) { IsSecret = false, Metadata = new() { Updated = group.Updated, Fields = new FieldNames(fields, AreComplete: true) } });
        }

        return new StoreContent(entries);
    }
}
