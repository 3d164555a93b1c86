using System.Globalization;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Unicode;
using SecretGuard.Findings;

namespace SecretGuard.Reporting;

/// <summary>The table of findings, twice: as rows for reading without a script, and as the data by which the script filters and sorts them.</summary>
internal static class HtmlRows
{
    /// <summary>Escapes <c>&lt;</c>, <c>&gt;</c>, <c>&amp;</c>, quotes and U+2028/9 besides what JSON demands: no text can end the script element.</summary>
    private static readonly JavaScriptEncoder Encoder = JavaScriptEncoder.Create(UnicodeRanges.All);

    public static void WriteRows(IReadOnlyList<ReportEntry> entries, TextWriter output)
    {
        foreach (ReportEntry entry in entries)
        {
            WriteRow(entry, output);
        }
    }

    /// <summary>One object a row, in the order of the rows.</summary>
    public static void WriteData(IReadOnlyList<ReportEntry> entries, TextWriter output) => JsonText.WriteLine(
        output,
        Encoder,
        json =>
        {
            json.WriteStartArray();
            foreach (ReportEntry entry in entries)
            {
                json.WriteStartObject();
                json.WriteString("state", State(entry));
                json.WriteString("severity", entry.Finding.Severity.Name());
                json.WriteString("confidence", entry.Finding.Confidence.Name());
                json.WriteString("rule", entry.Finding.KindId());
                json.WriteString("path", entry.Finding.Location.Path);
                json.WriteNumber("line", entry.Finding.Location.StartLine);
                json.WriteEndObject();
                json.HandOn();
            }

            json.WriteEndArray();
        });

    private static string State(ReportEntry entry) => entry.Suppression is null ? "new" : "suppressed";

    private static void WriteRow(ReportEntry entry, TextWriter output)
    {
        Finding finding = entry.Finding;
        string severity = finding.Severity.Name();
        string position = string.Create(CultureInfo.InvariantCulture, $":{finding.Location.StartLine}:{finding.Location.StartColumn}");
        output.Write($"<tr class=\"finding {State(entry)}\">\n");
        output.Write($"<td class=\"severity\"><span class=\"badge {severity}\">{severity}</span></td>\n");
        output.Write($"<td class=\"where\"><code>{HtmlText.Path(finding.Location.Path)}<span class=\"position\">{position}</span></code></td>\n");
        output.Write($"<td class=\"what\"><strong>{HtmlText.Escape(finding.Title)}</strong> <code class=\"kind\">{HtmlText.Path(finding.KindId())}</code></td>\n");
        output.Write($"<td class=\"confidence\">{finding.Confidence.Name().Replace('-', ' ')}</td>\n");
        output.Write("<td class=\"evidence\">");
        WriteExcerpt(finding.Excerpt, output);
        string reason = finding.Reason is null ? "" : $"{HtmlText.Escape(finding.Reason)} · ";
        output.Write($"<p class=\"why\">{reason}{HtmlText.Escape(finding.Preview)}</p>");
        if (finding.Provenance is not null)
        {
            output.Write($"<p class=\"why\">{HtmlText.Escape(HistoryText.Of(finding.Provenance))}</p>");
        }

        if (entry.Suppression is { } suppression)
        {
            string words = suppression.Reason is null ? "" : $": {HtmlText.Escape(suppression.Reason)}";
            output.Write($"<p class=\"accepted\"><span class=\"badge\">suppressed</span> {suppression.Kind.Name()}{words}</p>");
        }

        output.Write("</td>\n</tr>\n");
    }

    private static void WriteExcerpt(Excerpt excerpt, TextWriter output)
    {
        (string before, string mask, string after) = excerpt.Parts();
        output.Write($"<pre>{HtmlText.Escape(before)}<mark>{HtmlText.Escape(mask)}</mark>{HtmlText.Escape(after)}</pre>");
    }
}
