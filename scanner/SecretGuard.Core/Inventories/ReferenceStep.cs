namespace SecretGuard.Inventories;

/// <summary>A step on the way of a secret from where it is used to where it is kept.</summary>
/// <param name="Name">What is named.</param>
/// <param name="Record">Where it is named, or null where the way begins.</param>
/// <param name="Sources">Where it comes from; empty at the end of the way.</param>
public sealed record ReferenceStep(SecretReference Name, InventoryRecord? Record, IReadOnlyList<ReferenceStep> Sources)
{
    /// <summary>Whether the way ends here although this is no store that keeps anything by itself: nothing here says where it comes from.</summary>
    public bool IsBroken => Sources.Count == 0 && !EndsHere;

    /// <summary>Whether this names itself: a certificate that is made in the cluster, a template that writes a key.</summary>
    public bool EndsHere { get; init; }
}
