using SecretGuard.Inventories;

namespace SecretGuard.References.Joining;

/// <summary>
/// The keys that stores give a configuration to which they were added, as the names that they have there. A key is said to come from there if somebody names the secret,
/// or if it is secret and nothing else gives it; one that no secret can be called after never is.
/// </summary>
internal static class AddedSources
{
    private const int LongestName = 127;

    private static readonly NameTransform ToVaultSecret = NameTransform.Named("colon-to-double-hyphen");

    /// <summary>One record a key and source, at the place where the source is added.</summary>
    public static IEnumerable<InventoryRecord> Of(IReadOnlyList<InventoryRecord> records)
    {
        InventoryRecord[] sources = [.. records.Where(record => record.Reference.Kind == ReferenceKinds.Source && MethodOf(record.Reference).Length > 0)];
        if (sources.Length == 0)
        {
            return [];
        }

        SecretReference[] names = [.. records.SelectMany(record => new[] { record.Reference, record.Provides }).OfType<SecretReference>().Where(name => name.Kind == ReferenceKinds.Secret)];
        var named = names.ToLookup(name => name.Store, StringComparer.Ordinal);
        SecretReference[] given = [.. records.Where(record => record.Provides is not null).Select(record => record.Provides!)];
        return records.Where(record => record.Reference is { Store: StoreTypes.Configuration, Kind: not ReferenceKinds.Source })
            .GroupBy(record => StoreNames.Folded(StoreTypes.Configuration, record.Reference.Name), StringComparer.Ordinal)
            .SelectMany(uses => KeysOf([.. uses], sources, named, given));
    }

    private static IEnumerable<InventoryRecord> KeysOf(InventoryRecord[] uses, InventoryRecord[] sources, ILookup<string, SecretReference> named, SecretReference[] given)
    {
        SecretReference key = uses[0].Reference;
        bool isOpen = uses.Any(use => use.Reference.IsSecret) && !Array.Exists(given, provided => SameNames.IsSame(provided, key));

        // A program reads its own sources; a library those of whoever uses it. What an app host asks for, it hands to its programs.
        InventoryRecord[] hosts = [.. uses.Where(use => use.Reference.Via.StartsWith("ParameterResourceBuilderExtensions.", StringComparison.Ordinal))];
        InventoryRecord[] own = [.. sources.Where(source => Array.Exists(hosts.Length == 0 ? uses : hosts, use => use.Consumer == source.Consumer))];
        return
            from source in own.Length == 0 && hosts.Length == 0 ? sources : own
            let secret = SecretOf(source.Reference, key.Name, named)
            where secret is not null && (isOpen || named[secret.Store].Any(name => StoreNames.Folded(name.Store, name.Name) == StoreNames.Folded(secret.Store, secret.Name)))
            select new InventoryRecord(secret with { IsSecret = true, IsOptional = key.IsOptional, Via = MethodOf(source.Reference) }, source.Location, source.Consumer) { Provides = key };
    }

    /// <summary>The method that adds a source whose names are known; empty for others.</summary>
    private static string MethodOf(SecretReference source)
    {
        string method = source.Via[(source.Via.LastIndexOf('.') + 1)..];
        return method.StartsWith("AddAzureKeyVault", StringComparison.Ordinal) ? "AddAzureKeyVault" : method is "AddSystemsManager" or "AddSecretsManager" ? method : "";
    }

    private static SecretReference? SecretOf(SecretReference source, string key, ILookup<string, SecretReference> named) => source.Store switch
    {
        StoreTypes.AzureKeyVault => OfKeyVault(source.Name, key),
        StoreTypes.AwsSsm => OfParameters(source.Name, key),
        StoreTypes.AwsSecretsManager => OfSecretsManager(key, named[StoreTypes.AwsSecretsManager]),
        _ => null,
    };

    /// <summary>A Key Vault is loaded whole, and two hyphens in a name are read as a colon.</summary>
    private static SecretReference? OfKeyVault(string vault, string key) =>
        ToVaultSecret.Apply(key) is { Length: <= LongestName } name && name.All(character => char.IsAsciiLetterOrDigit(character) || character == '-')
            ? new SecretReference(StoreTypes.AzureKeyVault, ReferenceKinds.Secret, name) { Address = AddressOf(vault) }
            : null;

    /// <summary>Parameters below a path, whose slashes are read as colons.</summary>
    private static SecretReference OfParameters(string path, string key) =>
        new(StoreTypes.AwsSsm, ReferenceKinds.Secret, path.StartsWith('/') && !path.StartsWith("/aws/", StringComparison.Ordinal) && !path.Contains(SameNames.Any, StringComparison.Ordinal) ? $"{path.TrimEnd('/')}/{key.Replace(':', '/')}" : SameNames.Any);

    /// <summary>Secrets under their names, and the fields of one that is JSON behind a colon; a program may name keys otherwise, so that one which nobody names is any.</summary>
    private static SecretReference OfSecretsManager(string key, IEnumerable<SecretReference> named)
    {
        SecretReference? secret = named.Where(name => name.Name.Length > 0 && key.StartsWith(name.Name, StringComparison.OrdinalIgnoreCase) && (key.Length == name.Name.Length || key[name.Name.Length] == ':'))
            .MaxBy(name => name.Name.Length);
        string field = secret is null ? "" : key[secret.Name.Length..].TrimStart(':');
        return secret is null
            ? new SecretReference(StoreTypes.AwsSecretsManager, ReferenceKinds.Secret, SameNames.Any)
            : new SecretReference(StoreTypes.AwsSecretsManager, ReferenceKinds.Secret, secret.Name) { Property = field.Length == 0 ? null : field.Replace(':', '.'), Address = secret.Address };
    }

    /// <summary>With the slash at its end that other references have; null where it is a name of a connection, or not known.</summary>
    private static string? AddressOf(string vault) =>
        vault.StartsWith("https://", StringComparison.OrdinalIgnoreCase) && !vault.Contains(SameNames.Any, StringComparison.Ordinal) ? vault.TrimEnd('/') + "/" : null;
}
