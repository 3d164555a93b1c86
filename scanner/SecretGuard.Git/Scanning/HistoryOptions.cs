using SecretGuard.Findings;

namespace SecretGuard.Git.Scanning;

/// <summary>A digest of a value, under a key that no other run has.</summary>
public delegate string ValueDigest(ReadOnlySpan<byte> value);

/// <summary>What of a history is looked at.</summary>
public sealed record HistoryOptions
{
    /// <summary>What <c>git rev-list</c> is asked for, such as <c>--all</c> or <c>A..B</c>; empty for everything that git holds, also what nothing leads to.</summary>
    public IReadOnlyList<string> Revisions { get; init; } = [];

    /// <summary>Whether the messages of commits and annotated tags are looked at.</summary>
    public bool Messages { get; init; } = true;

    /// <summary>Larger versions of files are told and not read, in bytes.</summary>
    public long MaxBlobSize { get; init; } = 64 << 20;

    /// <summary>Whether each version that holds a secret is told.</summary>
    public bool EveryPlace { get; init; }

    /// <summary>The part of the work that this run does.</summary>
    public Shard Shard { get; init; } = Shard.Whole;

    /// <summary>Whether a path is left out.</summary>
    public Func<string, bool> IsExcluded { get; init; } = _ => false;

    /// <summary>Matches below this are dropped.</summary>
    public Confidence MinConfidence { get; init; } = Confidence.Medium;

    /// <summary>What the outcome depends on besides the objects, as a text: what earlier runs with the same kept is used. Null to keep nothing.</summary>
    public string? CacheKey { get; init; }

    /// <summary>Makes <see cref="Provenance.RunDigest"/> of each value as it is read again to be told; null where nobody compares.</summary>
    public ValueDigest? DigestOf { get; init; }

    /// <summary>How many threads read and look.</summary>
    public int Threads { get; init; } = Environment.ProcessorCount;
}
