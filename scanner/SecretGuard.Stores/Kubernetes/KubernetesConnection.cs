using System.Net.Http.Headers;
using System.Text;
using SecretGuard.Stores.Http;

namespace SecretGuard.Stores.Kubernetes;

/// <summary>A signed-in way to one cluster: signs in with the first question.</summary>
internal sealed class KubernetesConnection(KubernetesAccess access, TimeSpan timeout, TimeProvider time) : IDisposable
{
    private readonly SemaphoreSlim _opening = new(1, 1);
    private readonly Uri? _address = Uri.TryCreate(access.Server.TrimEnd('/') + "/", UriKind.Absolute, out Uri? address) && address.Scheme is "http" or "https" ? address : null;
    private StoreHttp? _http;
    private string? _token;
    private StoreProblem? _failure;

    /// <summary>The address, for people.</summary>
    public string Shown => _address is null ? "no cluster" : $"{_address.Scheme}://{_address.Authority}{_address.AbsolutePath.TrimEnd('/')}";

    /// <summary>How many requests were sent.</summary>
    public long Calls => _http?.Calls ?? 0;

    /// <summary>The answer was not that of Kubernetes.</summary>
    public StoreProblem NoKubernetes => new(Verdict.Misconfigured, $"{_address?.Authority} does not answer like Kubernetes", "see whether the address is that of the cluster");

    /// <summary>Reads a path of the API.</summary>
    public Task<StoreReply> GetAsync(string path, string accept, CancellationToken cancellation) => SendAsync(HttpMethod.Get, path, accept, null, cancellation);

    /// <summary>Asks something of a path of the API.</summary>
    /// <param name="method">What.</param>
    /// <param name="path">The path.</param>
    /// <param name="accept">In which form it is to be answered.</param>
    /// <param name="content">What is sent along, with its media type.</param>
    /// <param name="cancellation">Ends the waiting.</param>
    public async Task<StoreReply> SendAsync(HttpMethod method, string path, string accept, (string Type, string Body)? content, CancellationToken cancellation)
    {
        cancellation.ThrowIfCancellationRequested();
        if (await OpenAsync(cancellation) is not { } http)
        {
            return new StoreReply(0, null, _failure);
        }

        var request = new HttpRequestMessage(method, new Uri(_address!, path));
        if (content is var (type, body))
        {
            request.Content = new StringContent(body, Encoding.UTF8, new MediaTypeHeaderValue(type));
        }

        request.Headers.TryAddWithoutValidation("Accept", accept);
        if (_token is not null)
        {
            request.Headers.Authorization = new AuthenticationHeaderValue("Bearer", _token);
        }

        return await http.SendAsync(request, cancellation);
    }

    /// <summary>Why a reply is none.</summary>
    public StoreProblem ProblemOf(StoreReply reply)
    {
        string host = _address?.Authority ?? "";
        return reply switch
        {
            { Problem: not null } => reply.Problem,
            { Status: 401 } => new StoreProblem(Verdict.Unauthenticated, "the cluster does not accept the credential: it is expired, or of another cluster", "sign in again") { IsStoreWide = true },
            { Status: 403 } when IsAnonymous(reply) => new StoreProblem(Verdict.Unauthenticated, "the cluster got no credential, and does not let the anonymous look", "sign in, or choose another context") { IsStoreWide = true },
            { Status: 403 } => new StoreProblem(Verdict.Forbidden, "no role lets this identity look: the Secret may be there or not", "bind the role that 'verify --permissions' prints"),
            { Status: 404 } => NoKubernetes,
            { Status: 410 } => new StoreProblem(Verdict.Unreachable, "the cluster forgot where the list ended", "ask again") { IsTransient = true },
            _ => StatusProblems.Of(reply, host),
        };
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        _opening.Dispose();
        _http?.Dispose();
    }

    private static bool IsAnonymous(StoreReply reply) => reply.Json.At("message").Text()?.Contains("\"system:anonymous\"", StringComparison.Ordinal) == true;

    private async Task<StoreHttp?> OpenAsync(CancellationToken cancellation)
    {
        await _opening.WaitAsync(cancellation);
        try
        {
            if (_http is not null || _failure is not null)
            {
                return _http;
            }

            _failure = access.Problem ?? (_address is null ? new StoreProblem(Verdict.Misconfigured, "the cluster's address is no http or https address", "correct the kubeconfig") { IsStoreWide = true } : null);
            if (_failure is not null)
            {
                return null;
            }

            (string? token, var certificate, _failure) = await access.Credential.ReadAsync(cancellation);
            if (_failure is null && token?.Any(c => c is <= ' ' or > '~') == true)
            {
                _failure = new StoreProblem(Verdict.Unauthenticated, "what is given as token has characters that no token has", "correct the kubeconfig") { IsStoreWide = true };
            }

            _token = token;
            return _failure is not null ? null : _http = new StoreHttp(new HttpSettings
            {
                AuthoritiesPem = access.SkipsVerification ? null : access.AuthoritiesPem,
                TrustsAnyCertificate = access.SkipsVerification,
                ClientCertificate = certificate,
                ServerName = access.ServerName,
                Proxy = access.Proxy,
                Timeout = timeout,
                Time = time,
            });
        }
        finally
        {
            _opening.Release();
        }
    }
}
