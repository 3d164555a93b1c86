using SecretGuard.Findings;
using SecretGuard.Rules;

namespace SecretGuard.Reporting;

/// <summary>A finding with what accepts it, for formats that tell both kinds in one list.</summary>
/// <param name="Finding">What was found.</param>
/// <param name="Suppression">Who accepts it, or null where it counts.</param>
internal sealed record ReportEntry(Finding Finding, SuppressedFinding? Suppression)
{
    /// <summary>Findings and suppressed findings, merged in the order of path, line, column and rule.</summary>
    public static IReadOnlyList<ReportEntry> All(Report report) =>
    [
        .. report.Findings.Select(finding => new ReportEntry(finding, null))
            .Concat(report.Suppressed.Select(suppressed => new ReportEntry(suppressed.Finding, suppressed)))
            .OrderBy(entry => entry.Finding.Location.Path, StringComparer.Ordinal)
            .ThenBy(entry => entry.Finding.Location.StartLine)
            .ThenBy(entry => entry.Finding.Location.StartColumn)
            .ThenBy(entry => entry.Finding.Rule, StringComparer.Ordinal),
    ];
}

/// <summary>The rules that a report's findings mention.</summary>
internal static class ReportRules
{
    /// <summary>The rules in force by slug. Where a user's rule has the slug of a built-in one, the first counts.</summary>
    public static IReadOnlyDictionary<string, Rule> RulesBySlug(this Report report)
    {
        var rules = new Dictionary<string, Rule>(StringComparer.Ordinal);
        foreach (Rule rule in report.Rules)
        {
            rules.TryAdd(rule.Slug, rule);
        }

        return rules;
    }

    /// <summary>The rules that found something, suppressed or not, sorted by slug.</summary>
    public static IReadOnlyList<Rule> MentionedRules(this Report report)
    {
        var slugs = report.Findings.Concat(report.Suppressed.Select(suppressed => suppressed.Finding))
            .Select(finding => finding.Rule)
            .ToHashSet(StringComparer.Ordinal);
        return [.. report.RulesBySlug().Values.Where(rule => slugs.Contains(rule.Slug)).OrderBy(rule => rule.Slug, StringComparer.Ordinal)];
    }
}
