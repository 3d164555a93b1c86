using SecretGuard.Inventories;

namespace SecretGuard.Configuration;

/// <summary>Which keys say where a store of each type is.</summary>
public static class StoreKeys
{
    /// <summary>By type. What is not among them cannot be declared.</summary>
    public static IReadOnlyDictionary<string, IReadOnlyList<string>> ByType { get; } = new Dictionary<string, IReadOnlyList<string>>(StringComparer.Ordinal)
    {
        [StoreTypes.AzureKeyVault] = ["address", "tenant", "emulator"],
        [StoreTypes.AwsSecretsManager] = ["region", "profile", "address"],
        [StoreTypes.AwsSsm] = ["region", "profile", "address"],
        [StoreTypes.Vault] = ["address", "namespace", "mount", "version", "ca"],
        [StoreTypes.Kubernetes] = ["kubeconfig", "context", "namespace", "deployers"],
        [StoreTypes.GitHubActions] = ["address", "repository", "organization", "environment"],
        [StoreTypes.AzurePipelines] = ["address", "project", "groups"],
        [StoreTypes.Inventory] = ["path"],
        [StoreTypes.DotEnv] = ["path"],
        [StoreTypes.Files] = ["path"],
        [StoreTypes.UserSecrets] = ["id"],
        [StoreTypes.Environment] = [],
    };

    /// <summary>Keys without which a store of a type cannot be found.</summary>
    internal static IReadOnlyDictionary<string, string> Needed { get; } = new Dictionary<string, string>(StringComparer.Ordinal)
    {
        [StoreTypes.AzureKeyVault] = "address",
        [StoreTypes.AzurePipelines] = "address",
        [StoreTypes.Inventory] = "path",
        [StoreTypes.Files] = "path",
        [StoreTypes.UserSecrets] = "id",
    };

    /// <summary>The words of keys that take some of a few, with commas between them.</summary>
    internal static IReadOnlyDictionary<string, IReadOnlyList<string>> Words { get; } = new Dictionary<string, IReadOnlyList<string>>(StringComparer.Ordinal)
    {
        ["deployers"] = ["argo-cd", "flux", "helm"],
    };

    /// <summary>How one may sign in to a type that has several ways.</summary>
    internal static IReadOnlyDictionary<string, IReadOnlyList<string>> Logins { get; } = new Dictionary<string, IReadOnlyList<string>>(StringComparer.Ordinal)
    {
        [StoreTypes.Vault] = ["token", "approle", "kubernetes", "jwt"],
        [StoreTypes.AzureKeyVault] = ["default", "environment", "managed-identity", "workload-identity", "azure-cli"],
    };
}
