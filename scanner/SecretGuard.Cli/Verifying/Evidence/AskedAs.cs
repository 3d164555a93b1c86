using SecretGuard.Inventories;

namespace SecretGuard.Cli.Verifying.Evidence;

/// <summary>As whom a store was asked, as far as its declaration says it: asking the store who one is would be another call.</summary>
internal static class AskedAs
{
    /// <summary>The identity; null where only the store could tell.</summary>
    public static string? Of(DeclaredStore store, bool isLocked)
    {
        if (isLocked)
        {
            return "nobody: secretguard.lock answered";
        }

        return store.Inventory is not null || store.Type == StoreTypes.Inventory ? "nobody: a file answered" : store.Type switch
        {
            StoreTypes.DotEnv or StoreTypes.Files or StoreTypes.UserSecrets or StoreTypes.Configuration or StoreTypes.Environment => "the user of the machine",
            StoreTypes.Vault => Told(store, "role", "role"),
            StoreTypes.AzureKeyVault => Told(store, "clientId", "client"),
            StoreTypes.AwsSecretsManager or StoreTypes.AwsSsm => store["profile"] is { } profile ? $"profile {profile}" : null,
            StoreTypes.Kubernetes => store["context"] is { } context ? $"context {context}" : null,
            _ => null,
        };
    }

    private static string? Told(DeclaredStore store, string key, string word) =>
        store.Login.GetValueOrDefault(key) is { } who ? $"{word} {who}{(store.Login.GetValueOrDefault("method") is { } method ? $" by {method}" : "")}" : null;
}
