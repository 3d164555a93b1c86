using System.Net.Http.Headers;
using System.Text.Json;
using Azure;
using Azure.Core.Pipeline;
using Azure.Security.KeyVault.Secrets;
using SecretGuard.Inventories;
using SecretGuard.Stores.Http;
using SecretGuard.Stores.Values;
using SecretGuard.Stores.Writing;

namespace SecretGuard.Stores.Azure;

/// <summary>
/// A signed-in way to one vault. Secrets are listed by Azure's client, which answers the vault's challenge and signs in only if the challenge fits the
/// address. Keys and certificates, which that client does not know, are listed with the token that it was given.
/// </summary>
internal sealed class KeyVaultSession : IDisposable
{
    /// <summary>A version that every cloud has, and that all three kinds are asked in.</summary>
    private const string ApiVersion = "7.4";

    private readonly StoreHttp _http;
    private readonly Uri _vault;
    private readonly KeyVaultCredential _credential;
    private readonly HttpClientTransport _transport;
    private readonly SecretClient _client;
    private readonly SemaphoreSlim _opening = new(1, 1);
    private long _logins;

    public KeyVaultSession(KeyVaultSettings settings, Uri vault)
    {
        _vault = vault;
        _http = new StoreHttp(new HttpSettings { AuthoritiesFile = settings.AuthoritiesFile, Timeout = settings.Timeout, Billed = Billed, Time = settings.Time });
        _credential = new KeyVaultCredential(
            () => AzureCredentials.Of(settings, () => Interlocked.Increment(ref _logins)), AzureCredentials.AuthorityOf(settings).Authority, settings.Time);
        _transport = new HttpClientTransport(new StoreHttpHandler(_http, reply => reply.Status is 401 or 404 || reply.IsSuccess ? null : KeyVaultProblems.Of(reply, _vault.Authority)));
        var options = new SecretClientOptions(SecretClientOptions.ServiceVersion.V7_4)
        {
            Transport = _transport,
            DisableChallengeResourceVerification = settings.IsEmulator && vault.IsLoopback,
        };
        options.Retry.MaxRetries = 0;
        options.Diagnostics.IsLoggingEnabled = options.Diagnostics.IsDistributedTracingEnabled = options.Diagnostics.IsTelemetryEnabled = false;
        _client = new SecretClient(vault, _credential, options);
    }

    /// <summary>How many requests were sent.</summary>
    public long Calls => _http.Calls + Interlocked.Read(ref _logins);

    /// <summary>How many of them the vault bills.</summary>
    public long BilledCalls => _http.BilledCalls;

    /// <summary>Lists one page of what the vault has of a collection: <c>secrets</c>, <c>deletedsecrets</c>, <c>keys</c> and so on.</summary>
    public Task<KeyVaultPage> ListAsync(string collection, string? next, CancellationToken cancellation) => collection switch
    {
        _ when next is not null && !IsHere(next) => Task.FromResult(KeyVaultPage.Failed(KeyVaultProblems.NoVault(_vault.Authority))),
        "secrets" => ReadAsync(_client.GetPropertiesOfSecretsAsync(cancellation), next, cancellation),
        "deletedsecrets" => ReadAsync(_client.GetDeletedSecretsAsync(cancellation), next, cancellation),
        _ => GetAsync(next ?? $"{collection}?maxresults=25&api-version={ApiVersion}", cancellation),
    };

    /// <summary>Lists all versions of one name; none where there is no such name.</summary>
    public async Task<KeyVaultPage> VersionsAsync(string collection, string name, CancellationToken cancellation)
    {
        var versions = new List<KeyVaultItem>();
        for (string? next = null; ;)
        {
            KeyVaultPage page = next is not null && !IsHere(next) ? KeyVaultPage.Failed(KeyVaultProblems.NoVault(_vault.Authority))
                : collection == "secrets" ? await ReadAsync(_client.GetPropertiesOfSecretVersionsAsync(name, cancellation), next, cancellation)
                : await GetAsync(next ?? $"{collection}/{name}/versions?maxresults=25&api-version={ApiVersion}", cancellation);
            versions.AddRange(page.Items);
            if (page.Problem is not null || (next = page.Next) is null)
            {
                return page with { Items = versions };
            }
        }
    }

