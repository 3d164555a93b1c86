using System.Globalization;
using System.Xml;
using SecretGuard.Findings;

namespace SecretGuard.Reporting;

/// <summary>
/// JUnit XML, which every CI system shows: a finding is a failure, a suppressed one is skipped, and so is a reference that was left unverified; what could not be
/// looked at is an error.
/// </summary>
public sealed class JUnitReporter : IReporter
{
    /// <inheritdoc/>
    public string Format => "junit";

    /// <inheritdoc/>
    public void Write(Report report, TextWriter output) => XmlText.WriteDocument(output, xml => WriteSuites(xml, report));

    private static void WriteSuites(XmlWriter xml, Report report)
    {
        xml.WriteStartElement("testsuites");
        WriteTotals(xml, "secretguard", report);
        xml.WriteStartElement("testsuite");
        WriteTotals(xml, $"secretguard {report.Command}", report);
        xml.WriteText("skipped", Number(report.Suppressed.Count + report.Unverified.Count));
        xml.WriteText("timestamp", report.StartedAt.UtcDateTime.ToString("yyyy-MM-dd'T'HH:mm:ss", CultureInfo.InvariantCulture));
        foreach (ReportEntry entry in ReportEntry.All(report))
        {
            WriteEntry(xml, entry);
        }

        foreach (VerifiedReference reference in Passed(report))
        {
            WriteCase(xml, "verified", NameOf(reference.Location, reference.Environment, reference.Name), reference.Location, static () => { });
        }

        foreach (UnverifiedReference reference in report.Unverified)
        {
            WriteCase(xml, "unverified", NameOf(reference.Location, reference.Environment, reference.Name), reference.Location, () => WriteSkipped(xml, reference.Reason));
        }

        foreach (Incomplete incomplete in report.Incomplete)
        {
            WriteCase(xml, "incomplete", incomplete.Path, null, () => WriteOutcome(xml, "error", "incomplete", incomplete.Reason, incomplete.Advice));
        }

        if (IsEmpty(report))
        {
            WriteCase(xml, "secretguard", Summary.LookedAt(report), null, static () => { });
        }

        if (report.Notices.Count > 0)
        {
            xml.WriteElementString("system-out", XmlText.Clean(string.Join('\n', report.Notices.Select(notice => $"{notice.DiagnosticId} {VisibleText.Of(notice.Message)}"))));
        }

        xml.WriteEndElement();
        xml.WriteEndElement();
    }

    /// <summary>Whether nothing would be listed: CI systems take a suite without a test for one that did not run, so the clean run is a passed test.</summary>
    private static bool IsEmpty(Report report) => Cases(report) == 0;

    /// <summary>One test for each reference that is as it should be: the others are findings, or could not be looked at.</summary>
    private static IEnumerable<VerifiedReference> Passed(Report report) => report.Verified.Where(reference => reference.IsPresent);

    private static int Cases(Report report) => report.Findings.Count + report.Suppressed.Count + report.Incomplete.Count + Passed(report).Count() + report.Unverified.Count;

    private static string NameOf(Location location, string environment, string name) =>
        string.Create(CultureInfo.InvariantCulture, $"{location.Path}:{location.StartLine}:{location.StartColumn} {(environment.Length == 0 ? "" : environment + ": ")}{name}");

    private static void WriteTotals(XmlWriter xml, string name, Report report)
    {
        xml.WriteText("name", name);
        xml.WriteText("tests", Number(Math.Max(1, Cases(report))));
        xml.WriteText("failures", Number(report.Findings.Count));
        xml.WriteText("errors", Number(report.Incomplete.Count));
        xml.WriteText("time", report.Elapsed.TotalSeconds.ToString("0.000", CultureInfo.InvariantCulture));
    }

    private static void WriteEntry(XmlWriter xml, ReportEntry entry)
    {
        Finding finding = entry.Finding;
        string name = string.Create(CultureInfo.InvariantCulture, $"{finding.Location.Path}:{finding.Location.StartLine}:{finding.Location.StartColumn} {finding.Title}");
        WriteCase(xml, finding.KindId(), name, finding.Location, () =>
        {
            if (entry.Suppression is { } suppression)
            {
                WriteSkipped(xml, suppression.Reason is null ? suppression.Kind.Name() : $"{suppression.Kind.Name()}: {suppression.Reason}");
            }
            else
            {
                WriteOutcome(xml, "failure", finding.Severity.Name(), $"{finding.Title}: {finding.Preview}", $"{finding.Excerpt.Text}\n{finding.Reason}\n{(finding.Provenance is null ? "" : HistoryText.Of(finding.Provenance))}");
            }
        });
    }

    private static void WriteCase(XmlWriter xml, string className, string name, Location? location, Action writeOutcome)
    {
        xml.WriteStartElement("testcase");
        xml.WriteText("classname", className);
        xml.WriteText("name", name);
        if (location is not null)
        {
            xml.WriteText("file", location.Path);
            xml.WriteText("line", Number(location.StartLine));
        }

        writeOutcome();
        xml.WriteEndElement();
    }

    private static void WriteSkipped(XmlWriter xml, string message)
    {
        xml.WriteStartElement("skipped");
        xml.WriteText("message", message);
        xml.WriteEndElement();
    }

    private static void WriteOutcome(XmlWriter xml, string element, string type, string message, string? body)
    {
        xml.WriteStartElement(element);
        xml.WriteText("type", type);
        xml.WriteText("message", message);
        if (body is not null)
        {
            xml.WriteString(XmlText.Clean(body.TrimEnd('\n')));
        }

        xml.WriteEndElement();
    }

    private static string Number(int number) => number.ToString(CultureInfo.InvariantCulture);
}
