using SecretGuard.Cli.Projects;
using SecretGuard.Inventories;
using SecretGuard.References.Joining;

namespace SecretGuard.Cli.Verifying.Stores;

/// <summary>The names that variables and keys of a configuration have in stores that say how they make them.</summary>
internal static class NameTransforms
{
    /// <summary>Whether a store keeps what a variable or a key stands for, under a name of its own.</summary>
    public static bool Takes(DeclaredStore store, SecretReference reference) => reference.Store is StoreTypes.Environment or StoreTypes.Configuration && NameIn(store, reference) is not null;

    /// <summary>The name in a store; null where it says nothing of how it makes names, or does not mean this one.</summary>
    /// <exception cref="UsageException">It says what nobody knows; the message has its place.</exception>
    public static string? NameIn(DeclaredStore store, SecretReference reference) =>
        store.Transforms.Count == 0 || store.Type == reference.Store || reference.Store is not (StoreTypes.Environment or StoreTypes.Configuration) ? null
        : Of(store).Apply(reference.Name) is { } made ? store.Prefix + made : null;

    /// <summary>What different references become one name in a store, each with the other ones.</summary>
    public static IEnumerable<(InventoryRecord Record, string Cause)> Collisions(DeclaredStore store, IReadOnlyCollection<InventoryRecord> records)
    {
        // A variable A__B is the key A:B, and a configuration does not mind the case.
        static string Own(InventoryRecord record) => record.Reference.Name.Replace("__", ":", StringComparison.Ordinal);
        StringComparer made = store.Type == StoreTypes.AzureKeyVault ? StringComparer.OrdinalIgnoreCase : StringComparer.Ordinal;
        ILookup<string, InventoryRecord> byName = records.Where(record => Takes(store, record.Reference)).ToLookup(record => record.Reference.Name, StringComparer.Ordinal);
        string[] distinct = [.. byName.Select(name => name.First()).DistinctBy(Own, StringComparer.OrdinalIgnoreCase).Select(record => record.Reference.Name)];
        foreach (NameCollision collision in distinct.Length == 0 ? [] : NameCollision.Find(distinct, Of(store), made))
        {
            foreach (string name in collision.Sources)
            {
                string others = string.Join(", ", collision.Sources.Where(other => other != name).Select(other => $"'{other}'"));
                foreach (InventoryRecord record in byName[name])
                {
                    yield return (record, $"'{name}' and {others} both become '{store.Prefix}{collision.Name}' in '{store.Name}' ({string.Join(", ", store.Transforms)}): the one that is written last is what both read");
                }
            }
        }
    }

    /// <summary>How a store makes its names.</summary>
    /// <exception cref="UsageException">It says what nobody knows; the message has its place.</exception>
    public static NameTransform Of(DeclaredStore store)
    {
        try
        {
            return NameTransform.Parse(store.Transforms);
        }
        catch (FormatException error)
        {
            throw new UsageException($"{store.Location.Path}({store.Location.StartLine},{store.Location.StartColumn}): store '{store.Name}': {error.Message}");
        }
    }
}
