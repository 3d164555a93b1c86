using SecretGuard.Findings;

namespace SecretGuard.Triage;

/// <summary>What triage made of one content's matches. Holds no secret.</summary>
/// <param name="Findings">What counts, in the order of the text.</param>
/// <param name="Suppressed">What somebody accepted, in the same order.</param>
/// <param name="Notices">Remarks about inline suppressions, in the same order.</param>
public sealed record TriagedContent(IReadOnlyList<Finding> Findings, IReadOnlyList<SuppressedFinding> Suppressed, IReadOnlyList<Notice> Notices)
{
    /// <summary>Nothing at all.</summary>
    public static TriagedContent Empty { get; } = new([], [], []);

    /// <summary>The match behind each finding, in the same order: its place for whoever has the text.</summary>
    public IReadOnlyList<Detection.Match> Matches { get; init; } = [];

    /// <summary>Baseline entries that were met, those that accept nothing included: what is never met is stale.</summary>
    public IReadOnlyList<BaselineEntry> BaselineEntries { get; init; } = [];

    /// <summary>Allowlist entries that were met, expired ones included.</summary>
    public IReadOnlyList<AllowEntry> AllowEntries { get; init; } = [];
}
