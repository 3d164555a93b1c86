using SecretGuard.Findings;
using SecretGuard.Reporting;
using SecretGuard.Triage;

namespace SecretGuard.Cli.Audits;

/// <summary>One secret to ask about: every place that has the same fingerprint is decided with it.</summary>
/// <param name="Fingerprint">Which secret.</param>
/// <param name="Places">Where it stands, sorted by path and place; at least one.</param>
internal sealed record AuditItem(Fingerprint Fingerprint, IReadOnlyList<Finding> Places)
{
    /// <summary>The first place.</summary>
    public Finding First => Places[0];

    /// <summary>
    /// What a scan with fingerprints leaves to the baseline, sorted by path and place: a comment or the allowlist decides the rest where it stands.
    /// </summary>
    public static IReadOnlyList<AuditItem> Of(Report report) =>
    [
        .. report.Findings.Concat(report.Suppressed.Where(suppressed => suppressed.Kind == SuppressionKind.Baseline).Select(suppressed => suppressed.Finding))
            .OrderBy(finding => finding.Location.Path, StringComparer.Ordinal).ThenBy(finding => finding.Location.StartLine).ThenBy(finding => finding.Location.StartColumn)
            .GroupBy(finding => finding.Fingerprint!, StringComparer.Ordinal)
            .Select(places => new AuditItem(Fingerprint.TryParse(places.Key)!, [.. places])),
    ];
}
