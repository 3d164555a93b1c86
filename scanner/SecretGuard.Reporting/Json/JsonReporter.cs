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
        json.WriteObjects("findings", report.Findings, ReportJson.WriteFinding);
        json.WriteObjects("suppressed", report.Suppressed, ReportJson.WriteSuppressed);
        json.WriteObjects("notices", report.Notices, ReportJson.WriteNotice);
        json.WriteObjects("incomplete", report.Incomplete, ReportJson.WriteIncomplete);
        if (report.Verified.Count > 0)
        {
            json.WriteObjects("verified", report.Verified, ReportJson.WriteVerified);
        }

        json.WriteObjects("rules", report.MentionedRules(), ReportJson.WriteRule);
        json.WriteEndObject();
    });
}
