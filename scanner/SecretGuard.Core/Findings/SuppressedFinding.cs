namespace SecretGuard.Findings;

/// <summary>Who accepted a finding.</summary>
public enum SuppressionKind
{
    /// <summary>A comment beside it.</summary>
    Inline,

    /// <summary>The allowlist in secretguard.yml.</summary>
    Allowlist,

    /// <summary>The baseline file.</summary>
    Baseline,
}

/// <summary>A finding that somebody accepted.</summary>
/// <param name="Finding">What was found.</param>
/// <param name="Kind">Who accepted it.</param>
/// <param name="Reason">Why, in that person's words, or null.</param>
public sealed record SuppressedFinding(Finding Finding, SuppressionKind Kind, string? Reason);
