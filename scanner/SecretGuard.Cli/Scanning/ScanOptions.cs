using SecretGuard.Cli.Outputs;
using SecretGuard.Cli.Projects;
using SecretGuard.Cli.Sources;
using SecretGuard.Cli.Sources.Archives;
using SecretGuard.Findings;
using SecretGuard.Rules;
using SecretGuard.Triage;

namespace SecretGuard.Cli.Scanning;

/// <summary>A validated request to scan.</summary>
internal sealed record ScanOptions
{
    /// <summary>The repository.</summary>
    public required Project Project { get; init; }

    /// <summary>The folder that <see cref="Paths"/> are relative to.</summary>
    public required string Current { get; init; }

    /// <summary>Files, folders, <c>-</c>.</summary>
    public required IReadOnlyList<string> Paths { get; init; }

    /// <summary>What is looked for.</summary>
    public required RuleSet Rules { get; init; }

    /// <summary>What is accepted.</summary>
    public required TriagePolicy Policy { get; init; }

    /// <summary>Whether ignored files are scanned too.</summary>
    public bool AllFiles { get; init; }

    /// <summary>Only files that differ from this commit, or null.</summary>
    public string? Since { get; init; }

    /// <summary>Paths that are not scanned.</summary>
    public GlobList Exclude { get; init; } = GlobList.Empty;

    /// <summary>The tool's own inputs and outputs, as full paths: never scanned.</summary>
    public IReadOnlySet<string> OwnFiles { get; init; } = new HashSet<string>(StringComparer.Ordinal);

    /// <summary>Threads that scan.</summary>
    public int Threads { get; init; } = Environment.ProcessorCount;

    /// <summary>What is not scanned by then is told as incomplete; null for no limit.</summary>
    public TimeSpan? Timeout { get; init; }

    /// <summary>Larger files are not read but told, in bytes.</summary>
    public long MaxFileSize { get; init; } = DefaultMaxFileSize;

    /// <summary>Whether the members of archives and container images are scanned.</summary>
    public bool Archives { get; init; }

    /// <summary>What an archive unpacks to beyond this is not read but told, in bytes.</summary>
    public long MaxArchiveSize { get; init; } = ArchiveLimits.DefaultUnpacked;

    /// <summary>Findings below this severity do not fail the run.</summary>
    public Severity FailOn { get; init; } = Severity.Low;

    /// <summary>Whether an accepted secret without a reason fails the run.</summary>
    public bool FailOnUnaudited { get; init; }

    /// <summary>Whether the whole project is scanned with all rules: only then can an acceptance be called unused.</summary>
    public bool IsWhole { get; init; }

    /// <summary>These for a command that writes reports: fingerprints where one of them shows them, and their files are not scanned.</summary>
    public ScanOptions ReportingTo(IReadOnlyList<ReportTarget> targets)
    {
        var own = new HashSet<string>(OwnFiles, PathIdentity.Comparer);
        bool wantsFingerprints = Policy.WantsFingerprints;
        foreach (ReportTarget target in targets)
        {
            wantsFingerprints |= target.NeedsFingerprints;
            if (target.File is not null)
            {
                own.Add(target.File);
            }
        }

        return this with { Policy = Policy with { WantsFingerprints = wantsFingerprints }, OwnFiles = own };
    }

    /// <summary>64 MB.</summary>
    public const long DefaultMaxFileSize = 64L << 20;
}
