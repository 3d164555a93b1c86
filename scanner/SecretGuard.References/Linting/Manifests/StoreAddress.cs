using SecretGuard.Inventories;
using SecretGuard.References.Kubernetes;
using SecretGuard.References.Yaml;

namespace SecretGuard.References.Linting.Manifests;

/// <summary>Where the store is that a manifest asks: a Vault or a Key Vault. Regions are no stores.</summary>
/// <param name="Type">One of <see cref="StoreTypes"/>.</param>
/// <param name="Text">Its address.</param>
/// <param name="Part">The mount and the namespace within it; an empty text where it has none.</param>
/// <param name="At">Where that stands.</param>
internal sealed record StoreAddress(string Type, string Text, string Part, YamlValue At)
{
    /// <summary>What makes two addresses one store.</summary>
    public string Identity => $"{Type} {Text.TrimEnd('/')} {Part}";

    /// <summary>The address in a SecretStore, a ClusterSecretStore or a SecretProviderClass; null where none is known.</summary>
    public static StoreAddress? Of(Manifest manifest)
    {
        if (manifest.IsStore && SecretStores.Of(manifest) is { Address: { } address } store && store.Store is StoreTypes.Vault or StoreTypes.AzureKeyVault)
        {
            YamlValue settings = SecretStores.ProviderOf(manifest).Settings;
            return OpenName.IsOpen(address) ? null : new(store.Store, address, $"{settings.TextOf("namespace")}/{store.Mount}", settings[store.Store == StoreTypes.Vault ? "server" : "vaultUrl"]);
        }

        YamlValue parameters = manifest.Spec["parameters"], vault = parameters["keyvaultName"], server = parameters["vaultAddress"];
        return manifest.Kind != "SecretProviderClass" ? null
            : vault.Text is { } name && !OpenName.IsOpen(name) ? new(StoreTypes.AzureKeyVault, $"https://{name}.vault.azure.net/", "/", vault)
            : server.Text is { } url && !OpenName.IsOpen(url) ? new(StoreTypes.Vault, url, parameters.TextOf("vaultNamespace") + "/", server)
            : null;
    }

    /// <summary>Whether this is the address of a declared store.</summary>
    public bool IsOf(DeclaredStore store) => store.Type == Type && store["address"] is { } address && string.Equals(address.TrimEnd('/'), Text.TrimEnd('/'), StringComparison.OrdinalIgnoreCase);
}
