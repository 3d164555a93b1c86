using SecretGuard.Inventories;

namespace SecretGuard.References.Joining;

/// <summary>
/// What the files of one environment say of a key that an object makes takes the place of what the files of all environments say of it: a patch of Kustomize, or
/// another copy of the object.
/// </summary>
public static class OverlaidRecords
{
    /// <summary>The records without those that others take the place of.</summary>
    /// <param name="records">Those of an environment.</param>
    /// <param name="isOwn">Whether the file of this path speaks of this environment by its path.</param>
    public static IReadOnlyList<InventoryRecord> In(IReadOnlyList<InventoryRecord> records, Func<string, bool> isOwn)
    {
        ILookup<(string, string, string), InventoryRecord> own = records.Where(record => KeyOf(record) is not null && isOwn(record.Location.Path)).ToLookup(record => KeyOf(record)!.Value);
        return own.Count == 0 ? records : [.. records.Where(record => KeyOf(record) is not { } key || isOwn(record.Location.Path) || !own[key].Any(other => IsSamePlace(other.Provides!, record.Provides!)))];
    }

    /// <summary>The object, and the key of the cluster that it makes; null where it makes none.</summary>
    private static (string Object, string Secret, string Key)? KeyOf(InventoryRecord record) =>
        record is { ProvidesItself: false, Provides: { Store: StoreTypes.Kubernetes, Property: { } key } secret } && record.Consumer.Contains('/', StringComparison.Ordinal) ? (record.Consumer, secret.Name, key) : null;

    /// <summary>A patch says no namespace, and a base leaves it to the overlay.</summary>
    private static bool IsSamePlace(SecretReference one, SecretReference other) => one.Address is null || other.Address is null || one.Address == other.Address;
}
