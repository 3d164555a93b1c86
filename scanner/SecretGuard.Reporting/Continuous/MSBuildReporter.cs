using System.Globalization;
using SecretGuard.Findings;

namespace SecretGuard.Reporting;

/// <summary>
/// The form of compilers' messages, <c>file(line,column,endLine,endColumn): error SG1001: text [slug]</c>: MSBuild's Exec task turns it into errors
/// of the build, and editors and CI systems that know compilers make links of it.
/// </summary>
public sealed class MSBuildReporter : IReporter
{
    /// <inheritdoc/>
    public string Format => "msbuild";

    /// <inheritdoc/>
    public void Write(Report report, TextWriter output)
    {
        foreach (Incomplete incomplete in report.Incomplete)
        {
            string advice = incomplete.Advice is null ? "" : $" {incomplete.Advice}";
            WriteLine(output, null, Severity.High, DiagnosticIds.NotLookedAt, $"{incomplete.Path}: {incomplete.Reason}{advice}");
        }

        foreach (Finding finding in report.Findings)
        {
            string reason = ReasonText.Sentence(finding.Reason);
            string slug = finding.Rule.Length == 0 ? "" : $" [{finding.Rule}]";
            WriteLine(output, finding.Location, finding.Severity, finding.DiagnosticId, $"{finding.Title}: {finding.Preview}.{reason}{slug}");
        }

        foreach (Notice notice in report.Notices)
        {
            WriteLine(output, notice.Location, notice.Severity, notice.DiagnosticId, notice.Message);
        }
    }

    private static void WriteLine(TextWriter output, Location? location, Severity severity, string id, string text)
    {
        // A colon ends the origin of a message, so one in a path has to look otherwise.
        string origin = location is null ? "SecretGuard " : string.Create(
            CultureInfo.InvariantCulture,
            $"{VisibleText.Of(location.Path).Replace(":", "\\u003A", StringComparison.Ordinal)}({location.StartLine},{location.StartColumn},{location.EndLine},{location.EndColumn})");
        output.Write($"{origin}: {(severity >= Severity.High ? "error" : "warning")} {id}: {VisibleText.Of(text)}\n");
    }
}
