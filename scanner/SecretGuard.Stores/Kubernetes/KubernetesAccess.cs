using System.Security.Cryptography.X509Certificates;

namespace SecretGuard.Stores.Kubernetes;

/// <summary>How a cluster is reached. It holds credentials, so it is not a record and prints only the server.</summary>
public sealed class KubernetesAccess
{
    /// <summary>The address of the API.</summary>
    public required string Server { get; init; }

    /// <summary>The namespace of names that name none.</summary>
    public string Namespace { get; init; } = "default";

    /// <summary>The authorities to trust, as PEM; null for those of the system.</summary>
    public string? AuthoritiesPem { get; init; }

    /// <summary>The name that the server's certificate must bear, where it is not the address's.</summary>
    public string? ServerName { get; init; }

    /// <summary>Whether the kubeconfig says that the server's certificate is not to be verified.</summary>
    public bool SkipsVerification { get; init; }

    /// <summary>The proxy to the cluster; null for that of the environment.</summary>
    public Uri? Proxy { get; init; }

    /// <summary>Why the cluster cannot be reached; null where it can.</summary>
    public StoreProblem? Problem { get; init; }

    /// <summary>What deserves to be known, for people.</summary>
    public IReadOnlyList<string> Notices { get; init; } = [];

    /// <summary>What signs in.</summary>
    internal IKubernetesCredential Credential { get; init; } = new FixedCredential(null, null);

    /// <summary>There is no way.</summary>
    public static KubernetesAccess Failed(string cause, string advice) =>
        new() { Server = "", Problem = new StoreProblem(Verdict.Misconfigured, cause, advice) { IsStoreWide = true } };

    /// <summary>The cluster that this process runs in; null where it runs in none.</summary>
    /// <param name="variable">Reads the environment.</param>
    /// <param name="folder">Where the service account is mounted.</param>
    public static KubernetesAccess? InCluster(Func<string, string?> variable, string folder = "/var/run/secrets/kubernetes.io/serviceaccount")
    {
        string token = Path.Combine(folder, "token");
        if (variable("KUBERNETES_SERVICE_HOST") is not { Length: > 0 } host || !File.Exists(token))
        {
            return null;
        }

        string port = variable("KUBERNETES_SERVICE_PORT") is { Length: > 0 } given ? given : "443";
        return new KubernetesAccess
        {
            Server = $"https://{(host.Contains(':', StringComparison.Ordinal) ? $"[{host}]" : host)}:{port}",
            Namespace = Local.LocalText.Read(Path.Combine(folder, "namespace"), out _, out _)?.Trim() is { Length: > 0 } name ? name : "default",
            AuthoritiesPem = Local.LocalText.Read(Path.Combine(folder, "ca.crt"), out _, out _),
            Credential = new FileCredential(token),
        };
    }

    /// <inheritdoc/>
    public override string ToString() => Server;
}

/// <summary>What signs in to a cluster.</summary>
internal interface IKubernetesCredential
{
    /// <summary>The token and the certificate, each null where there is none; or why there is neither.</summary>
    Task<(string? Token, X509Certificate2? Certificate, StoreProblem? Problem)> ReadAsync(CancellationToken cancellation);
}

/// <summary>A token or a certificate that stands in the configuration.</summary>
internal sealed class FixedCredential(string? token, X509Certificate2? certificate) : IKubernetesCredential
{
    /// <inheritdoc/>
    public Task<(string? Token, X509Certificate2? Certificate, StoreProblem? Problem)> ReadAsync(CancellationToken cancellation) =>
        Task.FromResult<(string?, X509Certificate2?, StoreProblem?)>((token, certificate, null));
}

/// <summary>A token in a file.</summary>
internal sealed class FileCredential(string path) : IKubernetesCredential
{
    /// <inheritdoc/>
    public Task<(string? Token, X509Certificate2? Certificate, StoreProblem? Problem)> ReadAsync(CancellationToken cancellation) =>
        Task.FromResult<(string?, X509Certificate2?, StoreProblem?)>(Local.LocalText.Read(path, out StoreProblem? problem, out _)?.Trim() is { Length: > 0 } token
            ? (token, null, null)
            : (null, null, new StoreProblem(Verdict.Unauthenticated, problem?.Cause ?? $"{path} is empty", "see whether the token is mounted") { IsStoreWide = true }));
}
