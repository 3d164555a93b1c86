using SecretGuard.Inventories;

namespace SecretGuard.Analyzers.Projects;

/// <summary>What would declare secrets that code refers to, for a code fix: the fix finds the place in the file, and knows nothing of stores.</summary>
/// <param name="path">The file that declares; empty where there is none.</param>
/// <param name="declaration">What it declares.</param>
internal sealed class DeclarableSecrets(string path, Declaration declaration)
{
    /// <summary>
    /// The file, the name, and the line that declares what is referred to. Null where the secret is declared, and where no store or more than one may hold it:
    /// a declaration without its store is none where there are several.
    /// </summary>
    public (string Path, string Name, string Entry)? For(SecretReference reference)
    {
        DeclaredStore[] fitting = [.. declaration.Stores.Where(store => Keeps(store.Type, reference.Store) && store.IsAt(reference))];
        string name = LockIndex.NameIn(reference);
        if (path.Length == 0 || fitting.Length != 1 || reference.Kind is ReferenceKinds.Key or ReferenceKinds.Certificate or ReferenceKinds.Source)
        {
            return null;
        }

        // What a store puts before every name stands in code and not in the declaration.
        string prefix = fitting[0].Prefix ?? "", store = fitting[0].Name;
        if (!name.StartsWith(prefix, StringComparison.Ordinal) || name.Length == prefix.Length || declaration.Secrets.Any(secret => secret.Id == name || prefix + secret.NameIn(store) == name))
        {
            return null;
        }

        string own = prefix.Length == 0 ? "" : $", name: {DeclaredText.Quote(name.Substring(prefix.Length))}";
        string fields = reference.Property is { } field && !field.Contains("*") ? $", fields: [{DeclaredText.Quote(field)}]" : "";
        return (path, name, $"{DeclaredText.Quote(name)}: {{ store: {DeclaredText.Quote(store)}{own}{fields} }}");
    }

    /// <summary>Whether a store of a type keeps what is referred to: variables and keys of a configuration come from several.</summary>
    private static bool Keeps(string type, string asked) => type == asked || asked switch
    {
        StoreTypes.Environment => type is StoreTypes.DotEnv,
        StoreTypes.Configuration => type is StoreTypes.Environment or StoreTypes.DotEnv or StoreTypes.UserSecrets or StoreTypes.Files,
        _ => false,
    };
}
