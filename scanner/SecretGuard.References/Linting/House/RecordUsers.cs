using SecretGuard.Inventories;
using SecretGuard.References.Joining;

namespace SecretGuard.References.Linting.House;

/// <summary>Who asks for what a place hands on.</summary>
internal sealed class RecordUsers
{
    private readonly ILookup<string, InventoryRecord> _byName;
    private readonly InventoryRecord[] _open;

    /// <summary>Takes all that a repository refers to.</summary>
    public RecordUsers(IReadOnlyList<InventoryRecord> records)
    {
        _byName = records.ToLookup(record => Key(record.Reference), StringComparer.Ordinal);
        _open = [.. records.Where(record => OpenName.IsOpen(record.Reference.Name))];
    }

    /// <summary>Those that ask for it. What is handed on under a name of which a part is not known is nobody's.</summary>
    public IEnumerable<InventoryRecord> Of(SecretReference provided) => OpenName.IsOpen(provided.Name) ? [] : _byName[Key(provided)].Concat(_open).Where(record => SameNames.IsSame(provided, record.Reference));

    /// <summary>One text for all spellings of a name that anybody takes for one.</summary>
    private static string Key(SecretReference reference) => StoreNames.AsKey(reference.Name).ToUpperInvariant();
}
