using SecretGuard.Inventories;

namespace SecretGuard.References.Joining;

/// <summary>
/// The keys that a Key Vault gives a configuration to which it was added: <c>AddAzureKeyVault</c> loads every secret of the vault, and reads two hyphens in a name as a
/// colon. A key is said to come from there if somebody names the secret, or if it is secret and nothing else gives it; one that no secret can be called after never is.
/// </summary>
internal static class VaultKeys
{
    private const string Adding = ".AddAzureKeyVault";
    private const int LongestName = 127;

    private static readonly NameTransform ToSecret = NameTransform.Named("colon-to-double-hyphen");

    /// <summary>One record a key and vault, at the place where the vault is added.</summary>
    public static IEnumerable<InventoryRecord> Of(IReadOnlyList<InventoryRecord> records)
    {
        InventoryRecord[] vaults = [.. records.Where(record => record.Reference is { Store: StoreTypes.AzureKeyVault, Kind: ReferenceKinds.Source } && record.Reference.Via.Contains(Adding, StringComparison.Ordinal))];
        if (vaults.Length == 0)
        {
            return [];
        }

        HashSet<string> named = [.. records.SelectMany(record => new[] { record.Reference, record.Provides }).Where(name => name is { Store: StoreTypes.AzureKeyVault, Kind: ReferenceKinds.Secret })
            .Select(name => StoreNames.Folded(name!.Store, name.Name))];
        SecretReference[] given = [.. records.Where(record => record.Provides is not null).Select(record => record.Provides!)];
        return records.Where(record => record.Reference is { Store: StoreTypes.Configuration, Kind: not ReferenceKinds.Source })
            .GroupBy(record => StoreNames.Folded(StoreTypes.Configuration, record.Reference.Name), StringComparer.Ordinal)
            .SelectMany(uses => KeysOf([.. uses], vaults, named, given));
    }

    private static IEnumerable<InventoryRecord> KeysOf(InventoryRecord[] uses, InventoryRecord[] vaults, HashSet<string> named, SecretReference[] given)
    {
        SecretReference key = uses[0].Reference;
        string? name = ToSecret.Apply(key.Name);
        if (name is null || name.Length > LongestName || !name.All(character => char.IsAsciiLetterOrDigit(character) || character == '-')
            || (!named.Contains(StoreNames.Folded(StoreTypes.AzureKeyVault, name)) && (!uses.Any(use => use.Reference.IsSecret) || Array.Exists(given, provided => SameNames.IsSame(provided, key)))))
        {
            return [];
        }

        // A program reads its own vaults; a library those of whoever uses it.
        InventoryRecord[] own = [.. vaults.Where(vault => uses.Any(use => use.Consumer == vault.Consumer))];
        return (own.Length == 0 ? vaults : own).Select(vault => new InventoryRecord(
            new SecretReference(StoreTypes.AzureKeyVault, ReferenceKinds.Secret, name) { Address = AddressOf(vault.Reference.Name), IsSecret = true, IsOptional = key.IsOptional, Via = "AddAzureKeyVault" },
            vault.Location,
            vault.Consumer)
        { Provides = key });
    }

    /// <summary>With the slash at its end that other references have; null where it is a name of a connection, or not known.</summary>
    private static string? AddressOf(string vault) =>
        vault.StartsWith("https://", StringComparison.OrdinalIgnoreCase) && !vault.Contains(SameNames.Any, StringComparison.Ordinal) ? vault.TrimEnd('/') + "/" : null;
}
