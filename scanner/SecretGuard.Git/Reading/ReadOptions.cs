namespace SecretGuard.Git;

/// <summary>What of a repository is read.</summary>
public sealed record ReadOptions
{
    /// <summary>Which kinds are handed over; the others are not even decompressed.</summary>
    public ObjectKinds Kinds { get; init; } = ObjectKinds.All;

    /// <summary>Larger blobs, in bytes, are named in the summary and not handed over.</summary>
    public long MaxBlobSize { get; init; } = int.MaxValue;

    /// <summary>Which objects are handed over; the others are made only where they are bases of one. Null for all. Called on one thread.</summary>
    public Func<ObjectId, bool>? Filter { get; init; }

    /// <summary>Which packs are passed over whole, by the names of their files. Null for none.</summary>
    public Func<string, bool>? SkipsPack { get; init; }

    /// <summary>How many threads read and call visitors.</summary>
    public int Threads { get; init; } = Environment.ProcessorCount;

    /// <summary>How many bytes of bases a thread holds before it rather makes them again.</summary>
    public long BaseMemory { get; init; } = 64 << 20;
}

/// <summary>What a reading came to.</summary>
/// <param name="Objects">How many objects were handed over.</param>
/// <param name="Bytes">Their content in bytes.</param>
/// <param name="NewBytes">How many of these bytes were not copied from a base that was handed over too.</param>
/// <param name="LargeBlobs">The blobs that were left out because of their size.</param>
/// <param name="ProblemCount">How many objects and packs could not be read.</param>
/// <param name="Problems">The first thousand of them.</param>
public sealed record ReadSummary(
    long Objects, long Bytes, long NewBytes, IReadOnlyList<LargeBlob> LargeBlobs, long ProblemCount, IReadOnlyList<ObjectProblem> Problems);
