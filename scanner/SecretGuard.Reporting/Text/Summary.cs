using System.Globalization;

namespace SecretGuard.Reporting;

/// <summary>The one line that says what a run came to, for people.</summary>
internal static class Summary
{
    private static readonly string[] Units = ["B", "kB", "MB", "GB", "TB"];

    /// <summary><c>412 files, 8.1 MB, 0.3 s: 3 findings, 2 suppressed, 1 not looked at</c>.</summary>
    public static string Of(Report report) => $"{LookedAt(report)}: {Outcome(report)}";

    /// <summary><c>412 files, 8.1 MB, 0.3 s</c>.</summary>
    public static string LookedAt(Report report) =>
        $"{Count(report.Counts.Files, "file")}, {Size(report.Counts.Bytes)}, {report.Elapsed.TotalSeconds.ToString("0.0", CultureInfo.InvariantCulture)} s";

    /// <summary><c>3 findings, 2 suppressed, 1 not looked at</c>; parts that are zero are left out, but never the findings.</summary>
    public static string Outcome(Report report)
    {
        List<string> parts = [report.Findings.Count == 0 ? "no findings" : Count(report.Findings.Count, "finding")];
        if (report.Suppressed.Count > 0)
        {
            parts.Add($"{Number(report.Suppressed.Count)} suppressed");
        }

        if (report.Notices.Count > 0)
        {
            parts.Add(Count(report.Notices.Count, "notice"));
        }

        if (report.Incomplete.Count > 0)
        {
            parts.Add($"{Number(report.Incomplete.Count)} not looked at");
        }

        return string.Join(", ", parts);
    }

    /// <summary><c>1 file</c>, <c>2 files</c>.</summary>
    public static string Count(int number, string noun) => $"{Number(number)} {noun}{(number == 1 ? "" : "s")}";

    /// <summary>Bytes in decimal units: <c>8.1 MB</c>.</summary>
    public static string Size(long bytes)
    {
        double value = bytes;
        int unit = 0;
        while (value >= 1000 && unit < Units.Length - 1)
        {
            value /= 1000;
            unit++;
        }

        return $"{value.ToString(unit == 0 ? "0" : "0.0", CultureInfo.InvariantCulture)} {Units[unit]}";
    }

    private static string Number(int number) => number.ToString(CultureInfo.InvariantCulture);
}
