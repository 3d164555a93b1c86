using System.Globalization;
using System.Text.Json;
using SecretGuard.Findings;
using SecretGuard.Rules;

namespace SecretGuard.Reporting;

/// <summary>GitLab's secret detection report, <c>artifacts:reports:secret_detection</c>. Schema: gitlab-org/security-products/security-report-schemas.</summary>
public sealed class GitLabReporter : IReporter
{
    private const string SchemaVersion = "15.1.4";

    /// <summary>What the schema wants where there is no commit.</summary>
    private const string NoCommit = "0000000";

    private const int MostName = 255;

    /// <inheritdoc/>
    public string Format => "gitlab";

    /// <inheritdoc/>
    public void Write(Report report, TextWriter output) => JsonText.WriteDocument(output, json =>
    {
        json.WriteStartObject();
        json.WriteString("version", SchemaVersion);
        WriteScan(json, report);
        WriteVulnerabilities(json, report);
        json.WriteEndObject();
    });

    private static void WriteScan(Utf8JsonWriter json, Report report)
    {
        json.WriteStartObject("scan");
        WriteTool(json, "analyzer", report);
        WriteTool(json, "scanner", report);
        json.WriteString("start_time", Time(report.StartedAt));
        json.WriteString("end_time", Time(report.StartedAt + report.Elapsed));
        json.WriteString("status", report.Incomplete.Count == 0 ? "success" : "failure");
        json.WriteString("type", "secret_detection");
        json.WriteStartArray("messages");
        foreach (Incomplete incomplete in report.Incomplete)
        {
            WriteMessage(json, "fatal", $"{incomplete.Path}: {incomplete.Reason}");
        }

        foreach (Notice notice in report.Notices)
        {
            WriteMessage(json, notice.Severity >= Severity.Medium ? "warn" : "info", $"{notice.DiagnosticId}: {notice.Message}");
        }

        json.WriteEndArray();
        json.WriteEndObject();
    }

    private static void WriteVulnerabilities(Utf8JsonWriter json, Report report)
    {
        IReadOnlyDictionary<string, Rule> rules = report.RulesBySlug();
        var lines = new LineIdentity();
        json.WriteStartArray("vulnerabilities");
        foreach (ReportEntry entry in ReportEntry.All(report))
        {
            string identity = lines.NextUnique(entry.Finding);
            if (entry.Suppression is null)
            {
                WriteVulnerability(json, entry.Finding, rules.GetValueOrDefault(entry.Finding.Rule), identity, report.Revision ?? NoCommit);
                json.HandOn();
            }
        }

        json.WriteEndArray();
    }

    private static void WriteVulnerability(Utf8JsonWriter json, Finding finding, Rule? rule, string identity, string commit)
    {
        json.WriteStartObject();
        json.WriteString("id", Uuid(identity));
        json.WriteString("name", finding.Title.Cut(MostName));

        // GitLab renders the description as Markdown.
        json.WriteString("description", $"{MarkdownText.Escape(finding.Title)}: {MarkdownText.Code(finding.Preview)}.{MarkdownText.Escape(HistoryText.Sentences(finding))}");
        json.WriteString("severity", finding.Severity.ToString());
        if (rule is not null)
        {
            json.WriteString("solution", rule.Advice);
        }

        json.WriteString("raw_source_code_extract", finding.Excerpt.Text);
        json.WriteStartArray("identifiers");
        WriteIdentifier(json, "secretguard_rule_id", $"SecretGuard rule {finding.KindId()}", finding.KindId(), null);
        WriteIdentifier(json, "cwe", "CWE-798", "798", "https://cwe.mitre.org/data/definitions/798.html");
        json.WriteEndArray();
        json.WriteStartObject("location");
        json.WriteString("file", finding.Location.Path);
        json.WriteNumber("start_line", finding.Location.StartLine);
        json.WriteNumber("end_line", finding.Location.EndLine);
        json.WriteStartObject("commit");
        json.WriteString("sha", finding.Provenance?.LastCommit ?? commit);
        json.WriteEndObject();
        json.WriteEndObject();
        json.WriteEndObject();
    }

    private static void WriteIdentifier(Utf8JsonWriter json, string type, string name, string value, string? url)
    {
        json.WriteStartObject();
        json.WriteString("type", type);
        json.WriteString("name", name.Cut(MostName));
        json.WriteString("value", value.Cut(MostName));
        if (url is not null)
        {
            json.WriteString("url", url);
        }

        json.WriteEndObject();
    }

    private static void WriteTool(Utf8JsonWriter json, string name, Report report)
    {
        json.WriteStartObject(name);
        json.WriteString("id", "secretguard");
        json.WriteString("name", "SecretGuard");
        json.WriteString("version", report.ToolVersion);
        json.WriteStartObject("vendor");
        json.WriteString("name", "SecretGuard");
        json.WriteEndObject();
        json.WriteEndObject();
    }

    private static void WriteMessage(Utf8JsonWriter json, string level, string value)
    {
        json.WriteStartObject();
        json.WriteString("level", level);
        json.WriteString("value", value);
        json.WriteEndObject();
    }

    /// <summary>A UUID of version 8 (RFC 9562): 122 bits of our own, here of the identity's hash, so that two runs give the same one.</summary>
    private static string Uuid(string hex) => $"{hex[..8]}-{hex[8..12]}-8{hex[13..16]}-a{hex[17..20]}-{hex[20..32]}";

    private static string Time(DateTimeOffset time) => time.UtcDateTime.ToString("yyyy-MM-dd'T'HH:mm:ss", CultureInfo.InvariantCulture);
}
