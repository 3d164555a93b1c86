using SecretGuard.Findings;
using SecretGuard.Reporting;
using SecretGuard.Triage;

namespace SecretGuard.Cli.Scanning;

/// <summary>What a scan came to.</summary>
/// <param name="Report">What is told.</param>
/// <param name="Sources">How the files were found, for the user.</param>
/// <param name="MetEntries">The baseline entries whose secrets are still there.</param>
/// <param name="Unaudited">How many accepted secrets nobody has given a reason for.</param>
internal sealed record ScanOutcome(Report Report, IReadOnlyList<string> Sources, IReadOnlyCollection<BaselineEntry> MetEntries, int Unaudited)
{
    /// <summary>The exit code of a command that scans. Findings win over what could not be looked at.</summary>
    public int ExitCode(ScanOptions options) =>
        options.FailOnUnaudited && Unaudited > 0 ? ExitCodes.Findings : ExitCode(Report, options.FailOn);

    /// <summary>The exit code of a report, where findings from a severity on count.</summary>
    public static int ExitCode(Report report, Severity failOn)
    {
        foreach (Finding finding in report.Findings)
        {
            if (finding.Severity >= failOn)
            {
                return ExitCodes.Findings;
            }
        }

        return report.Incomplete.Count > 0 ? ExitCodes.Incomplete : ExitCodes.Clean;
    }
}
