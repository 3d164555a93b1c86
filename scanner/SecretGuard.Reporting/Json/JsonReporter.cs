using System.Text.Json;

namespace SecretGuard.Reporting;

/// <summary>SecretGuard's own JSON: one document that holds everything of the report.</summary>
public sealed class JsonReporter : IReporter
{
    /// <inheritdoc/>
    public string Format => "json";

    /// <inheritdoc/>
    public void Write(Report report, TextWriter output) => JsonText.WriteDocument(output, json =>
    {
        json.WriteStartObject();
        ReportJson.WriteHeader(json, report);
        ReportJson.WriteSummary(json, report);
        WriteArray(json, "findings", report.Findings, ReportJson.WriteFinding);
        WriteArray(json, "suppressed", report.Suppressed, ReportJson.WriteSuppressed);
        WriteArray(json, "notices", report.Notices, ReportJson.WriteNotice);
        WriteArray(json, "incomplete", report.Incomplete, ReportJson.WriteIncomplete);
        WriteArray(json, "rules", report.MentionedRules(), ReportJson.WriteRule);
        json.WriteEndObject();
    });

    private static void WriteArray<T>(Utf8JsonWriter json, string name, IReadOnlyList<T> items, Action<Utf8JsonWriter, T> writeProperties)
    {
        json.WriteStartArray(name);
        foreach (T item in items)
        {
            json.WriteStartObject();
            writeProperties(json, item);
            json.WriteEndObject();
            json.HandOn();
        }

        json.WriteEndArray();
    }
}
