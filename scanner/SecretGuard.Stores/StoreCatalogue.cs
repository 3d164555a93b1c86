using SecretGuard.Inventories;

namespace SecretGuard.Stores;

/// <summary>The kinds of stores that there is an adapter for.</summary>
public static class StoreCatalogue
{
    /// <summary>Their types, as <c>type:</c> in secretguard.yml names them.</summary>
    public static IReadOnlyList<string> Types { get; } =
    [
        StoreTypes.AzureKeyVault, StoreTypes.AwsSecretsManager, StoreTypes.AwsSsm, StoreTypes.Vault, StoreTypes.Kubernetes, StoreTypes.GitHubActions, StoreTypes.AzurePipelines,
        StoreTypes.DotEnv, StoreTypes.UserSecrets, StoreTypes.Files, StoreTypes.Environment, StoreTypes.Inventory,
    ];
}
