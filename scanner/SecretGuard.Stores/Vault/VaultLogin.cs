using SecretGuard.Stores.Local;
using SecretGuard.Text;

namespace SecretGuard.Stores.Vault;

/// <summary>How one signs in to Vault. It may hold a credential, so it is not a record and prints only its kind.</summary>
public sealed class VaultLogin
{
    private const string ServiceAccountToken = "/var/run/secrets/kubernetes.io/serviceaccount/token";

    private readonly string _kind;
    private readonly Func<(string? Text, StoreProblem? Problem)> _read;

    private VaultLogin(string kind, string? mount, Func<(string? Text, StoreProblem? Problem)> read) => (_kind, Mount, _read) = (kind, mount, read);

    /// <summary>The path of the method's mount; null for a token, which needs no login.</summary>
    public string? Mount { get; }

    /// <summary>A token.</summary>
    public static VaultLogin WithToken(string token) => new("token", null, () => (token.Trim(), null));

    /// <summary>The token of <c>VAULT_TOKEN</c>, else the one that <c>vault login</c> keeps.</summary>
    /// <param name="variable">Reads the environment.</param>
    /// <param name="home">The user's folder.</param>
    public static VaultLogin WithAmbientToken(Func<string, string?> variable, string home) => new("token", null, () =>
    {
        string? token = variable("VAULT_TOKEN")?.Trim() is { Length: > 0 } set ? set : LocalText.Read(Path.Combine(home, ".vault-token"), out _, out _)?.Trim();
        return token is { Length: > 0 }
            ? (token, null)
            : (null, new StoreProblem(Verdict.Unauthenticated, "there is no token: VAULT_TOKEN is not set and there is no ~/.vault-token", "run 'vault login', or set VAULT_TOKEN") { IsStoreWide = true });
    });

    /// <summary>AppRole.</summary>
    public static VaultLogin WithAppRole(string roleId, string secretId, string mount = "approle") =>
        new("AppRole", mount, () => (JsonText.Object(("role_id", JsonText.Of(roleId)), ("secret_id", JsonText.Of(secretId))), null));

    /// <summary>The token of a pod's service account.</summary>
    public static VaultLogin WithKubernetes(string role, string mount = "kubernetes", string tokenFile = ServiceAccountToken) => FromFile("Kubernetes", role, mount, tokenFile);

    /// <summary>A JWT from a file.</summary>
    public static VaultLogin WithJwtFile(string role, string tokenFile, string mount = "jwt") => FromFile("JWT", role, mount, tokenFile);

    /// <summary>A JWT.</summary>
    public static VaultLogin WithJwt(string role, string token, string mount = "jwt") => new("JWT", mount, () => (Body(role, token), null));

    /// <inheritdoc/>
    public override string ToString() => _kind;

    /// <summary>The token, or the body of the login; or why there is none.</summary>
    internal (string? Text, StoreProblem? Problem) Read() => _read();

    private static VaultLogin FromFile(string kind, string role, string mount, string tokenFile) => new(kind, mount, () =>
        LocalText.Read(tokenFile, out StoreProblem? problem, out _)?.Trim() is { Length: > 0 } token
            ? (Body(role, token), null)
            : (null, new StoreProblem(Verdict.Unauthenticated, problem?.Cause ?? $"{tokenFile} is empty", "run where the token is mounted, or choose another way to sign in") { IsStoreWide = true }));

    private static string Body(string role, string token) => JsonText.Object(("role", JsonText.Of(role)), ("jwt", JsonText.Of(token)));
}
