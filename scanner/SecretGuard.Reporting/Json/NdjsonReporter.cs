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
    public void Write(Report report, TextWriter output) => JsonText.WriteLines(
        output,
        [
            Record("report", report, ReportJson.WriteHeader),
            .. Records("rule", report.MentionedRules(), ReportJson.WriteRule),
            .. Records("finding", report.Findings, ReportJson.WriteFinding),
            .. Records("suppressed", report.Suppressed, ReportJson.WriteSuppressed),
            .. Records("notice", report.Notices, ReportJson.WriteNotice),
            .. Records("incomplete", report.Incomplete, ReportJson.WriteIncomplete),
            Record("summary", report, ReportJson.WriteSummary),
        ]);

    private static IEnumerable<Action<Utf8JsonWriter>> Records<T>(string type, IEnumerable<T> items, Action<Utf8JsonWriter, T> writeProperties) =>
        items.Select(item => Record(type, item, writeProperties));

    private static Action<Utf8JsonWriter> Record<T>(string type, T item, Action<Utf8JsonWriter, T> writeProperties) => json =>
    {
        json.WriteStartObject();
        json.WriteString("type", type);
        writeProperties(json, item);
        json.WriteEndObject();
    };
}
