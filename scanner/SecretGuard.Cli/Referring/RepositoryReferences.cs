using SecretGuard.Inventories;
using SecretGuard.References;
using SecretGuard.References.Joining;

namespace SecretGuard.Cli.Referring;

/// <summary>What a repository refers to.</summary>
/// <param name="Manifests">What its files say.</param>
/// <param name="Stores">The stores that its manifests declare.</param>
/// <param name="Code">What builds wrote down of its code.</param>
internal sealed record RepositoryReferences(IReadOnlyList<InventoryRecord> Manifests, IReadOnlyList<StoreDeclaration> Stores, IReadOnlyList<InventoryRecord> Code)
{
    /// <summary>The objects of operators that its manifests declare.</summary>
    public IReadOnlyList<ClusterObject> Objects { get; init; } = [];

    /// <summary>Every reference once, by place, with the store that is meant.</summary>
    /// <param name="stores">The stores that count; null for those of the manifests.</param>
    public IReadOnlyList<InventoryRecord> Resolved(IReadOnlyList<StoreDeclaration>? stores = null) =>
        InventoryRecord.Merge(DeclaredStores.Resolve(Manifests, stores ?? Stores).Concat(Code));
}
