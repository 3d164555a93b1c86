using SecretGuard.Findings;

namespace SecretGuard.Reporting;

/// <summary>One remark beside a line in a CI system's view.</summary>
/// <param name="Severity">How bad.</param>
/// <param name="Id">Diagnostic id, or "incomplete".</param>
/// <param name="Title">One short line.</param>
/// <param name="Message">What and why.</param>
/// <param name="Location">Where, or null.</param>
internal sealed record Annotation(Severity Severity, string Id, string Title, string Message, Location? Location)
{
    /// <summary>What a report has to say, in the order of importance: what was not looked at, findings from the worst on, notices.</summary>
    public static IEnumerable<Annotation> All(Report report) =>
        report.Incomplete.Select(Of)
            .Concat(report.Findings.OrderByDescending(finding => finding.Severity).Select(Of))
            .Concat(report.Notices.OrderByDescending(notice => notice.Severity).Select(Of));

    private static Annotation Of(Incomplete incomplete)
    {
        string advice = incomplete.Advice is null ? "" : $" {incomplete.Advice}";
        return new(Severity.High, "incomplete", "Not looked at", $"{incomplete.Path}: {incomplete.Reason}{advice}", null);
    }

    private static Annotation Of(Finding finding)
    {
        string slug = finding.Rule.Length == 0 ? "" : $" [{finding.Rule}]";
        return new(finding.Severity, finding.DiagnosticId, $"{finding.DiagnosticId}{slug}", $"{finding.Title}: {finding.Preview}.{HistoryText.Sentences(finding)}", finding.Location);
    }

    private static Annotation Of(Notice notice) => new(notice.Severity, notice.DiagnosticId, notice.DiagnosticId, notice.Message, notice.Location);
}
