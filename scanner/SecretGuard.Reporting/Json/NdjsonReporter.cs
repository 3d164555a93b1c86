using System.Text.Json;

namespace SecretGuard.Reporting;

/// <summary>
/// The JSON format as a stream: one object a line, each with its <c>type</c>. The first is <c>report</c> and names the schema, the last
/// is <c>summary</c>: a stream without it was cut off.
/// </summary>
public sealed class NdjsonReporter : IReporter
{
    /// <inheritdoc/>
    public string Format => "ndjson";

    /// <inheritdoc/>
    public void Write(Report report, TextWriter output)
    {
        WriteRecord(output, "report", report, ReportJson.WriteHeader);
        WriteRecords(output, "rule", report.MentionedRules(), ReportJson.WriteRule);
        WriteRecords(output, "finding", report.Findings, ReportJson.WriteFinding);
        WriteRecords(output, "suppressed", report.Suppressed, ReportJson.WriteSuppressed);
        WriteRecords(output, "notice", report.Notices, ReportJson.WriteNotice);
        WriteRecords(output, "incomplete", report.Incomplete, ReportJson.WriteIncomplete);
        WriteRecord(output, "summary", report, ReportJson.WriteSummary);
    }

    private static void WriteRecords<T>(TextWriter output, string type, IReadOnlyList<T> items, Action<Utf8JsonWriter, T> writeProperties)
    {
        foreach (T item in items)
        {
            WriteRecord(output, type, item, writeProperties);
        }
    }

    private static void WriteRecord<T>(TextWriter output, string type, T item, Action<Utf8JsonWriter, T> writeProperties)
    {
        JsonText.WriteLine(output, json =>
        {
            json.WriteStartObject();
            json.WriteString("type", type);
            writeProperties(json, item);
            json.WriteEndObject();
        });
        output.Write('\n');
    }
}
