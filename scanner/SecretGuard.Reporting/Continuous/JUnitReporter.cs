using System.Globalization;
using System.Text;
using System.Xml;
using SecretGuard.Findings;

namespace SecretGuard.Reporting;

/// <summary>JUnit XML, which every CI system shows: a finding is a failure, a suppressed one is skipped, what was not looked at is an error.</summary>
public sealed class JUnitReporter : IReporter
{
    /// <inheritdoc/>
    public string Format => "junit";

    /// <inheritdoc/>
    public void Write(Report report, TextWriter output)
    {
        var settings = new XmlWriterSettings { Indent = true, IndentChars = "  ", NewLineChars = "\n", NewLineHandling = NewLineHandling.Entitize, OmitXmlDeclaration = true };

        // A text writer claims its own encoding in the declaration; reports are UTF-8 whatever string they pass through.
        output.Write("<?xml version=\"1.0\" encoding=\"utf-8\"?>\n");
        using (var xml = XmlWriter.Create(output, settings))
        {
            WriteSuites(xml, report);
        }

        output.Write('\n');
    }

    private static void WriteSuites(XmlWriter xml, Report report)
    {
        xml.WriteStartElement("testsuites");
        WriteTotals(xml, "secretguard", report);
        xml.WriteStartElement("testsuite");
        WriteTotals(xml, $"secretguard {report.Command}", report);
        Attribute(xml, "skipped", Number(report.Suppressed.Count));
        Attribute(xml, "timestamp", report.StartedAt.UtcDateTime.ToString("yyyy-MM-dd'T'HH:mm:ss", CultureInfo.InvariantCulture));
        foreach (ReportEntry entry in ReportEntry.All(report))
        {
            WriteEntry(xml, entry);
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
            xml.WriteElementString("system-out", Clean(string.Join('\n', report.Notices.Select(notice => $"{notice.DiagnosticId} {VisibleText.Of(notice.Message)}"))));
        }

        xml.WriteEndElement();
        xml.WriteEndElement();
    }

    /// <summary>Whether nothing would be listed: CI systems take a suite without a test for one that did not run, so the clean run is a passed test.</summary>
    private static bool IsEmpty(Report report) => report.Findings.Count + report.Suppressed.Count + report.Incomplete.Count == 0;

    private static void WriteTotals(XmlWriter xml, string name, Report report)
    {
        Attribute(xml, "name", name);
        Attribute(xml, "tests", Number(IsEmpty(report) ? 1 : report.Findings.Count + report.Suppressed.Count + report.Incomplete.Count));
        Attribute(xml, "failures", Number(report.Findings.Count));
        Attribute(xml, "errors", Number(report.Incomplete.Count));
        Attribute(xml, "time", report.Elapsed.TotalSeconds.ToString("0.000", CultureInfo.InvariantCulture));
    }

    private static void WriteEntry(XmlWriter xml, ReportEntry entry)
    {
        Finding finding = entry.Finding;
        string name = string.Create(CultureInfo.InvariantCulture, $"{finding.Location.Path}:{finding.Location.StartLine}:{finding.Location.StartColumn} {finding.Title}");
        WriteCase(xml, finding.KindId(), name, finding.Location, () =>
        {
            if (entry.Suppression is { } suppression)
            {
                xml.WriteStartElement("skipped");
                Attribute(xml, "message", suppression.Reason is null ? suppression.Kind.Name() : $"{suppression.Kind.Name()}: {suppression.Reason}");
                xml.WriteEndElement();
            }
            else
            {
                WriteOutcome(xml, "failure", finding.Severity.Name(), $"{finding.Title}: {finding.Preview}", $"{finding.Excerpt.Text}\n{finding.Reason}");
            }
        });
    }

    private static void WriteCase(XmlWriter xml, string className, string name, Location? location, Action writeOutcome)
    {
        xml.WriteStartElement("testcase");
        Attribute(xml, "classname", className);
        Attribute(xml, "name", name);
        if (location is not null)
        {
            Attribute(xml, "file", location.Path);
            Attribute(xml, "line", Number(location.StartLine));
        }

        writeOutcome();
        xml.WriteEndElement();
    }

    private static void WriteOutcome(XmlWriter xml, string element, string type, string message, string? body)
    {
        xml.WriteStartElement(element);
        Attribute(xml, "type", type);
        Attribute(xml, "message", message);
        if (body is not null)
        {
            xml.WriteString(Clean(body.TrimEnd('\n')));
        }

        xml.WriteEndElement();
    }

    private static void Attribute(XmlWriter xml, string name, string value) => xml.WriteAttributeString(name, Clean(value));

    private static string Number(int number) => number.ToString(CultureInfo.InvariantCulture);

    /// <summary>XML 1.0 has no way to write most control characters, nor half a surrogate pair.</summary>
    private static string Clean(string text)
    {
        var clean = new StringBuilder(text.Length);
        foreach (Rune rune in text.EnumerateRunes())
        {
            bool allowed = rune.Value is '\t' or '\n' or '\r' or (>= 0x20 and not (0xFFFE or 0xFFFF));
            clean.Append(allowed ? rune.ToString() : "\uFFFD");
        }

        return clean.ToString();
    }
}
