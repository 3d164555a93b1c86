using SecretGuard.Inventories;
using SecretGuard.Stores;

namespace SecretGuard.Cli.Verifying.Stores;

/// <summary>A store that is asked: one of the declaration, of a manifest, or one that needs no declaration.</summary>
/// <param name="Declared">What it is, all templates filled in.</param>
/// <param name="Adapter">What asks it.</param>
internal sealed record StoreInUse(DeclaredStore Declared, ISecretStore Adapter)
{
    /// <summary>For people: <c>runtime (https://kv-shop.vault.azure.net)</c>; the address alone where it has no name.</summary>
    public string Shown => Declared.Name.Length == 0 ? Adapter.Address : $"{Declared.Name} ({Adapter.Address})";
}
