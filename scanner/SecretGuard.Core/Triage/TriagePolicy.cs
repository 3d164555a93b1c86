using SecretGuard.Findings;

namespace SecretGuard.Triage;

/// <summary>What is accepted, and how findings are told. The same policy gives the same outcome in every front end.</summary>
public sealed record TriagePolicy
{
    /// <summary>Matches below this are dropped.</summary>
    public Confidence MinConfidence { get; init; } = Confidence.Medium;

    /// <summary>Whether other tools' inline markers count (<c>gitleaks:allow</c> and so on).</summary>
    public bool CompatPragmas { get; init; }

    /// <summary>Whether an inline suppression without a reason is an error: it then accepts nothing.</summary>
    public bool RequireReason { get; init; }

    /// <summary>Whether suppressions that accept nothing are told. Where only some rules run, nobody can know.</summary>
    public bool TellsUnused { get; init; } = true;

    /// <summary>The slugs that comments may name; empty where nobody says. Asked for only where a comment names one.</summary>
    public Func<IReadOnlyCollection<string>> Slugs { get; init; } = static () => [];

    /// <summary>The allowlist.</summary>
    public IReadOnlyList<AllowEntry> Allow { get; init; } = [];

    /// <summary>The baseline.</summary>
    public Baseline Baseline { get; init; } = Baseline.Empty;

    /// <summary>Whether what is judged is only in the history: then entries of the baseline count that speak of that.</summary>
    public bool IsOfHistory { get; init; }

    /// <summary>The day that expiries are compared with; null where there is no clock: nothing expires then.</summary>
    public DateTime? Today { get; init; }

    /// <summary>Makes the fingerprints.</summary>
    public Fingerprinter Fingerprinter { get; init; } = new(Salt.Public);

    /// <summary>Whether every finding gets a fingerprint. They cost, so only machine-readable reports and baselines ask.</summary>
    public bool WantsFingerprints { get; init; }

    /// <summary>Whether a comment's slug or pattern of slugs may name a rule.</summary>
    internal bool IsRule(string pattern) => Slugs() is not { Count: > 0 } slugs || slugs.Any(slug => GlobSegment.IsMatch(pattern, slug));
}
