using System.Net.Http.Headers;
using System.Text;
using SecretGuard.Stores.Http;

namespace SecretGuard.Stores.Vault;

/// <summary>A signed-in way to one Vault: signs in with the first question, and knows a dead token from a denial.</summary>
internal sealed class VaultSession(VaultSettings settings, Uri address, StoreHttp http) : IDisposable
{
    private const string LookupSelf = "auth/token/lookup-self";

    // Within this time after Vault took the token, a denial is one.
    private static readonly TimeSpan ProofHolds = TimeSpan.FromSeconds(5);

    private readonly SemaphoreSlim _opening = new(1, 1);
    private readonly SemaphoreSlim _judging = new(1, 1);
    private string? _token;
    private bool _isOpen;
    private StoreProblem? _failure;
    private DateTimeOffset _proven = DateTimeOffset.MinValue;

    /// <summary>The server, for people.</summary>
    public string Host => address.Authority;

    /// <summary>Signs in, once; then sees that the namespace is heeded.</summary>
    /// <returns>Why that failed; null where it did not.</returns>
    public async Task<StoreProblem?> OpenAsync(CancellationToken cancellation)
    {
        if (_isOpen)
        {
            return null;
        }

        await _opening.WaitAsync(cancellation);
        try
        {
            if (_isOpen || _failure is not null)
            {
                return _failure;
            }

            StoreProblem? problem = await SignInAsync(cancellation);
            if (problem is null && settings.Namespace.Length > 0)
            {
                problem = await new VaultNamespaceCheck(this, settings.Namespace).RunAsync(cancellation);
            }

            _isOpen = problem is null;
            _failure = problem is { IsTransient: false } ? problem : null;
            return problem;
        }
        finally
        {
            _opening.Release();
        }
    }

    /// <summary>Reads a path of the API with the token, in the namespace.</summary>
    public async Task<StoreReply> GetAsync(string path, CancellationToken cancellation)
    {
        StoreReply reply = await SendAsync(HttpMethod.Get, path, null, settings.Namespace, cancellation);
        if (reply.IsSuccess || (reply.Status == 404 && reply.Problem is null))
        {
            _proven = settings.Time.GetUtcNow();
        }

        return reply;
    }

    /// <summary>Writes JSON to a path of the API with the token, in the namespace.</summary>
    public async Task<StoreReply> PostAsync(string path, string body, CancellationToken cancellation)
    {
        StoreReply reply = await SendAsync(HttpMethod.Post, path, body, settings.Namespace, cancellation);
        _proven = reply.IsSuccess ? settings.Time.GetUtcNow() : _proven;
        return reply;
    }

    /// <summary>Why a reply is none.</summary>
    public async Task<StoreProblem> ProblemAsync(StoreReply reply, CancellationToken cancellation)
    {
        if (reply is not { Status: 403, Problem: null })
        {
            return VaultProblems.Of(reply, Host);
        }

        await _judging.WaitAsync(cancellation);
        try
        {
            if (settings.Time.GetUtcNow() - _proven <= ProofHolds)
            {
                return Denied;
            }

            using StoreReply self = await GetAsync(LookupSelf, cancellation);
            return self.IsSuccess ? Denied : self is { Status: 403, Problem: null } ? Dead : VaultProblems.Of(self, Host);
        }
        finally
        {
            _judging.Release();
        }
    }

    /// <summary>Looks the token up in a namespace.</summary>
    public Task<StoreReply> LookupAsync(string inNamespace, CancellationToken cancellation) => SendAsync(HttpMethod.Get, LookupSelf, null, inNamespace, cancellation);

    /// <summary>Asks, without a token, what the server is. A standby or sealed one answers too.</summary>
    public Task<StoreReply> HealthAsync(CancellationToken cancellation) =>
        SendAsync(HttpMethod.Get, "sys/health?standbyok=true&perfstandbyok=true&sealedcode=200&uninitcode=200&drsecondarycode=200", null, "", cancellation, withToken: false);

    /// <inheritdoc/>
    public void Dispose()
    {
        _opening.Dispose();
        _judging.Dispose();
    }

    private static StoreProblem Denied => new(Verdict.Forbidden, "the token is good, and no policy of it lets this path be looked at", "add what 'verify --permissions' prints to a policy of the token");

    private static StoreProblem Dead =>
        new(Verdict.Unauthenticated, "Vault does not accept the token: it is expired, revoked or used up (or it may not even look itself up)", "run 'vault login' again, or renew the token") { IsStoreWide = true };

    private async Task<StoreProblem?> SignInAsync(CancellationToken cancellation)
    {
        (string? text, StoreProblem? problem) = settings.Login.Read();
        if (text is null)
        {
            return problem;
        }

        if (settings.Login.Mount is not { } mount)
        {
            return Take(text);
        }

        string path = $"auth/{VaultPath.Escaped(VaultPath.Trimmed(mount))}/login";
        using StoreReply reply = await SendAsync(HttpMethod.Post, path, text, settings.Namespace, cancellation, withToken: false);
        return reply.IsSuccess && reply.Json.At("auth", "client_token").Text() is { } token
            ? Take(token)
            : VaultProblems.OfLogin(reply, Host, settings.Login.ToString(), mount);
    }

    private StoreProblem? Take(string token)
    {
        if (token.Length == 0 || token.Any(c => c is <= ' ' or > '~'))
        {
            return new StoreProblem(Verdict.Unauthenticated, "what is given as token is none: it is empty or has characters that no token has", "run 'vault login' again, or correct VAULT_TOKEN") { IsStoreWide = true };
        }

        _token = token;
        return null;
    }

    private async Task<StoreReply> SendAsync(HttpMethod method, string path, string? body, string inNamespace, CancellationToken cancellation, bool withToken = true)
    {
        var target = new Uri(address, "v1/" + path);
        StoreReply reply = await http.SendAsync(Request(method, target, body, inNamespace, withToken), cancellation);

        // A standby points to the active node, mostly another host: the token goes to the address that the user gave, and nowhere else.
        if (reply is { Status: >= 300 and < 400, Location: { } location } && new Uri(target, location) is var next
            && next.Scheme == address.Scheme && next.Authority == address.Authority && next.UserInfo.Length == 0 && method == HttpMethod.Get)
        {
            reply.Dispose();
            reply = await http.SendAsync(Request(method, next, body, inNamespace, withToken), cancellation);
        }

        return reply;
    }

    private HttpRequestMessage Request(HttpMethod method, Uri target, string? body, string inNamespace, bool withToken)
    {
        var request = new HttpRequestMessage(method, target);
        request.Headers.Add("X-Vault-Request", "true");
        if (inNamespace.Length > 0)
        {
            request.Headers.TryAddWithoutValidation("X-Vault-Namespace", inNamespace);
        }

        if (withToken && _token is not null)
        {
            request.Headers.TryAddWithoutValidation("X-Vault-Token", _token);
        }

        if (body is not null)
        {
            request.Content = new StringContent(body, Encoding.UTF8, new MediaTypeHeaderValue("application/json"));
        }

        return request;
    }
}
