using System.Text.Json;
using SecretGuard.Findings;

namespace SecretGuard.Reporting;

/// <summary>Writes the results of one run. Counts equal lines, so it serves one run only.</summary>
internal sealed class SarifResults(SarifDescriptors descriptors)
{
    private readonly LineIdentity _lines = new();

    public void Write(Utf8JsonWriter json, IReadOnlyList<ReportEntry> entries)
    {
        json.WriteStartArray("results");
        foreach (ReportEntry entry in entries)
        {
            WriteResult(json, entry);
            json.HandOn();
        }

        json.WriteEndArray();
    }

    private void WriteResult(Utf8JsonWriter json, ReportEntry entry)
    {
        Finding finding = entry.Finding;
        string kind = finding.KindId();
        json.WriteStartObject();
        json.WriteString("ruleId", kind);
        json.WriteNumber("ruleIndex", descriptors.IndexOf(kind));
        json.WriteString("level", finding.Severity.SarifLevel());
        json.WriteStartObject("message");
        json.WriteString("text", Message(finding));
        json.WriteEndObject();
        json.WriteStartArray("locations");
        SarifLocation.Write(json, finding.Location);
        json.WriteEndArray();
        WriteFingerprints(json, finding);
        WriteSuppressions(json, entry.Suppression);
        json.WriteStartObject("properties");
        json.WriteString("severity", finding.Severity.Name());
        json.WriteString("confidence", finding.Confidence.Name());
        json.WriteString("preview", finding.Preview);
        if (finding.Reason is not null)
        {
            json.WriteString("reason", finding.Reason);
        }

        if (finding.Provenance is not null)
        {
            json.WritePropertyName("provenance");
            ReportJson.WriteProvenance(json, finding.Provenance);
        }

        json.WriteEndObject();
        json.WriteEndObject();
    }

    private static string Message(Finding finding) => $"{finding.Title}: {finding.Preview}.{HistoryText.Sentences(finding)}";

    /// <summary>GitHub matches the alerts of two runs by <c>primaryLocationLineHash</c> alone.</summary>
    private void WriteFingerprints(Utf8JsonWriter json, Finding finding)
    {
        json.WriteStartObject("partialFingerprints");
        json.WriteString("primaryLocationLineHash", _lines.Next(finding));
        if (finding.Fingerprint is not null)
        {
            json.WriteString("secretGuard/v1", finding.Fingerprint);
        }

        json.WriteEndObject();
    }

    private static void WriteSuppressions(Utf8JsonWriter json, SuppressedFinding? suppression)
    {
        // An empty array says "looked at, and not suppressed"; without one a viewer does not know.
        json.WriteStartArray("suppressions");
        if (suppression is not null)
        {
            json.WriteStartObject();
            json.WriteString("kind", suppression.Kind == SuppressionKind.Inline ? "inSource" : "external");
            json.WriteString("status", "accepted");
            if (suppression.Reason is not null)
            {
                json.WriteString("justification", suppression.Reason);
            }

            json.WriteEndObject();
        }

        json.WriteEndArray();
    }
}
