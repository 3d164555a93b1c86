namespace SecretGuard.Git;

/// <summary>A range of an object that is stored as a delta: copied from its base, or new.</summary>
/// <param name="Target">Where the range starts in the object.</param>
/// <param name="Length">Its length in bytes, at least 1.</param>
/// <param name="Source">Where it starts in the base; -1 where it is new.</param>
public readonly record struct DeltaSegment(int Target, int Length, int Source)
{
    /// <summary>Whether the base has the same bytes.</summary>
    public bool IsCopied => Source >= 0;
}
