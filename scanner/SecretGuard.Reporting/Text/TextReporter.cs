using System.Globalization;
using SecretGuard.Findings;
using SecretGuard.Rules;

namespace SecretGuard.Reporting;

/// <summary>The report for people at a terminal or before a CI log.</summary>
/// <param name="color">Whether to write ANSI colours. The caller knows the terminal and <c>NO_COLOR</c>.</param>
/// <param name="columns">The terminal's width, or 0 for lines of any length.</param>
public sealed class TextReporter(bool color, int columns = 0) : IReporter
{
    private readonly TextStyle _style = new(color);
    private readonly TextLayout _layout = new(columns);

    /// <inheritdoc/>
    public string Format => "text";

    /// <inheritdoc/>
    public void Write(Report report, TextWriter output)
    {
        // Most runs find nothing, and a hook's runs are many: what they do not write is not made ready.
        if (report.Findings.Count > 0)
        {
            WriteFiles(report, output);
        }

        if (report.Verified.Count > 0)
        {
            WriteMatrix(new VerifiedMatrix(report), output);
        }

        if (report.Findings.Count > 0)
        {
            WriteAdvice(report, output);
            WriteHistoryAdvice(report, output);
        }

        if (report.Notices.Count > 0)
        {
            WriteNotices(report.Notices, output);
        }

        WriteIncomplete(report.Incomplete, output);
        bool clean = report.Findings.Count == 0 && report.Incomplete.Count == 0;
        Line(output, clean ? _style.Good(Summary.Of(report)) : _style.Heading(Summary.Of(report)));
    }

    private void WriteFiles(Report report, TextWriter output)
    {
        foreach (IGrouping<string, Finding> file in report.Findings.GroupBy(finding => finding.Location.Path, StringComparer.Ordinal))
        {
            WriteFile(file.Key, [.. file], output);
        }
    }

    private static string Position(Location location) => string.Create(CultureInfo.InvariantCulture, $"{location.StartLine}:{location.StartColumn}");

    private void WriteFile(string path, IReadOnlyList<Finding> findings, TextWriter output)
    {
        Line(output, _style.Path(VisibleText.Of(path)));
        int width = findings.Max(finding => Position(finding.Location).Length);
        foreach (Finding finding in findings)
        {
            WriteFinding(finding, width, output);
        }

        Line(output);
    }

    private void WriteFinding(Finding finding, int width, TextWriter output)
    {
        string position = Position(finding.Location).PadLeft(width);
        string severity = _style.Severity(finding.Severity, finding.Severity.Name());
        string title = VisibleText.Of(finding.Title), id = $"{(finding.Rule.Length == 0 ? "" : $"[{VisibleText.Of(finding.Rule)}] ")}{finding.DiagnosticId}";

        // The bar keeps a line of a scanned file from being taken for a command of the log that it is printed into.
        string bar = $"  {new string(' ', width)} {_style.Faint("|")} ", preview = VisibleText.Of(finding.Preview);
        string beforeId = _layout.Fits($"  {position} {finding.Severity.Name()} {title} {id}") ? " " : $"\n{bar}";
        Line(output, $"  {position} {severity} {title}{beforeId}{_style.Faint(id)}");
        WriteExcerpt(finding, bar, preview, width, output);
        if (finding.Reason is not null)
        {
            Line(output, $"{bar}why: {VisibleText.Of(finding.Reason)}");
        }

        if (finding.Provenance is not null)
        {
            Line(output, $"{bar}history: {HistoryText.Of(finding.Provenance)}");
            string paths = HistoryText.Paths(finding);
            if (paths.Length > 0)
            {
                Line(output, $"{bar}also in: {VisibleText.Of(paths)}");
            }

            foreach (HeldPlace place in finding.Provenance.EveryPlace)
            {
                Line(output, $"{bar}at: {VisibleText.Of(HistoryText.Of(place))}");
            }
        }
    }

    /// <summary>The masked line and what the mask stands for. A report that was read back may hold neither.</summary>
    private void WriteExcerpt(Finding finding, string bar, string preview, int width, TextWriter output)
    {
        if (finding.Excerpt.Text.Length == 0)
        {
            if (preview.Length > 0)
            {
                Line(output, $"{bar}{_style.Mask(preview)}");
            }

            return;
        }

        (string before, string mask, string after) = VisibleParts(finding.Excerpt);
        (before, after) = _layout.Around(before, mask, after, preview, indent: width + "   | ".Length);
        Line(output, $"{bar}{before}{_style.Mask(mask)}{after}");
        Line(output, $"{bar}{new string(' ', DisplayWidth.Of(before))}{_style.Mask(new string('^', Math.Max(1, DisplayWidth.Of(mask))))} {preview}");
    }

