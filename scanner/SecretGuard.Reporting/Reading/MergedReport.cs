using SecretGuard.Findings;
using SecretGuard.Rules;

namespace SecretGuard.Reporting;

/// <summary>Several reports as one: of a solution's projects, or of the machines that shared the work.</summary>
public static class MergedReport
{
    /// <summary>
    /// Puts reports together. What several tell alike is told once, and what counts in one of them counts. It began with the first and ended with the last;
    /// the revision is that of all, or none.
    /// </summary>
    /// <param name="reports">One or more.</param>
    public static Report Of(IReadOnlyList<Report> reports)
    {
        DateTimeOffset start = reports.Min(report => report.StartedAt);
        var told = new HashSet<(Location, string, string, string, string?)>();
        IReadOnlyDictionary<string, Finding> joined = SharedHistory.Of(reports.SelectMany(report => report.Findings.Concat(report.Suppressed.Select(item => item.Finding))));
        Finding[] findings = [.. reports.SelectMany(report => report.Findings).Select(Joined).OrderBy(finding => finding, Order).Where(finding => told.Add(Identity(finding)))];
        SuppressedFinding[] suppressed = [.. reports.SelectMany(report => report.Suppressed).Select(item => item with { Finding = Joined(item.Finding) }).OrderBy(item => item.Finding, Order).Where(item => told.Add(Identity(item.Finding)))];
        return reports[0] with
        {
            Command = Same(reports.Select(report => report.Command)) ?? "merge",
            StartedAt = start,
            Elapsed = reports.Max(report => report.StartedAt + report.Elapsed) - start,
            Revision = Same(reports.Select(report => report.Revision)),
            Findings = findings,
            Suppressed = suppressed,
            Notices = [.. reports.SelectMany(report => report.Notices).Distinct()],
            Incomplete = [.. reports.SelectMany(report => report.Incomplete).Distinct()],
            Counts = reports.Select(report => report.Counts).Aggregate((sum, next) => new ReportCounts(sum.Files + next.Files, sum.Bytes + next.Bytes, sum.Binary + next.Binary)),
            Rules = [.. reports.SelectMany(report => report.Rules).DistinctBy(rule => rule.Slug, StringComparer.Ordinal)],
        };

        Finding Joined(Finding finding) => SharedHistory.KeyOf(finding) is { } key ? joined[key] : finding;
    }

    /// <summary>By path, line, column and rule; of two that tell the same, the one that says more comes first.</summary>
    private static Comparer<Finding> Order { get; } = Comparer<Finding>.Create((one, other) =>
    {
        Location a = one.Location, b = other.Location;
        int order = string.CompareOrdinal(a.Path, b.Path);
        order = order != 0 ? order : a.StartLine.CompareTo(b.StartLine);
        order = order != 0 ? order : a.StartColumn.CompareTo(b.StartColumn);
        order = order != 0 ? order : string.CompareOrdinal(one.Rule, other.Rule);
        return order != 0 ? order : other.Excerpt.Text.Length.CompareTo(one.Excerpt.Text.Length);
    });

    /// <summary>
    /// In a history one line of a file may have held several secrets, one after the other. A reference may be wrong in several environments, which its subject names;
    /// what a secret looks like tells none from others, and a build does not say it.
    /// </summary>
    private static (Location, string, string, string, string?) Identity(Finding finding) =>
        (finding.Location, finding.DiagnosticId, finding.Rule, finding.IsSecret() ? "" : finding.Preview, SharedHistory.KeyOf(finding) ?? finding.Provenance?.FirstCommit);

    private static string? Same(IEnumerable<string?> values) => values.Distinct(StringComparer.Ordinal).ToArray() is [var only] ? only : null;
}
