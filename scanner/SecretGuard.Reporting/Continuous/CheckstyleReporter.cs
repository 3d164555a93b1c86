using System.Globalization;
using System.Xml;
using SecretGuard.Findings;

namespace SecretGuard.Reporting;

/// <summary>Checkstyle's XML, which review bots and CI systems read for any language: files, and what is wrong in their lines.</summary>
public sealed class CheckstyleReporter : IReporter
{
    /// <inheritdoc/>
    public string Format => "checkstyle";

    /// <inheritdoc/>
    public void Write(Report report, TextWriter output) => XmlText.WriteDocument(output, xml =>
    {
        xml.WriteStartElement("checkstyle");
        xml.WriteAttributeString("version", "4.3");
        IEnumerable<(string Path, Action Write)> all = report.Findings.Select(finding => (finding.Location.Path, Of(xml, finding)))
            .Concat(report.Notices.Select(notice => (notice.Location?.Path ?? "secretguard", Of(xml, notice))))
            .Concat(report.Incomplete.Select(incomplete => (incomplete.Path, Of(xml, incomplete))));
        foreach (IGrouping<string, (string Path, Action Write)> file in all.GroupBy(item => item.Path, StringComparer.Ordinal))
        {
            xml.WriteStartElement("file");
            xml.WriteText("name", file.Key);
            foreach ((_, Action write) in file)
            {
                write();
            }

            xml.WriteEndElement();
        }

        xml.WriteEndElement();
    });

    private static Action Of(XmlWriter xml, Finding finding) => () =>
    {
        string reason = ReasonText.Sentence(finding.Reason);
        WriteError(xml, finding.Location, finding.Severity, $"{finding.Title}: {finding.Preview}.{reason}", finding.KindId());
    };

    private static Action Of(XmlWriter xml, Notice notice) => () => WriteError(xml, notice.Location, notice.Severity, notice.Message, notice.DiagnosticId);

    private static Action Of(XmlWriter xml, Incomplete incomplete) => () =>
        WriteError(xml, null, Severity.High, $"Not looked at: {incomplete.Reason}{(incomplete.Advice is null ? "" : $" {incomplete.Advice}")}", DiagnosticIds.NotLookedAt);

    private static void WriteError(XmlWriter xml, Location? location, Severity severity, string message, string source)
    {
        xml.WriteStartElement("error");
        xml.WriteText("line", Number(location?.StartLine ?? 1));
        xml.WriteText("column", Number(location?.StartColumn ?? 1));
        xml.WriteText("severity", severity switch { Severity.Critical or Severity.High => "error", Severity.Medium => "warning", _ => "info" });
        xml.WriteText("message", message);
        xml.WriteText("source", $"secretguard.{source.Replace('/', '.')}");
        xml.WriteEndElement();
    }

    private static string Number(int number) => number.ToString(CultureInfo.InvariantCulture);
}