    private static (string Before, string Mask, string After) VisibleParts(Excerpt excerpt)
    {
        (string before, string mask, string after) = excerpt.Parts();
        return (VisibleText.Of(before), VisibleText.Of(mask), VisibleText.Of(after));
    }

    /// <summary>What to do about each kind once, instead of under each of fifty findings: the worst first, then what there is most of.</summary>
    private void WriteAdvice(Report report, TextWriter output)
    {
        IReadOnlyDictionary<string, Rule> rules = report.RulesBySlug();
        IGrouping<Rule, Finding>[] kinds = [.. report.Findings.Where(finding => rules.ContainsKey(finding.Rule)).GroupBy(finding => rules[finding.Rule])
            .OrderByDescending(kind => kind.Max(finding => finding.Severity)).ThenByDescending(kind => kind.Count()).ThenBy(kind => kind.Key.Slug, StringComparer.Ordinal)];
        Section(output, "What to do", kinds, kind =>
        {
            int count = kind.Count();
            Line(output, $"  {VisibleText.Of(kind.Key.Title)}{(count > 1 ? string.Create(CultureInfo.InvariantCulture, $" ({count} times)") : "")} {_style.Faint($"[{kind.Key.Slug}]")}");
            WriteWrapped(output, kind.Key.Advice);
            if (kind.Key == kinds[^1].Key && report.Findings.Any(finding => finding.DiagnosticId.StartsWith(DiagnosticIds.SecretPrefix, StringComparison.Ordinal)))
            {
                Line(output, "  Something is no secret");
                WriteWrapped(output, "'secretguard explain FILE:LINE' tells how to say so.");
            }
        });
    }

    private void WriteMatrix(VerifiedMatrix matrix, TextWriter output)
    {
        if (matrix.Environments.Count == 0)
        {
            return;
        }

        int first = matrix.Rows.Max(row => DisplayWidth.Of(VisibleText.Of(row.Name)));
        int[] widths = [.. matrix.Environments.Select((environment, i) => Math.Max(environment.Length, matrix.Rows.Max(row => row.States[i].Length)))];
        Line(output, _style.Heading("Secrets by environment"));
        Line(output, $"  {new string(' ', first)}  {string.Join("  ", matrix.Environments.Select((environment, i) => environment.PadRight(widths[i])))}".TrimEnd());
        foreach ((string name, IReadOnlyList<string> states) in matrix.Rows)
        {
            string shown = VisibleText.Of(name);
            IEnumerable<string> cells = states.Select((state, i) => $"{(state is VerifiedReference.Present ? _style.Good(state) : state is VerifiedMatrix.Nothing ? state : _style.Mask(state))}{new string(' ', widths[i] - state.Length)}");
            Line(output, $"  {shown}{new string(' ', first - DisplayWidth.Of(shown))}  {string.Join("  ", cells)}".TrimEnd());
        }

        Line(output);
    }

    private void WriteHistoryAdvice(Report report, TextWriter output) =>
        Section(output, "How to take it out of the history", [.. HistoryText.Advice(report)], advice => WriteWrapped(output, advice));

    private void WriteNotices(IReadOnlyList<Notice> notices, TextWriter output) => Section(output, "Notices", notices, notice =>
    {
        string where = notice.Location is null ? "" : $"{_style.Path($"{VisibleText.Of(notice.Location.Path)}:{Position(notice.Location)}")} ";
        Line(output, $"  {where}{_style.Severity(notice.Severity, notice.Severity.Name())} {VisibleText.Of(notice.Message)} {_style.Faint(notice.DiagnosticId)}");
    });

    private void WriteIncomplete(IReadOnlyList<Incomplete> incomplete, TextWriter output) => Section(output, "Not looked at", incomplete, item =>
    {
        Line(output, $"  {_style.Path(VisibleText.Of(item.Path))} {VisibleText.Of(item.Reason)}");
        if (item.Advice is not null)
        {
            WriteWrapped(output, item.Advice);
        }
    });

    private void WriteWrapped(TextWriter output, string text)
    {
        const string Indent = "    ";
        foreach (string line in _layout.Wrap(VisibleText.Of(text), Indent.Length))
        {
            Line(output, Indent + line);
        }
    }

    private void Section<T>(TextWriter output, string heading, IReadOnlyList<T> items, Action<T> write)
    {
        if (items.Count == 0)
        {
            return;
        }

        Line(output, _style.Heading(heading));
        foreach (T item in items)
        {
            write(item);
        }

        Line(output);
    }

    private static void Line(TextWriter output, string text = "")
    {
        output.Write(text);
        output.Write('\n');
    }
}
