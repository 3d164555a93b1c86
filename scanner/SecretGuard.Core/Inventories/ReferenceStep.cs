namespace SecretGuard.Inventories;

/// <summary>A step on the way of a secret from where it is used to where it is kept.</summary>
/// <param name="Name">What is named.</param>
/// <param name="Record">Where it is named; where the way begins a place that uses it, or null where none does.</param>
/// <param name="Sources">Where it comes from; empty at the end of the way.</param>
public sealed record ReferenceStep(SecretReference Name, InventoryRecord? Record, IReadOnlyList<ReferenceStep> Sources)
{
    /// <summary>Whether the way ends here although this is no store that keeps anything by itself: nothing here says where it comes from.</summary>
    public bool IsBroken => Sources.Count == 0 && !EndsHere && !IsOpen;

    /// <summary>Whether the way ends here because only a run knows the whole name.</summary>
    public bool IsOpen => Sources.Count == 0 && Name.IsOpen;

    /// <summary>What says of a broken way why it is; null where nothing is known but that nobody fills the name.</summary>
    public string? Cause { get; init; }

    /// <summary>Whether this names itself: a certificate that is made in the cluster, a template that writes a key.</summary>
    public bool EndsHere { get; init; }
}
