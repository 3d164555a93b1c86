using System.Text.Json;
using SecretGuard.Findings;

namespace SecretGuard.Reporting;

/// <summary>GitLab's Code Quality report (a subset of the Code Climate format), shown in the merge request on every tier.</summary>
public sealed class CodeQualityReporter : IReporter
{
    /// <inheritdoc/>
    public string Format => "codequality";

    /// <inheritdoc/>
    public void Write(Report report, TextWriter output) => JsonText.WriteDocument(output, json =>
    {
        json.WriteStartArray();
        WriteFindings(json, report);
        foreach (Notice notice in report.Notices.Where(notice => notice.Location is not null))
        {
            string path = notice.Location!.Path;
            string identity = LineIdentity.Hex($"{path}\n{notice.DiagnosticId}\n{notice.Message}");
            WriteIssue(json, notice.Message, notice.DiagnosticId, identity, Level(notice.Severity), path, notice.Location.StartLine);
        }

        foreach (Incomplete incomplete in report.Incomplete)
        {
            string identity = LineIdentity.Hex($"{incomplete.Path}\nincomplete\n{incomplete.Reason}");
            WriteIssue(json, $"Not looked at: {incomplete.Reason}", "incomplete", identity, "major", incomplete.Path, 1);
        }

        json.WriteEndArray();
    });

    private static void WriteFindings(Utf8JsonWriter json, Report report)
    {
        var lines = new LineIdentity();
        foreach (ReportEntry entry in ReportEntry.All(report))
        {
            Finding finding = entry.Finding;
            string identity = lines.NextUnique(finding);
            if (entry.Suppression is null)
            {
                string description = $"{finding.Title}: {finding.Preview}";
                WriteIssue(json, description, finding.KindId(), identity, Level(finding.Severity), finding.Location.Path, finding.Location.StartLine);
                json.HandOn();
            }
        }
    }

    private static void WriteIssue(Utf8JsonWriter json, string description, string check, string identity, string level, string path, int line)
    {
        json.WriteStartObject();
        json.WriteString("description", description);
        json.WriteString("check_name", check);
        json.WriteString("fingerprint", identity);
        json.WriteString("severity", level);
        json.WriteStartObject("location");
        json.WriteString("path", path);
        json.WriteStartObject("lines");
        json.WriteNumber("begin", line);
        json.WriteEndObject();
        json.WriteEndObject();
        json.WriteEndObject();
    }

    private static string Level(Severity severity) => severity switch
    {
        Severity.Critical => "blocker",
        Severity.High => "critical",
        Severity.Medium => "major",
        Severity.Low => "minor",
        _ => "info",
    };
}
