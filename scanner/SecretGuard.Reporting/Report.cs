using SecretGuard.Findings;
using SecretGuard.Rules;

namespace SecretGuard.Reporting;

/// <summary>Everything that a run has to tell, in the order in which it is told. Holds no secret.</summary>
public sealed record Report
{
    /// <summary>The command that ran: <c>scan</c>, <c>git</c>, <c>verify</c>.</summary>
    public required string Command { get; init; }

    /// <summary>Version of the tool.</summary>
    public required string ToolVersion { get; init; }

    /// <summary>When the run began, UTC.</summary>
    public required DateTimeOffset StartedAt { get; init; }

    /// <summary>How long it took.</summary>
    public required TimeSpan Elapsed { get; init; }

    /// <summary>The commit that is checked out, or null outside a repository.</summary>
    public string? Revision { get; init; }

    /// <summary>What counts, sorted by path, line, column and rule.</summary>
    public required IReadOnlyList<Finding> Findings { get; init; }

    /// <summary>What an inline comment, the allowlist or the baseline accepts, sorted alike.</summary>
    public IReadOnlyList<SuppressedFinding> Suppressed { get; init; } = [];

    /// <summary>What the tool says about its own inputs: suppressions without effect, stale baseline entries.</summary>
    public IReadOnlyList<Notice> Notices { get; init; } = [];

    /// <summary>What could not be looked at. Never empty silently: exit code 3 goes with it.</summary>
    public IReadOnlyList<Incomplete> Incomplete { get; init; } = [];

    /// <summary>What stores said, reference by reference; empty where no store was asked.</summary>
    public IReadOnlyList<VerifiedReference> Verified { get; init; } = [];

    /// <summary>The references that were left unverified; those whose store should have answered are <see cref="Incomplete"/> instead.</summary>
    public IReadOnlyList<UnverifiedReference> Unverified { get; init; } = [];

    /// <summary>How much was looked at.</summary>
    public required ReportCounts Counts { get; init; }

    /// <summary>How much was looked at in the command's own words, such as <c>3 staged files, 8.1 kB</c>; null where files and bytes say it.</summary>
    public string? Extent { get; init; }

    /// <summary>What a change adds, in a sentence that begins small and is a notice too; null where a run looks at more than a change.</summary>
    public string? Change { get; init; }

    /// <summary>The rules in force, for descriptors.</summary>
    public required IReadOnlyList<Rule> Rules { get; init; }
}

/// <summary>How much a run looked at.</summary>
/// <param name="Files">Files or blobs that were read.</param>
/// <param name="Bytes">Bytes that were read.</param>
/// <param name="Binary">Of these, how many are no text.</param>
public sealed record ReportCounts(int Files, long Bytes, int Binary);

/// <summary>Something that could not be looked at.</summary>
/// <param name="Path">Which file, blob or store.</param>
/// <param name="Reason">Why, in words for the user.</param>
/// <param name="Advice">What to do about it, or null.</param>
public sealed record Incomplete(string Path, string Reason, string? Advice);
