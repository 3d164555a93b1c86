using System.Text.Json;
using SecretGuard.Stores.Http;

namespace SecretGuard.Stores.Vault;

/// <summary>How a Vault has the tokens checked that service accounts of a cluster sign in with.</summary>
/// <param name="IsPinned">Whether with a token that was written down, which it never shows; else with the one of its own pod, or of who signs in.</param>
/// <param name="IsOwnCluster">Whether Vault runs in that cluster, and so has a token of its own there, which it reads anew.</param>
public sealed record KubernetesReviewer(bool IsPinned, bool IsOwnCluster)
{
    private const string Service = "kubernetes.default";

    /// <summary>What the configuration of a login says; null where it does not tell whether a token was written down, as older versions do not.</summary>
    internal static KubernetesReviewer? Of(JsonElement config)
    {
        JsonElement pinned = config.At("token_reviewer_jwt_set");
        return pinned.ValueKind is JsonValueKind.True or JsonValueKind.False && Uri.TryCreate(config.At("kubernetes_host").Text(), UriKind.Absolute, out Uri? cluster)
            ? new KubernetesReviewer(pinned.IsTrue(), cluster.Host is "kubernetes" or Service || cluster.Host.StartsWith(Service + ".", StringComparison.OrdinalIgnoreCase)) : null;
    }
}
