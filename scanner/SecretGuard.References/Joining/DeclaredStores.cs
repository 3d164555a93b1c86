using SecretGuard.Inventories;

namespace SecretGuard.References.Joining;

/// <summary>What manifests ask "the store" for becomes what the store is called where it keeps it, by the store that other manifests declare under that name.</summary>
public static class DeclaredStores
{
    private const string DataSegment = "data/";

    /// <summary>The records, those of the External Secrets Operator with the store that is meant. What nobody declares stays as it is.</summary>
    public static IReadOnlyList<InventoryRecord> Resolve(IEnumerable<InventoryRecord> records, IReadOnlyList<StoreDeclaration> stores) => [.. records.Select(record => record with
    {
        Reference = Resolve(record.Reference, stores),
        Provides = record.Provides is null ? null : Resolve(record.Provides, stores),
    })];

    private static SecretReference Resolve(SecretReference reference, IReadOnlyList<StoreDeclaration> stores)
    {
        if (reference.Store != StoreTypes.ExternalSecrets)
        {
            return reference;
        }

        StoreDeclaration[] named = [.. stores.Where(store => $"{store.Kind}/{store.Name}" == reference.Address)];
        return named.Length == 0 || named.Any(store => store.Store != named[0].Store || store.Address != named[0].Address || store.Mount != named[0].Mount)
            ? reference // nobody, or one for each environment: the declaration has to say which
            : reference with { Store = named[0].Store, Address = named[0].Address, Name = NameIn(named[0], reference.Name), Kind = KindIn(named[0], reference) };
    }

    private static string NameIn(StoreDeclaration store, string key) => store.Store switch
    {
        StoreTypes.Vault => VaultPath(store.Mount, store.EngineVersion != "v1", key),
        StoreTypes.AzureKeyVault when key.StartsWith("secret/", StringComparison.Ordinal) || key.StartsWith("key/", StringComparison.Ordinal) || key.StartsWith("cert/", StringComparison.Ordinal) => key[(key.IndexOf('/', StringComparison.Ordinal) + 1)..],
        _ => store.Prefix + key,
    };

    private static string KindIn(StoreDeclaration store, SecretReference reference) => store.Store != StoreTypes.AzureKeyVault ? reference.Kind
        : reference.Name.StartsWith("key/", StringComparison.Ordinal) ? ReferenceKinds.Key
        : reference.Name.StartsWith("cert/", StringComparison.Ordinal) ? ReferenceKinds.Certificate
        : reference.Kind;

    /// <summary>
    /// Mount and path, without the <c>data/</c> of the second engine's API. The operator's own rule: a leading mount is cut, and only then a <c>data/</c>; so a key
    /// <c>data/x</c> is a secret within a folder <c>data</c>.
    /// </summary>
    /// <param name="declared">The mount; null where the key begins with it.</param>
    /// <param name="isSecond">Whether its engine is of version 2.</param>
    /// <param name="key">What is asked for.</param>
    public static string VaultPath(string? declared, bool isSecond, string key)
    {
        if (declared?.Trim('/') is not { Length: > 0 } mount)
        {
            int first = key.IndexOf('/', StringComparison.Ordinal) + 1;
            return isSecond && first > 0 && key.AsSpan(first).StartsWith(DataSegment, StringComparison.Ordinal) ? key.Remove(first, DataSegment.Length) : key;
        }

        if (key.StartsWith(mount + "/", StringComparison.Ordinal))
        {
            key = key[(mount.Length + 1)..];
            key = isSecond && key.StartsWith(DataSegment, StringComparison.Ordinal) ? key[DataSegment.Length..] : key;
        }

        return $"{mount}/{key}";
    }
}
