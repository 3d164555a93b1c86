using SecretGuard.Inventories;
using SecretGuard.References.Kubernetes;

namespace SecretGuard.References.Joining;

/// <summary>Records with what follows from several of them: each key of a secret that becomes variables as a whole, each key that a vault gives a configuration.</summary>
internal static class JoinedRecords
{
    /// <summary>Stores that only hand on what another one keeps.</summary>
    public static IReadOnlyList<string> Relays { get; } =
        [StoreTypes.Configuration, StoreTypes.Environment, StoreTypes.Files, StoreTypes.Compose, StoreTypes.Kubernetes, StoreTypes.ExternalSecrets, StoreTypes.Dapr, StoreTypes.AzureContainerApps];

    /// <summary>What names files of the machine that Compose and Kustomize run on.</summary>
    private static readonly string[] HostFiles = ["secrets.file", KustomizeExtractor.Generator];

    /// <summary>Whether a way may not end here: it stands for what another place keeps. A folder that is read as a whole does not, nor a file beside the manifest.</summary>
    public static bool IsRelay(SecretReference name) => Relays.Contains(name.Store, StringComparer.Ordinal) && name.Kind != ReferenceKinds.Source
        && !(name.Store == StoreTypes.Files && HostFiles.Contains(name.Via, StringComparer.Ordinal));

    /// <summary>The records, those that follow from them, and which of these are secrets of added sources that keys of the configuration come from.</summary>
    public static (IReadOnlyList<InventoryRecord> All, IReadOnlyList<InventoryRecord> OfAddedSources) Of(IReadOnlyList<InventoryRecord> records)
    {
        InventoryRecord[] single = [.. records.SelectMany(record => IsWholeSecret(record) ? KeysOf(record, records) : [record])], added = [.. AddedSources.Of(single)];
        return ([.. single, .. added], added);
    }

    /// <summary>Whether all keys of a secret of the cluster become variables: <c>envFrom</c>.</summary>
    private static bool IsWholeSecret(InventoryRecord record) =>
        record is { Reference: { Store: StoreTypes.Kubernetes, Property: null }, Provides: { Store: StoreTypes.Environment, Name: var name } } && name.EndsWith(SameNames.Any, StringComparison.Ordinal);

    /// <summary>The same as one record for each key that something writes into the secret; as it is where nothing says which keys there are.</summary>
    private static InventoryRecord[] KeysOf(InventoryRecord whole, IReadOnlyList<InventoryRecord> records)
    {
        string?[] keys = [.. records.Where(record => record.Provides is not null && SameNames.IsSame(record.Provides, whole.Reference)).Select(record => record.Provides!.Property).Distinct(StringComparer.Ordinal)];
        return keys.Length == 0 || Array.Exists(keys, key => key is null or SameNames.Any)
            ? [whole]
            : [.. keys.Select(key => whole with { Reference = whole.Reference with { Property = key }, Provides = whole.Provides! with { Name = whole.Provides!.Name[..^1] + key } })];
    }
}
