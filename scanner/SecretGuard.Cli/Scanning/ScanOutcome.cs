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
    public int ExitCode(ScanOptions options)
    {
        foreach (Finding finding in Report.Findings)
        {
            if (finding.Severity >= options.FailOn)
            {
                return ExitCodes.Findings;
            }
        }

        return options.FailOnUnaudited && Unaudited > 0 ? ExitCodes.Findings
            : Report.Incomplete.Count > 0 ? ExitCodes.Incomplete
            : ExitCodes.Clean;
    }
}
