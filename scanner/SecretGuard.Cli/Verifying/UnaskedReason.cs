using SecretGuard.Cli.Verifying.Stores;
using SecretGuard.Configuration;
using SecretGuard.Inventories;

namespace SecretGuard.Cli.Verifying;

/// <summary>Why no store is asked about a reference, for people.</summary>
internal static class UnaskedReason
{
    private const char Any = '*';

    /// <summary>Behind "for": <c>no store of type kubernetes is declared</c>.</summary>
    /// <param name="reference">What nobody is asked about.</param>
    /// <param name="stores">The stores of the environment.</param>
    public static string Of(SecretReference reference, EnvironmentStores stores) => reference.Store switch
    {
        StoreTypes.ExternalSecrets when reference.Address?.EndsWith("/*", StringComparison.Ordinal) == true => "the manifest names no store",
        StoreTypes.ExternalSecrets => $"nothing here declares {reference.Address}",
        StoreTypes.DotEnv when !stores.IsDeclared => $"there is no {reference.Address}",
        StoreTypes.Dapr => $"nothing here declares the secret store '{reference.Address}' of Dapr",
        StoreTypes.Compose or StoreTypes.Docker or StoreTypes.DockerBuild or StoreTypes.AzureContainerApps => "it is made outside of what is here",
        _ when reference.Via == SecretReference.Placeholder => "whoever fills the file in sets it",
        _ when reference.IsOfScript => "whoever runs the script sets it",
        _ when !StoreKeys.ByType.ContainsKey(reference.Store) && reference.Store != StoreTypes.Configuration => $"stores of type {reference.Store} cannot be asked: the files alone were checked",
        _ when reference.Address is { } open && open.Contains("://", StringComparison.Ordinal) && open.Contains(Any, StringComparison.Ordinal) => $"only a run knows the whole address of its store ({open})",
        _ when reference.Address is { } address && stores.Declared.Any(store => store.Type == reference.Store) => $"no store of type {reference.Store} is declared at {address}",
        _ => $"no store of type {reference.Store} is declared",
    };
}
