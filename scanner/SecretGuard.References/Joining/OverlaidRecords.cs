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

    /// <summary>
    /// The stores without those that others take the place of: one of the same kind and name in a file of this environment. Of a patch, which says a part of a store,
    /// only for that part.
    /// </summary>
    public static IReadOnlyList<StoreDeclaration> In(IReadOnlyList<StoreDeclaration> stores, Func<string, bool> isOwn)
    {
        ILookup<(string, string), StoreDeclaration> all = stores.OrderByDescending(store => isOwn(store.Location.Path)).ToLookup(store => (store.Kind, store.Name));
        HashSet<(string, string)> own = [.. stores.Where(store => isOwn(store.Location.Path)).Select(store => (store.Kind, store.Name))];
        return own.Count == 0 ? stores
            : [.. stores.Where(store => isOwn(store.Location.Path) || !own.Contains((store.Kind, store.Name)))
                .Select(store => isOwn(store.Location.Path) ? all[(store.Kind, store.Name)].Where(other => other.Store == store.Store).Aggregate(store, Completed) : store)];
    }

    private static StoreDeclaration Completed(StoreDeclaration store, StoreDeclaration other) => store with
    {
        Scope = store.Scope ?? other.Scope,
        Address = store.Address ?? other.Address,
        Mount = store.Mount ?? other.Mount,
        EngineVersion = store.Mount is null ? other.EngineVersion : store.EngineVersion,
        Prefix = store.Prefix ?? other.Prefix,
    };

    /// <summary>The object, and the key of the cluster that it makes, or the variable that it sets; null where it does neither.</summary>
    private static (string Object, string Secret, string Key)? KeyOf(InventoryRecord record) =>
        record.ProvidesItself || !record.Consumer.Contains('/', StringComparison.Ordinal) ? null
        : record.Provides switch
        {
            { Store: StoreTypes.Kubernetes, Property: { } key } secret => (record.Consumer, secret.Name, key),
            { Store: StoreTypes.Environment, Name: not SameNames.Any } variable when record.Reference.Store == StoreTypes.Kubernetes => (record.Consumer, "", variable.Name),
            _ => null,
        };

    /// <summary>A patch says no namespace, and a base leaves it to the overlay.</summary>
    private static bool IsSamePlace(SecretReference one, SecretReference other) => one.Address is null || other.Address is null || one.Address == other.Address;
}
