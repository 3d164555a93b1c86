using SecretGuard.Inventories;

namespace SecretGuard.References.Joining;

/// <summary>What Dapr calls its secret stores.</summary>
internal static class DeclaredDapr
{
    /// <summary>The kind of manifest that declares one.</summary>
    public const string Component = "Component";

    /// <summary>The store that a cluster has without a manifest: its own secrets.</summary>
    public const string Cluster = "kubernetes";

    /// <summary>A reference to the store that nobody needs to declare; null for the others.</summary>
    public static SecretReference? OfCluster(SecretReference reference) => reference is { Store: StoreTypes.Dapr, Address: Cluster } ? reference with { Store = StoreTypes.Kubernetes, Address = null } : null;
}
