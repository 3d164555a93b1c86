using SecretGuard.Inventories;

namespace SecretGuard.References.Joining;

/// <summary>Single hops: what fills one name.</summary>
public sealed partial class ReferenceGraph
{
    /// <summary>The places that hand this on under its name, those that name only themselves left out.</summary>
    public IReadOnlyList<InventoryRecord> SourcesOf(SecretReference name) => _providers.Of(name);

    /// <summary>The places that fill other fields of the same secret.</summary>
    public IReadOnlyList<InventoryRecord> FillersBeside(SecretReference name) => SourcesOf(name with { Property = null });

    /// <summary>The secrets of vaults that no place names, and that keys of the configuration come from; each where the key is first used.</summary>
    public IEnumerable<InventoryRecord> OfVaults()
    {
        ILookup<SecretReference, InventoryRecord> uses = (_ofVaults.Count == 0 ? [] : _records).ToLookup(record => record.Reference);
        return _ofVaults.Select(record => record with { Location = uses[record.Provides!].First().Location });
    }

    /// <summary>Whether this stands for what other places fill: a secret of a cluster, a variable, a key of the configuration.</summary>
    public static bool IsRelay(SecretReference name) => JoinedRecords.Relays.Contains(name.Store, StringComparer.Ordinal);
}
