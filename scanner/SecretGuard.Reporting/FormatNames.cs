using SecretGuard.Findings;
using SecretGuard.Inventories;

namespace SecretGuard.Reporting;

/// <summary>The names of severities, confidences, suppressions and failures in every machine-readable format. Append-only.</summary>
internal static class FormatNames
{
    /// <summary><c>info</c> to <c>critical</c>.</summary>
    public static string Name(this Severity severity) => severity switch
    {
        Severity.Info => "info",
        Severity.Low => "low",
        Severity.Medium => "medium",
        Severity.High => "high",
        Severity.Critical => "critical",
        _ => throw new ArgumentOutOfRangeException(nameof(severity), severity, null),
    };

    /// <summary><c>low</c> to <c>very-high</c>: SARIF's words for precision.</summary>
    public static string Name(this Confidence confidence) => confidence switch
    {
        Confidence.Low => "low",
        Confidence.Medium => "medium",
        Confidence.High => "high",
        Confidence.VeryHigh => "very-high",
        _ => throw new ArgumentOutOfRangeException(nameof(confidence), confidence, null),
    };

    /// <summary><c>inline</c>, <c>allowlist</c> or <c>baseline</c>.</summary>
    public static string Name(this SuppressionKind kind) => kind switch
    {
        SuppressionKind.Inline => "inline",
        SuppressionKind.Allowlist => "allowlist",
        SuppressionKind.Baseline => "baseline",
        _ => throw new ArgumentOutOfRangeException(nameof(kind), kind, null),
    };

    /// <summary><c>no-examples</c>, <c>not-found</c> or <c>found</c>.</summary>
    public static string Name(this RuleTestFailureKind kind) => kind switch
    {
        RuleTestFailureKind.NoExamples => "no-examples",
        RuleTestFailureKind.NotFound => "not-found",
        RuleTestFailureKind.Found => "found",
        _ => throw new ArgumentOutOfRangeException(nameof(kind), kind, null),
    };

    /// <summary><c>accepted</c> to <c>unread</c>.</summary>
    public static string Name(this ImportOutcome outcome) => outcome switch
    {
        ImportOutcome.Accepted => "accepted",
        ImportOutcome.Known => "known",
        ImportOutcome.Silent => "silent",
        ImportOutcome.Gone => "gone",
        ImportOutcome.History => "history",
        ImportOutcome.Outside => "outside",
        ImportOutcome.Real => "real",
        ImportOutcome.Unclear => "unclear",
        ImportOutcome.Unread => "unread",
        _ => throw new ArgumentOutOfRangeException(nameof(outcome), outcome, null),
    };

    /// <summary><c>unreachable</c>, <c>local</c> or <c>remote</c>.</summary>
    public static string Name(this Reach reach) => reach switch
    {
        Reach.Unreachable => "unreachable",
        Reach.Local => "local",
        Reach.Remote => "remote",
        _ => throw new ArgumentOutOfRangeException(nameof(reach), reach, null),
    };

    /// <summary><c>fresh</c> to <c>undeclared</c>.</summary>
    public static string Name(this RotationStatus status) => status switch
    {
        RotationStatus.Fresh => "fresh",
        RotationStatus.Due => "due",
        RotationStatus.Late => "late",
        RotationStatus.Overdue => "overdue",
        RotationStatus.Unknown => "unknown",
        RotationStatus.Manual => "manual",
        RotationStatus.ByStore => "by-store",
        RotationStatus.Undeclared => "undeclared",
        _ => throw new ArgumentOutOfRangeException(nameof(status), status, null),
    };

    /// <summary>The reach of that name, or null.</summary>
    public static Reach? ReachOf(string? name) => Find<Reach>(name, Name);

    /// <summary>The severity of that name, or null.</summary>
    public static Severity? SeverityOf(string? name) => Find<Severity>(name, Name);

    /// <summary>The confidence of that name, or null.</summary>
    public static Confidence? ConfidenceOf(string? name) => Find<Confidence>(name, Name);

    /// <summary>The kind of suppression of that name, or null.</summary>
    public static SuppressionKind? SuppressionOf(string? name) => Find<SuppressionKind>(name, Name);

    /// <summary>Whether a rule found a hard-coded secret in a file (SG1) or in the history (SG4): what CWE-798 is about.</summary>
    public static bool IsSecret(this Finding finding) => finding.Rule.Length > 0 && finding.DiagnosticId is ['S', 'G', '1' or '4', ..];

    /// <summary>The id of a kind of finding in formats with one id: <c>SG1001/slug</c> for a secret, else the diagnostic's id, which says it all.</summary>
    public static string KindId(this Finding finding) => finding.IsSecret() ? $"{finding.DiagnosticId}/{finding.Rule}" : finding.DiagnosticId;

    private static T? Find<T>(string? name, Func<T, string> nameOf)
        where T : struct, Enum
    {
        foreach (T value in Enum.GetValues<T>())
        {
            if (nameOf(value) == name)
            {
                return value;
            }
        }

        return null;
    }
}
