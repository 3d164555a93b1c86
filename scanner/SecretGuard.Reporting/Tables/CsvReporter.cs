using System.Buffers;
using System.Globalization;
using SecretGuard.Findings;

namespace SecretGuard.Reporting;

/// <summary>Comma-separated values (RFC 4180) for spreadsheets: one row for each finding, suppressed finding, notice and gap.</summary>
public sealed class CsvReporter : IReporter
{
    private static readonly string[] Columns =
    [
        "state", "severity", "confidence", "id", "rule", "title", "path", "line", "column", "endLine", "endColumn", "preview", "excerpt",
        "reason", "fingerprint", "suppressedBy", "suppressionReason", "history",
    ];

    private static readonly SearchValues<char> Quoted = SearchValues.Create("\",;\r\n\t");

    /// <inheritdoc/>
    public string Format => "csv";

    /// <inheritdoc/>
    public void Write(Report report, TextWriter output)
    {
        WriteRow(output, Columns);
        foreach (ReportEntry entry in ReportEntry.All(report))
        {
            WriteRow(output, Row(entry));
        }

        foreach (Notice notice in report.Notices)
        {
            WriteRow(output, ["notice", notice.Severity.Name(), "", notice.DiagnosticId, "", notice.Message, .. Place(notice.Location), "", "", "", "", "", "", ""]);
        }

        foreach (Incomplete incomplete in report.Incomplete)
        {
            WriteRow(output, ["incomplete", "", "", "", "", incomplete.Reason, incomplete.Path, "", "", "", "", "", "", incomplete.Advice ?? "", "", "", "", ""]);
        }
    }

    private static string[] Row(ReportEntry entry)
    {
        Finding finding = entry.Finding;
        return
        [
            entry.Suppression is null ? "new" : "suppressed", finding.Severity.Name(), finding.Confidence.Name(), finding.DiagnosticId, finding.Rule, finding.Title,
            .. Place(finding.Location), finding.Preview, finding.Excerpt.Text, finding.Reason ?? "", finding.Fingerprint ?? "",
            entry.Suppression?.Kind.Name() ?? "", entry.Suppression?.Reason ?? "", finding.Provenance is null ? "" : HistoryText.Of(finding.Provenance),
        ];
    }

    private static string[] Place(Location? location) => location is null
        ? ["", "", "", "", ""]
        : [location.Path, Number(location.StartLine), Number(location.StartColumn), Number(location.EndLine), Number(location.EndColumn)];

    private static void WriteRow(TextWriter output, string[] cells)
    {
        for (int i = 0; i < cells.Length; i++)
        {
            if (i > 0)
            {
                output.Write(',');
            }

            output.Write(Cell(cells[i]));
        }

        output.Write('\n');
    }

    private static string Cell(string text)
    {
        string guarded = IsFormula(text) ? "'" + text : text;
        return guarded.AsSpan().ContainsAny(Quoted) ? $"\"{guarded.Replace("\"", "\"\"", StringComparison.Ordinal)}\"" : guarded;
    }

    /// <summary>Spreadsheets run a cell that begins so, also after blanks and with the full-width forms; an apostrophe makes it text.</summary>
    private static bool IsFormula(string text)
    {
        ReadOnlySpan<char> start = text.AsSpan().TrimStart();
        return (text.Length > 0 && text[0] is '\t' or '\r' or '\n')
            || (!start.IsEmpty && start[0] is '=' or '+' or '-' or '@' or '＝' or '＋' or '－' or '＠');
    }

    private static string Number(int number) => number.ToString(CultureInfo.InvariantCulture);
}
