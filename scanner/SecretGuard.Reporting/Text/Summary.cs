using System.Globalization;
using SecretGuard.Findings;

namespace SecretGuard.Reporting;

/// <summary>The one line that says what a run came to, for people.</summary>
internal static class Summary
{
    /// <summary><c>412 files (7 binary), 8.1 MB, 0.3 s: 3 findings (1 critical, 2 low), 2 suppressed, 1 not looked at</c>.</summary>
    public static string Of(Report report) =>
        report.Counts.Files == 0 && report.Extent is null && report.Findings.Count > 0 ? Outcome(report) // put together of reports that do not say how much they looked at
        : $"{LookedAt(report)}: {Outcome(report)}";

    /// <summary><c>412 files (7 binary), 8.1 MB, 0.3 s</c>; what says it in its own words is quick: <c>3 staged files, 8.1 kB, 0.02 s</c>.</summary>
    public static string LookedAt(Report report) => report.Extent is { } extent
        ? $"{extent}, {Hundredths(report.Elapsed)} s"
        : $"{Amount.Of(report.Counts.Files, "file")}{(report.Counts.Binary > 0 ? $" ({Number(report.Counts.Binary)} binary)" : "")}, {Amount.OfBytes(report.Counts.Bytes)}, {report.Elapsed.TotalSeconds.ToString("0.0", CultureInfo.InvariantCulture)} s";

    /// <summary><c>3 findings (1 critical, 2 low), 2 suppressed, 1 not looked at</c>; parts that are zero are left out, but never the findings.</summary>
    public static string Outcome(Report report)
    {
        List<string> parts = [report.Findings.Count switch { 0 => "no findings", 1 => "1 finding", _ => Several(report.Findings) }];
        if (report.Suppressed.Count > 0)
        {
            parts.Add($"{Number(report.Suppressed.Count)} suppressed");
        }

        if (report.Notices.Count > 0)
        {
            parts.Add(Amount.Of(report.Notices.Count, "notice"));
        }

        if (report.Incomplete.Count > 0)
        {
            parts.Add($"{Number(report.Incomplete.Count)} not looked at");
        }

        return string.Join(", ", parts);
    }

    private static string Several(IReadOnlyList<Finding> findings)
    {
        IGrouping<Severity, Finding>[] severities = [.. findings.GroupBy(finding => finding.Severity).OrderByDescending(group => group.Key)];
        string told = severities.Length == 1 ? $"all {severities[0].Key.Name()}" : string.Join(", ", severities.Select(group => $"{Number(group.Count())} {group.Key.Name()}"));
        return $"{Amount.Of(findings.Count, "finding")} ({told})";
    }

    private static string Hundredths(TimeSpan time)
    {
        long hundredths = (time.Ticks + TimeSpan.TicksPerMillisecond * 5) / (TimeSpan.TicksPerMillisecond * 10);
        return string.Create(CultureInfo.InvariantCulture, $"{hundredths / 100}.{hundredths % 100:00}");
    }

    private static string Number(int number) => number.ToString(CultureInfo.InvariantCulture);
}
