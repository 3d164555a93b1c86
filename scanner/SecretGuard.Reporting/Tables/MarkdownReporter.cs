using System.Globalization;
using System.Text;
using SecretGuard.Findings;
using SecretGuard.Rules;

namespace SecretGuard.Reporting;

/// <summary>GitHub-flavoured Markdown for job summaries and comments: a line that sums up, a table of findings, what to do.</summary>
public sealed class MarkdownReporter : IReporter
{
    /// <summary>A step's summary on GitHub may hold 1 MiB; a longer one is dropped whole. In UTF-8 bytes, with room for what follows the table.</summary>
    internal const int MostTableBytes = 900_000;

    /// <inheritdoc/>
    public string Format => "markdown";

    /// <inheritdoc/>
    public void Write(Report report, TextWriter output)
    {
        WriteHead(report, output);
        if (report.Change is null)
        {
            WriteFindings(report, output);
            WriteMatrix(new VerifiedMatrix(report), output);
        }
        else
        {
            WriteMatrix(new VerifiedMatrix(report), output);
            WriteFindings(report, output);
        }

        WriteList(output, "What to do", AdvisedRules(report).Select(rule => $"{MarkdownText.Escape(rule.Title)}: {MarkdownText.Escape(rule.Advice)}"));
        WriteList(output, "Notices", report.Notices.Where(notice => !IsChange(report, notice)).Select(Notice));
        WriteList(output, "Not looked at", report.Incomplete.Select(item => $"{MarkdownText.Code(item.Path)}: {MarkdownText.Escape(item.Reason)} {MarkdownText.Escape(item.Advice ?? "")}".TrimEnd()));
    }

    /// <summary>Of a change, what it adds comes first: that is what a comment on it is read for.</summary>
    private static void WriteHead(Report report, TextWriter output)
    {
        Line(output, report.Change is null ? "## SecretGuard" : "## SecretGuard: secrets of this change");
        Line(output);
        if (report.Change is { Length: > 0 } change)
        {
            Line(output, $"**{MarkdownText.Escape(char.ToUpperInvariant(change[0]) + change[1..])}**");
            Line(output);
        }

        Line(output, $"**{Summary.Outcome(report)}** in {Summary.LookedAt(report)}");
    }

    private static bool IsChange(Report report, Notice notice) => report.Change is { } change && notice.Message.StartsWith(change, StringComparison.Ordinal);

    private static IEnumerable<Rule> AdvisedRules(Report report)
    {
        var slugs = report.Findings.Select(finding => finding.Rule).ToHashSet(StringComparer.Ordinal);
        return report.MentionedRules().Where(rule => slugs.Contains(rule.Slug));
    }

    private static void WriteFindings(Report report, TextWriter output)
    {
        if (report.Findings.Count == 0)
        {
            return;
        }

        Line(output);
        Line(output, "| Severity | Where | What | Shown masked | Why |");
        Line(output, "|---|---|---|---|---|");
        int written = 0;
        int bytes = 0;

        // The worst first: what does not fit is the least.
        foreach (Finding finding in report.Findings.OrderByDescending(finding => finding.Severity))
        {
            string row = Row(finding);
            bytes += Encoding.UTF8.GetByteCount(row) + 1;
            if (bytes > MostTableBytes)
            {
                break;
            }

            Line(output, row);
            written++;
        }

        if (written < report.Findings.Count)
        {
            Line(output);
            Line(output, $"{Amount.Of(report.Findings.Count - written, "more finding")} did not fit here.");
        }
    }

    private static void WriteMatrix(VerifiedMatrix matrix, TextWriter output)
    {
        if (matrix.Environments.Count == 0)
        {
            return;
        }

        Line(output);
        Line(output, $"| Secret | {string.Join(" | ", matrix.Environments.Select(MarkdownText.Escape))} |");
        Line(output, $"|---|{string.Concat(matrix.Environments.Select(_ => "---|"))}");
        foreach ((string name, IReadOnlyList<string> states) in matrix.Rows)
        {
            Line(output, $"| {MarkdownText.Code(name)} | {string.Join(" | ", states.Select(state => state is VerifiedReference.Present or VerifiedMatrix.Nothing ? state : $"**{state}**"))} |");
        }
    }

    private static string Row(Finding finding)
    {
        string where = string.Create(CultureInfo.InvariantCulture, $"{finding.Location.Path}:{finding.Location.StartLine}:{finding.Location.StartColumn}");
        string why = string.Join("; ", new[] { finding.Reason, finding.Provenance is null ? null : HistoryText.Of(finding.Provenance) }.OfType<string>());
        return $"| {finding.Severity.Name()} | {MarkdownText.Code(where)} | {MarkdownText.Escape(finding.Title)} ({MarkdownText.Code(finding.KindId())}) | {MarkdownText.Code(finding.Preview)} | {MarkdownText.Escape(why)} |";
    }

    private static string Notice(Notice notice)
    {
        string where = notice.Location is null ? "" : string.Create(CultureInfo.InvariantCulture, $"{MarkdownText.Code($"{notice.Location.Path}:{notice.Location.StartLine}")}: ");
        return $"{where}{MarkdownText.Escape(notice.Message)} ({notice.DiagnosticId})";
    }

    private static void WriteList(TextWriter output, string heading, IEnumerable<string> items)
    {
        bool first = true;
        foreach (string item in items)
        {
            if (first)
            {
                Line(output);
                Line(output, $"### {heading}");
                Line(output);
                first = false;
            }

            Line(output, $"- {item}");
        }
    }

    private static void Line(TextWriter output, string text = "")
    {
        output.Write(text);
        output.Write('\n');
    }
}
