using SecretGuard.Inventories;

namespace SecretGuard.References.Joining;

/// <summary>What a template says with its values, and a patch with what it is put into, in the place of what each says alone.</summary>
public static class FilledTemplates
{
    /// <summary>The records of files that were read alone, without those that others know more of, and the others.</summary>
    /// <param name="alone">What each file says.</param>
    /// <param name="together">What files say together.</param>
    public static IReadOnlyList<InventoryRecord> Over(IReadOnlyList<InventoryRecord> alone, IReadOnlyList<InventoryRecord> together)
    {
        ILookup<(string Path, int Line), InventoryRecord> known = together.ToLookup(PlaceOf);
        HashSet<(string, string?, string?)> placed = [.. together.Select(NamesOf)];
        return [.. alone.Where(record => !(IsOfNoStore(record) && placed.Contains(NamesOf(record)))).Where(record => !known.Contains(PlaceOf(record)) || !(IsOpen(record) || known[PlaceOf(record)].Any(other => SaysNoMore(record.Reference, other.Reference) || (other.Renamed is { } renamed && renamed.Former == record.Provides?.Name)))), .. together.Distinct()];
    }

    /// <summary>A patch alone says of no object whose store it is: what it is put into does, wherever that stands.</summary>
    private static bool IsOfNoStore(InventoryRecord record) => record.Reference.Address?.EndsWith("/" + SameNames.Any, StringComparison.Ordinal) == true;

    private static (string, string?, string?) NamesOf(InventoryRecord record) => (record.Reference.Name, record.Reference.Property, record.Provides?.Property);

    private static bool SaysNoMore(SecretReference one, SecretReference other) =>
        one.Store == other.Store && one.Kind == other.Kind && one.Name == other.Name && (one.Property is null || one.Property == other.Property) && (one.Address is null || one.Address == other.Address);

    /// <summary>The same of the stores that they declare.</summary>
    public static IReadOnlyList<StoreDeclaration> Over(IReadOnlyList<StoreDeclaration> alone, IReadOnlyList<StoreDeclaration> together) =>
        [.. alone.Where(store => !together.Any(filled => filled.Location.Path == store.Location.Path && (filled.Location.StartLine == store.Location.StartLine || (filled.Kind == store.Kind && filled.Name == store.Name)))), .. together.Distinct()];

    /// <summary>The same of the objects of operators.</summary>
    public static IReadOnlyList<ClusterObject> Over(IReadOnlyList<ClusterObject> alone, IReadOnlyList<ClusterObject> together) =>
        [.. alone.Where(one => !together.Any(filled => filled.Location.Path == one.Location.Path && filled.Location.StartLine == one.Location.StartLine)), .. together.Distinct()];

    private static (string Path, int Line) PlaceOf(InventoryRecord record) => (record.Location.Path, record.Location.StartLine);

    private static bool IsOpen(InventoryRecord record) => IsOpen(record.Reference) || (record.Provides is { } provided && IsOpen(provided));

    private static bool IsOpen(SecretReference name) => $"{name.Name}{name.Property}{name.Address}" is var text
        && (text.Contains(SameNames.Any, StringComparison.Ordinal) || text.Contains("{{", StringComparison.Ordinal)); // within quotes an action is text
}
