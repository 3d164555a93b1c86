using SecretGuard.Findings;

namespace SecretGuard.Reporting;

/// <summary>Severities in the terms of SARIF 2.1.0 and of GitHub code scanning.</summary>
internal static class SarifLevels
{
    /// <summary>SARIF's <c>level</c>.</summary>
    public static string SarifLevel(this Severity severity) => severity switch
    {
        Severity.Critical or Severity.High => "error",
        Severity.Medium => "warning",
        _ => "note",
    };

    /// <summary>
    /// <c>security-severity</c>, a number in a string: GitHub calls more than 9.0 critical, from 7.0 high, from 4.0 medium, from 0.1 low.
    /// The middle of each band.
    /// </summary>
    public static string SecuritySeverity(this Severity severity) => severity switch
    {
        Severity.Critical => "9.5",
        Severity.High => "8.0",
        Severity.Medium => "5.5",
        Severity.Low => "2.0",
        _ => "0.1",
    };

    /// <summary><c>problem.severity</c>, which GitHub shows where it ignores <c>security-severity</c>.</summary>
    public static string ProblemSeverity(this Severity severity) => severity switch
    {
        Severity.Critical or Severity.High => "error",
        Severity.Medium => "warning",
        _ => "recommendation",
    };
}