    /// <summary>How long a version of a key is in use until the vault makes the next, null where it is not to; or why that cannot be told.</summary>
    public async Task<(ValueTerm? Term, StoreProblem? Problem)> RotationAsync(string name, CancellationToken cancellation)
    {
        using StoreReply reply = await SendAsync($"keys/{name}/rotationpolicy?api-version={ApiVersion}", cancellation);
        return reply.IsSuccess ? (KeyVaultRotation.Of(reply.Json), null)
            : reply is { Status: 404, Problem: null } ? (null, null) : (null, KeyVaultProblems.Of(reply, _vault.Authority));
    }

    /// <summary>Reads one secret.</summary>
    public async Task<ValueReply> ReadAsync(string name, string? version, CancellationToken cancellation)
    {
        ValueReply? value = null;
        KeyVaultPage page = await OpenedAsync(
            () => TryAsync(async () =>
            {
                Response<KeyVaultSecret> response = await _client.GetSecretAsync(name, version, cancellation);
                value = response.Value?.Value is { } text ? ValueReply.Of(SecretValue.Of(text, KeyVaultNotes.Of(response.Value.Properties))) : ValueReply.NoValue(_vault.Authority);
                return KeyVaultPage.Empty;
            }),
            cancellation: cancellation);
        return page.Problem is { } problem ? ValueReply.Failed(problem) : value ?? ValueReply.Failed(new StoreProblem(Verdict.Missing, "it is not there any more", "verify again"));
    }

    /// <summary>Looks at the newest version of one secret.</summary>
    public async Task<StandingReply> LookAsync(string name, CancellationToken cancellation)
    {
        StandingReply found = StandingReply.Of(Standing.Absent, null);
        KeyVaultPage page = await OpenedAsync(
            () => TryAsync(async () =>
            {
                Response<KeyVaultSecret> response = await _client.GetSecretAsync(name, version: null, cancellation);
                found = response.Value is { Value: { } text, Properties.Version: { Length: > 0 } version } ? StandingReply.Of(new Standing { Mark = version, Version = version }, SecretValue.Of(text, KeyVaultNotes.Of(response.Value.Properties)))
                    : StandingReply.Failed(ValueReply.NoValue(_vault.Authority).Problem!);
                return KeyVaultPage.Empty;
            }),
            cancellation: cancellation);
        return page.Problem is { } problem ? StandingReply.Failed(problem) : found;
    }

    /// <summary>Puts a new version in. The vault does not say no where there is one already.</summary>
    /// <param name="name">The name.</param>
    /// <param name="value">The value.</param>
    /// <param name="standing">What the version that stands has beside its value.</param>
    /// <param name="given">What came with the value.</param>
    /// <param name="cancellation">Ends the waiting.</param>
    public async Task<WriteReply> SetAsync(string name, string value, ValueNotes? standing, ValueNotes? given, CancellationToken cancellation)
    {
        var secret = new KeyVaultSecret(name, value);
        KeyVaultNotes.Put(secret.Properties, standing, given);
        string? written = null;
        KeyVaultPage page = await OpenedAsync(
            () => TryAsync(async () =>
            {
                written = (await _client.SetSecretAsync(secret, cancellation)).Value?.Properties.Version;
                return KeyVaultPage.Empty;
            }),
            cancellation: cancellation);
        return page.Problem is { } problem ? WriteReply.Failed(problem) : written is { Length: > 0 } ? WriteReply.Written(written) : WriteReply.Failed(KeyVaultProblems.NoVault(_vault.Authority));
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        _transport.Dispose();
        _opening.Dispose();
        _http.Dispose();
    }

    /// <summary>A vault bills each call of whoever it knows, whatever it answers; its challenge and Entra's tokens cost nothing.</summary>
    private static long Billed(StoreReply reply) => reply.Status == 401 ? 0 : 1;

