namespace SecretGuard.Git.Reading;

/// <summary>What one thread counted.</summary>
internal sealed class Tally
{
    public long Objects { get; set; }

    public long Bytes { get; set; }

    public long NewBytes { get; set; }

    public List<LargeBlob> LargeBlobs { get; } = [];
}
