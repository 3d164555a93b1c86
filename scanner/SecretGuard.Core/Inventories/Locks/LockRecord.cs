namespace SecretGuard.Inventories;

/// <summary>What one store said of one secret, or one field of it, on one day; or where the way of a key of the configuration leads. It holds no value.</summary>
/// <param name="Environment">The environment; empty where none is declared.</param>
/// <param name="Store">The store's name; for a key or a variable, <see cref="StoreTypes.Configuration"/> or <see cref="StoreTypes.Environment"/>.</param>
/// <param name="Kind">What it is there: one of <see cref="ReferenceKinds"/>; <see cref="ReferenceKinds.Key"/> for keys of a configuration and variables too.</param>
/// <param name="Name">Its name there.</param>
public sealed record LockRecord(string Environment, string Store, string Kind, string Name)
{
    /// <summary>The state of what is there and usable.</summary>
    public const string Present = "present";

    /// <summary>The state of what is not there.</summary>
    public const string Missing = "missing";

    /// <summary>The field; null for the whole.</summary>
    public string? Field { get; init; }

    /// <summary>Its name in secretguard.yml, or null.</summary>
    public string? Id { get; init; }

    /// <summary>The verdict's name: <c>present</c>, <c>missing</c>, <c>disabled</c>.</summary>
    public string State { get; init; } = Present;

    /// <summary>The version, or null.</summary>
    public string? Version { get; init; }

    /// <summary>The day on which it was last changed, or null.</summary>
    public DateTime? Updated { get; init; }

    /// <summary>The day on which it ends, or null.</summary>
    public DateTime? Expires { get; init; }

    /// <summary>The day by which it is to be changed, or null.</summary>
    public DateTime? Due { get; init; }

    /// <summary>The day on which the store was asked.</summary>
    public DateTime? Asked { get; init; }

    /// <summary>Whether it is of a key of the configuration or a variable: where its way ends, and not what a store holds.</summary>
    public bool IsWay => this is { Kind: ReferenceKinds.Key, Store: StoreTypes.Configuration or StoreTypes.Environment };

    /// <summary>Whether it speaks of the same thing as another record, whatever was said of it.</summary>
    public bool IsAbout(LockRecord other) => (Environment, Store, Kind, Name, Field) == (other.Environment, other.Store, other.Kind, other.Name, other.Field);
}
