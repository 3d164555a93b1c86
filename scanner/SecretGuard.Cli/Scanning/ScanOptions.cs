using SecretGuard.Findings;

namespace SecretGuard.Cli.Scanning;

/// <summary>A validated request to scan.</summary>
internal sealed record ScanOptions
{
    /// <summary>The folder that display paths are relative to.</summary>
    public required string Root { get; init; }

    /// <summary>Files and folders.</summary>
    public required IReadOnlyList<string> Paths { get; init; }

    /// <summary>Whether ignored files are scanned too.</summary>
    public bool AllFiles { get; init; }

    /// <summary>Findings below this are dropped.</summary>
    public Confidence MinConfidence { get; init; } = Confidence.Medium;

    /// <summary>Threads that scan.</summary>
    public int Threads { get; init; } = Environment.ProcessorCount;

    /// <summary>Larger files are not read but told, in bytes.</summary>
    public long MaxFileSize { get; init; } = 64L * 1024 * 1024;
}
