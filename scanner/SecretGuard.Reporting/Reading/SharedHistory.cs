using SecretGuard.Findings;

namespace SecretGuard.Reporting;

/// <summary>
/// One secret that several parts of a history's scan found is one finding: the digest at the end of its fingerprint is the same wherever it stands.
/// What a report does not give a fingerprint stays as it is.
/// </summary>
internal static class SharedHistory
{
    /// <summary>What tells the secret of a finding from others; null outside of a history.</summary>
    public static string? KeyOf(Finding finding) => finding.Provenance is null || finding.Fingerprint is not { } fingerprint
        ? null
        : $"{finding.DiagnosticId} {finding.Rule} {fingerprint[(fingerprint.LastIndexOf(':') + 1)..]}";

    /// <summary>Of each secret the finding that shows it where it is most alive, with the ways of all.</summary>
    public static IReadOnlyDictionary<string, Finding> Of(IEnumerable<Finding> findings) => findings
        .Where(finding => KeyOf(finding) is not null)
        .GroupBy(finding => KeyOf(finding)!, StringComparer.Ordinal)
        .ToDictionary(group => group.Key, group => Join([.. group]), StringComparer.Ordinal);

    private static Finding Join(Finding[] findings)
    {
        Finding shown = findings.OrderByDescending(finding => finding.Provenance!.IsInHead)
            .ThenByDescending(finding => finding.Provenance!.Reach)
            .ThenByDescending(finding => finding.Provenance!.LastDate)
            .ThenBy(finding => finding.Location.Path, StringComparer.Ordinal).First();
        Provenance[] ways = [.. findings.Select(finding => finding.Provenance!)];
        Provenance? first = ways.Where(way => way.FirstCommit is not null).MinBy(way => way.FirstDate);
        return shown with
        {
            Provenance = shown.Provenance! with
            {
                FirstCommit = first?.FirstCommit,
                FirstDate = first?.FirstDate,
                Paths = [.. ways.SelectMany(way => way.Paths).Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal).Take(Provenance.MostPaths)],
                Places = ways.Sum(way => way.Places),
                EveryPlace = [.. ways.SelectMany(way => way.EveryPlace)],
            },
        };
    }
}
