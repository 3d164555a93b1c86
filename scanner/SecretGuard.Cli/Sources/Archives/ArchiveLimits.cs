namespace SecretGuard.Cli.Sources.Archives;

/// <summary>How much of one archive is read at most, whatever it claims. What lies beyond is told, never passed over in silence.</summary>
internal sealed record ArchiveLimits
{
    /// <summary>Entries of one archive and all archives in it: folders and links count too.</summary>
    public int Members { get; init; } = 100_000;

    /// <summary>Bytes that unpacking one archive and all archives in it may give.</summary>
    public long Unpacked { get; init; } = DefaultUnpacked;

    /// <summary>Bytes of one member: it is read into memory.</summary>
    public long MemberSize { get; init; } = Scanning.ScanOptions.DefaultMaxFileSize;

    /// <summary>Archives in archives, the outermost counted.</summary>
    public int Depth { get; init; } = 4;

    /// <summary>1 GB.</summary>
    public const long DefaultUnpacked = 1L << 30;

    /// <summary>Beyond this many bytes the <see cref="Ratio"/> counts: small runs of zeros are usual.</summary>
    public const long RatioFrom = 1L << 20;

    /// <summary>Bytes out for a byte in. Deflate cannot do more than 1,032: only a file made of next to nothing comes near it.</summary>
    public const long Ratio = 1000;

    /// <summary>Whether so little gave so much that somebody means harm.</summary>
    public static bool IsBomb(long packed, long unpacked) => unpacked > RatioFrom && unpacked / Ratio > packed;
}