    /// <summary>What the client sends the next page's request with is a token of this vault.</summary>
    private bool IsHere(string next) => Uri.TryCreate(next, UriKind.Absolute, out Uri? address) && Uri.Compare(address, _vault, UriComponents.SchemeAndServer, UriFormat.Unescaped, StringComparison.OrdinalIgnoreCase) == 0;

    /// <summary>Asks Azure's client for one page; as long as there is no token one after the other, so that the vault is asked for its challenge once.</summary>
    private Task<KeyVaultPage> ReadAsync<T>(AsyncPageable<T> pages, string? next, CancellationToken cancellation, bool onlyForToken = false)
        where T : notnull =>
        OpenedAsync(
            () => TryAsync(async () =>
            {
                await foreach (Page<T> page in pages.AsPages(next).WithCancellation(cancellation))
                {
                    using var document = JsonDocument.Parse(page.GetRawResponse().Content);
                    return Read(document.RootElement);
                }

                return KeyVaultPage.Empty;
            }),
            onlyForToken,
            cancellation);

    private async Task<KeyVaultPage> OpenedAsync(Func<Task<KeyVaultPage>> ask, bool onlyForToken = false, CancellationToken cancellation = default)
    {
        await _opening.WaitAsync(cancellation);
        bool opens = _credential.Token is null;
        if (!opens)
        {
            _opening.Release();
        }

        try
        {
            return onlyForToken && !opens ? KeyVaultPage.Empty : await ask();
        }
        finally
        {
            if (opens)
            {
                _opening.Release();
            }
        }
    }

    private async Task<KeyVaultPage> TryAsync(Func<Task<KeyVaultPage>> ask)
    {
        try
        {
            return await ask();
        }
        catch (RequestFailedException error) when (error.GetRawResponse() is { } response)
        {
            using var reply = new StoreReply(response.Status, Parse(response.Content), null);
            return OfFailed(reply);
        }
        catch (RequestFailedException error)
        {
            return KeyVaultPage.Failed(StoreProblemException.In(error) ?? NetworkFaults.Of(error.InnerException ?? error, _vault.Authority));
        }
        catch (StoreProblemException error)
        {
            return KeyVaultPage.Failed(error.Problem);
        }
        catch (Exception error) when (error is JsonException or InvalidOperationException or ArgumentException or FormatException or KeyNotFoundException)
        {
            // A challenge that does not fit the address, or JSON of something else.
            return KeyVaultPage.Failed(KeyVaultProblems.NoVault(_vault.Authority));
        }
    }

    /// <summary>Asks what Azure's client has no words for.</summary>
    private async Task<KeyVaultPage> GetAsync(string address, CancellationToken cancellation)
    {
        using StoreReply reply = await SendAsync(address, cancellation);
        return reply.IsSuccess ? Read(reply.Json) : OfFailed(reply);
    }

    private async Task<StoreReply> SendAsync(string address, CancellationToken cancellation)
    {
        if (await ReadAsync(_client.GetPropertiesOfSecretsAsync(cancellation), null, cancellation, onlyForToken: true) is { Problem: { } problem } && _credential.Token is null)
        {
            return new StoreReply(0, null, problem);
        }

        var request = new HttpRequestMessage(HttpMethod.Get, new Uri(_vault, address));
        request.Headers.Authorization = new AuthenticationHeaderValue("Bearer", _credential.Token);
        return await _http.SendAsync(request, cancellation);
    }

    private KeyVaultPage OfFailed(StoreReply reply) => KeyVaultProblems.IsNotFound(reply) ? KeyVaultPage.Empty : KeyVaultPage.Failed(KeyVaultProblems.Of(reply, _vault.Authority));

    private KeyVaultPage Read(JsonElement page)
    {
        KeyVaultItem?[] items = [.. page.At("value").Items().Select(KeyVaultItem.Of)];
        return page.At("value").ValueKind != JsonValueKind.Array || items.Contains(null) ? KeyVaultPage.Failed(KeyVaultProblems.NoVault(_vault.Authority))
            : new KeyVaultPage(items!, page.At("nextLink").Text());
    }

    private static JsonDocument? Parse(BinaryData content)
    {
        try
        {
            return JsonDocument.Parse(content);
        }
        catch (JsonException)
        {
            return null;
        }
    }
}
