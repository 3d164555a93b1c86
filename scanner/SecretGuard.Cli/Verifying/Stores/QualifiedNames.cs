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
        string name = NameTransforms.NameIn(store, reference) ?? DeclaredStores.NameOf(reference);
        return new SecretQuery(DeclaredStores.NameIn(store, name), reference.Property, reference.Version, KindOf(reference.Kind));
    }

    /// <summary>The name that a store is asked for where a declaration writes this one.</summary>
    /// <param name="store">The store, its templates filled in.</param>
    /// <param name="name">The name, its templates filled in.</param>
    public static string Of(DeclaredStore store, string name) => DeclaredStores.NameIn(store, store.Prefix + name);

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
}
