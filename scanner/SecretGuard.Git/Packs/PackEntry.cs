namespace SecretGuard.Git.Packs;

/// <summary>How a pack stores an object, with the numbers of the format.</summary>
internal enum PackEntryKind : byte
{
    None = 0,
    Commit = 1,
    Tree = 2,
    Blob = 3,
    Tag = 4,

    /// <summary>A delta to the object at an earlier offset.</summary>
    OffsetDelta = 6,

    /// <summary>A delta to the object of an id.</summary>
    IdDelta = 7,
}

/// <summary>The head of an object in a pack.</summary>
/// <param name="Kind">How it is stored.</param>
/// <param name="Size">Length in bytes of what is compressed: content, or instructions of a delta.</param>
/// <param name="Data">Where the compressed bytes start in the pack.</param>
/// <param name="Base">For an <see cref="PackEntryKind.OffsetDelta"/> where its base starts; for an <see cref="PackEntryKind.IdDelta"/> where the base's id stands.</param>
internal readonly record struct PackEntry(PackEntryKind Kind, long Size, long Data, long Base)
{
    public bool IsDelta => Kind >= PackEntryKind.OffsetDelta;
}
