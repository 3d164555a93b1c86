using System.Text.Json;
using SecretGuard.Inventories;
using SecretGuard.Stores.Http;
using SecretGuard.Stores.Whole;

namespace SecretGuard.Stores.GitHub;

/// <summary>
/// Secrets of GitHub Actions: those of an environment, of its repository, and of the organisation as far as it shares them. GitHub tells names, whose case
/// does not count, and dates; it has no way to tell a value.
/// </summary>
public sealed class GitHubStore : WholeStore
{
    private const int Most = 100;

    private readonly GitHubSettings _settings;
    private readonly Uri? _api;
    private readonly IReadOnlyList<GitHubLayer>? _layers;
    private readonly StoreHttp _http;

    /// <summary>The secrets of a repository or an organisation. Nothing is asked before the first question.</summary>
    public GitHubStore(GitHubSettings settings)
        : base(StoreTypes.GitHubActions, $"{settings.Repository}{(settings.Environment is null ? "" : $" ({settings.Environment})")} at {settings.Address}")
    {
        _settings = settings;
        _api = Uri.TryCreate(settings.Address.Trim().TrimEnd('/') + "/", UriKind.Absolute, out Uri? api) && api is { Scheme: "https" or "http", UserInfo: "" } ? api : null;
        _layers = GitHubLayer.Of(settings);
        _http = new StoreHttp(new HttpSettings { AuthoritiesFile = settings.AuthoritiesFile, Timeout = settings.Timeout, Time = settings.Time });
        Notices = _api is { Scheme: "http", IsLoopback: false } ? [$"the token is sent to {_api.Authority} without TLS: whoever is on the way can take it"] : [];
    }

    /// <inheritdoc/>
    public override long Calls => _http.Calls;

    /// <inheritdoc/>
    public override IReadOnlyList<string> Notices { get; }

    /// <inheritdoc/>
    public override string Permissions(IReadOnlyCollection<SecretQuery> queries) => _layers is null || queries.Count == 0 ? ""
        : $"# A fine-grained token for {_settings.Repository} with:\n{string.Concat(_layers.Select(layer => layer.Permission).Distinct(StringComparer.Ordinal).Select(permission => $"{permission}\n"))}"
            + $"# or a classic one with the scope:\n{(_layers.Count == 1 ? "admin:org" : "repo")}\n";

    /// <inheritdoc/>
    public override string Endpoint(SecretQuery query) => _api is null || _layers is null ? "nothing: no repository of GitHub" : string.Join(", ", _layers.Select(layer => $"GET {_api}{layer.Path}"));

    internal override TimeProvider Time => _settings.Time;

    internal override async Task<StoreContent> ReadAsync(CancellationToken cancellation)
    {
        if (_api is null || _layers is null)
        {
            return StoreContent.Failed(new StoreProblem(
                Verdict.Misconfigured, $"'{_settings.Repository}' is no repository or organisation, or the API's address none", "write owner/name, or owner and no environment, and correct GITHUB_API_URL") { IsStoreWide = true });
        }

        if (_settings.Credential?.Header() is null)
        {
            return StoreContent.Failed(_settings.Credential is null ? GitHubProblems.NoToken : GitHubProblems.NoTokenAtAll);
        }

        var entries = new Dictionary<string, StoreEntry>(StringComparer.OrdinalIgnoreCase);
        StoreProblem? gap = null;
        foreach (GitHubLayer layer in _layers)
        {
            if (await ReadAsync(layer, entries, cancellation) is not { } problem)
            {
                continue;
            }

            if (!layer.IsOptional || problem.Verdict != Verdict.Forbidden)
            {
                return StoreContent.Failed(problem);
            }

            gap = problem;
        }

        return new StoreContent(entries) { Gap = gap };
    }

    internal override StoreAnswer Missing(SecretQuery query) => StoreAnswer.Missing(
        query, $"there is no secret '{query.Name}' in {string.Join(", nor in ", _layers!.Select(layer => layer.Title))}", "add it there ('gh secret set'), or correct the name in the reference");

    /// <inheritdoc/>
    protected override void Dispose(bool disposing)
    {
        if (disposing)
        {
            _http.Dispose();
        }

        base.Dispose(disposing);
    }

    private async Task<StoreProblem?> ReadAsync(GitHubLayer layer, Dictionary<string, StoreEntry> entries, CancellationToken cancellation)
    {
        for (int page = 1; ; page++)
        {
            var request = new HttpRequestMessage(HttpMethod.Get, new Uri(_api!, $"{layer.Path}?per_page={Most}&page={page}"));
            request.Headers.Authorization = _settings.Credential!.Header();
            request.Headers.TryAddWithoutValidation("Accept", "application/vnd.github+json");
            request.Headers.TryAddWithoutValidation("X-GitHub-Api-Version", "2022-11-28");
            request.Headers.TryAddWithoutValidation("User-Agent", "SecretGuard");
            using StoreReply reply = await _http.SendAsync(request, cancellation);
            if (!reply.IsSuccess)
            {
                return layer.MayBeAbsent && reply is { Status: 404, Problem: null } ? null : GitHubProblems.Of(reply, _api!.Authority, layer, _settings.Time.GetUtcNow());
            }

            JsonElement secrets = reply.Json.At("secrets");
            if (secrets.ValueKind != JsonValueKind.Array)
            {
                return GitHubProblems.NoGitHub(_api!.Authority);
            }

            foreach (JsonElement secret in secrets.Items())
            {
                if (secret.At("name").Text() is { } name)
                {
                    entries.TryAdd(name, new StoreEntry(ValueState.Filled) { Metadata = new() { Created = secret.At("created_at").Time(), Updated = secret.At("updated_at").Time() } });
                }
            }

            if (secrets.GetArrayLength() < Most)
            {
                return null;
            }
        }
    }
}
