using SecretGuard.Inventories;
using SecretGuard.References.Joining;
using SecretGuard.Stores;

namespace SecretGuard.Cli.Verifying.Stores;

/// <summary>Names as a store is asked for them, with its mount, its namespace and its prefix, and the way back to what a declaration writes.</summary>
internal static class QualifiedNames
{
    /// <summary>The question that asks a store for what a reference names.</summary>
    public static SecretQuery QueryOf(SecretReference reference, DeclaredStore store)
    {
        string name = NameTransforms.NameIn(store, reference) ?? (FolderOf(reference) is { } folder ? $"{folder}/{reference.Name}" : reference.Name);
        return new SecretQuery(Qualified(store, name), reference.Property, reference.Version, KindOf(reference.Kind));
    }

    /// <summary>The name that a store is asked for where a declaration writes this one.</summary>
    /// <param name="store">The store, its templates filled in.</param>
    /// <param name="name">The name, its templates filled in.</param>
    public static string Of(DeclaredStore store, string name) => Qualified(store, store.Prefix + name);

    /// <summary>What a declaration writes so that a store is asked for this name; null where nothing would do it.</summary>
    public static string? Written(DeclaredStore store, string qualified)
    {
        string start = Of(store, "");
        string[] ways = qualified.StartsWith(start, StringComparison.Ordinal) ? [qualified[start.Length..], qualified] : [qualified];
        return Array.Find(ways, way => way.Length > 0 && Of(store, way) == qualified && !way.Any(char.IsControl))?.Replace("${", "$${", StringComparison.Ordinal);
    }

    /// <summary>A qualified name, so that names which the store takes for one are one text.</summary>
    public static string Folded(DeclaredStore store, string qualified) => store.Type == StoreTypes.DotEnv ? StoreNames.AsKey(qualified) : StoreNames.Folded(store.Type, qualified);

    /// <summary>What a word of a declaration or a reference is to be in a store.</summary>
    public static SecretKind KindOf(string kind) => kind switch { ReferenceKinds.Key => SecretKind.Key, ReferenceKinds.Certificate => SecretKind.Certificate, _ => SecretKind.Secret };

    /// <summary>The word for it.</summary>
    public static string WordOf(SecretKind kind) => kind switch { SecretKind.Key => ReferenceKinds.Key, SecretKind.Certificate => ReferenceKinds.Certificate, _ => ReferenceKinds.Secret };

    /// <summary>What an address puts before the name: that of a reference to a cluster is its namespace; one to a Vault that is no address is its mount.</summary>
    public static string? FolderOf(SecretReference reference) => reference.Store switch
    {
        StoreTypes.Kubernetes => reference.Address,
        StoreTypes.Vault when reference.Address is { } mount && !mount.Contains("://", StringComparison.Ordinal) => mount,
        _ => null,
    };

    /// <summary>One name for a secret, however it is written: with or without its namespace, or its mount and the word of Vault's API.</summary>
    private static string Qualified(DeclaredStore store, string name) => store.Type switch
    {
        StoreTypes.Vault when store["mount"] is { } mount => DeclaredStores.VaultPath(mount, store["version"]?.TrimStart('v') != "1", name),
        StoreTypes.Kubernetes when store["namespace"] is { } space && !name.Contains('/', StringComparison.Ordinal) => $"{space}/{name}",
        _ => name,
    };
}
