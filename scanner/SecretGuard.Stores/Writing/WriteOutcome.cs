namespace SecretGuard.Stores.Writing;

/// <summary>What became of a value that was to be written.</summary>
/// <param name="State">It.</param>
public sealed record WriteOutcome(WriteState State)
{
    /// <summary>Why, for people; of what is written, what deserves to be known, and mostly empty.</summary>
    public string Cause { get; init; } = "";

    /// <summary>What to do, for people.</summary>
    public string Advice { get; init; } = "";

    /// <summary>What stood there before; null where that was not seen.</summary>
    public Standing? Before { get; init; }

    /// <summary>The version that was written; null where the store names none, or nothing was written.</summary>
    public string? Written { get; init; }

    /// <summary>Whether nothing else can be written to this store, or read from the other.</summary>
    public bool IsStoreWide { get; init; }
}

/// <summary>What became of a value that was to be written.</summary>
public enum WriteState
{
    /// <summary>It was written, and reads back as what was meant.</summary>
    Written,

    /// <summary>It was there already: nothing was written.</summary>
    AlreadyThere,

    /// <summary>What stands on one of the sides is not what it was when it was planned: nothing was written.</summary>
    Changed,

    /// <summary>The store did not take it: what stood there stands there still.</summary>
    Failed,

    /// <summary>Nobody knows whether it was written: the store does not say any more what stands there.</summary>
    Unknown,
}
