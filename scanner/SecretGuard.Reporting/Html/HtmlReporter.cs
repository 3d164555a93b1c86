using System.Globalization;
using SecretGuard.Findings;
using SecretGuard.Rules;

namespace SecretGuard.Reporting;

/// <summary>
/// One page that needs no network and no other file. Without its script it is a plain table; the script filters, sorts and groups.
/// </summary>
public sealed class HtmlReporter : IReporter
{
    private static readonly Severity[] Severities = [Severity.Critical, Severity.High, Severity.Medium, Severity.Low, Severity.Info];

    /// <inheritdoc/>
    public string Format => "html";

    /// <inheritdoc/>
    public void Write(Report report, TextWriter output)
    {
        IReadOnlyList<ReportEntry> entries = ReportEntry.All(report);
        WriteHead(report, output);
        WriteHeader(report, output);
        output.Write("<main id=\"main\">\n");
        WriteGaps(report, output);
        if (entries.Count == 0)
        {
            output.Write("<p class=\"empty\">No findings.</p>\n");
        }
        else
        {
            WriteToolbar(report, entries, output);
            WriteTable(entries, output);
        }

        WriteAdvice(report, output);
        WriteNotices(report, output);
        output.Write("</main>\n");
        WriteFoot(report, entries, output);
    }

    private static void WriteHead(Report report, TextWriter output)
    {
        output.Write("<!DOCTYPE html>\n<html lang=\"en\">\n<head>\n<meta charset=\"utf-8\">\n");
        output.Write("<meta http-equiv=\"Content-Security-Policy\" content=\"default-src 'none'; style-src 'unsafe-inline'; script-src 'unsafe-inline'; base-uri 'none'; form-action 'none'\">\n");
        output.Write("<meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">\n<meta name=\"color-scheme\" content=\"light dark\">\n<meta name=\"referrer\" content=\"no-referrer\">\n");
        output.Write($"<title>SecretGuard: {Summary.Outcome(report)}</title>\n<style>\n{HtmlAssets.Style}</style>\n</head>\n<body>\n");
    }

    private static void WriteHeader(Report report, TextWriter output)
    {
        string revision = report.Revision is null ? "" : $" · commit <code>{HtmlText.Escape(report.Revision[..Math.Min(12, report.Revision.Length)])}</code>";
        string time = report.StartedAt.UtcDateTime.ToString("yyyy-MM-dd HH:mm", CultureInfo.InvariantCulture);
        output.Write($"""
            <a class="skip" href="#main">Skip to the findings</a>
            <header>
            <h1>SecretGuard <span>{HtmlText.Escape(report.Command)}</span></h1>
            <p class="outcome">{Summary.Outcome(report)}</p>
            <p class="run">{Summary.LookedAt(report)} · <time datetime="{time.Replace(' ', 'T')}Z">{time} UTC</time>{revision}</p>
            </header>

            """.ReplaceLineEndings("\n"));
    }

    private static void WriteGaps(Report report, TextWriter output)
    {
        if (report.Incomplete.Count == 0)
        {
            return;
        }

        output.Write("<section class=\"gaps\">\n<h2>Not everything was looked at</h2>\n<ul>\n");
        foreach (Incomplete item in report.Incomplete)
        {
            output.Write($"<li><code>{HtmlText.Path(item.Path)}</code> {HtmlText.Escape(item.Reason)} {HtmlText.Escape(item.Advice ?? "")}</li>\n");
        }

        output.Write("</ul>\n</section>\n");
    }

    private static void WriteToolbar(Report report, IReadOnlyList<ReportEntry> entries, TextWriter output)
    {
        var chips = Severities.Select(severity =>
        {
            int count = report.Findings.Count(finding => finding.Severity == severity);
            return string.Create(CultureInfo.InvariantCulture, $"<button type=\"button\" class=\"chip {severity.Name()}\" data-severity=\"{severity.Name()}\" aria-pressed=\"true\">{severity.Name()} <b>{count}</b></button>\n");
        });
        var rules = entries.Select(entry => entry.Finding.KindId()).Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal)
            .Select(rule => $"<option>{HtmlText.Escape(rule)}</option>\n");

        // Hidden until the script runs: without it none of this would do anything.
        output.Write($"""
            <form class="toolbar" id="toolbar" aria-label="Filter and order" hidden>
            <div class="chips" role="group" aria-label="Severity">
            {string.Concat(chips)}</div>
            <label class="search">Search <input type="search" id="search" autocomplete="off" placeholder="path, rule, text" aria-keyshortcuts="/"></label>
            <label>State <select id="state"><option value="new">new</option><option value="suppressed">suppressed</option><option value="">all</option></select></label>
            <label>Rule <select id="rule"><option value="">all</option>
            {string.Concat(rules)}</select></label>
            <label>Group by <select id="group"><option value="">nothing</option><option value="path">file</option><option value="rule">rule</option><option value="severity">severity</option></select></label>
            <label>Sort by <select id="sort"><option value="severity">severity</option><option value="path">path</option><option value="rule">rule</option><option value="confidence">confidence</option></select></label>
            <button type="reset" id="reset">Reset</button>
            </form>
            <p class="count" id="count" role="status" aria-live="polite"></p>

            """.ReplaceLineEndings("\n"));
    }

    private static void WriteTable(IReadOnlyList<ReportEntry> entries, TextWriter output)
    {
        output.Write("""
            <table id="findings">
            <caption>Findings</caption>
            <thead>
            <tr><th scope="col" data-sort="severity">Severity</th><th scope="col" data-sort="path">Where</th><th scope="col" data-sort="rule">What</th><th scope="col" data-sort="confidence">Confidence</th><th scope="col">Line, masked</th></tr>
            </thead>
            <tbody>

            """.ReplaceLineEndings("\n"));
        HtmlRows.WriteRows(entries, output);
        output.Write("</tbody>\n</table>\n<p><button type=\"button\" id=\"more\" hidden>Show more</button></p>\n");
    }

    private static void WriteAdvice(Report report, TextWriter output)
    {
        IReadOnlyList<Rule> rules = report.MentionedRules();
        if (rules.Count == 0)
        {
            return;
        }

        output.Write("<section>\n<h2>What to do</h2>\n<dl>\n");
        foreach (Rule rule in rules)
        {
            string source = rule.Documentation is null ? "" : $" {HtmlText.Link(rule.Documentation, "Documentation")}";
            output.Write($"<dt>{HtmlText.Escape(rule.Title)} <code class=\"kind\">{HtmlText.Escape(rule.Slug)}</code></dt>\n<dd>{HtmlText.Escape(rule.Advice)}{source}</dd>\n");
        }

        output.Write("</dl>\n</section>\n");
    }

    private static void WriteNotices(Report report, TextWriter output)
    {
        if (report.Notices.Count == 0)
        {
            return;
        }

        output.Write("<section>\n<h2>Notices</h2>\n<ul>\n");
        foreach (Notice notice in report.Notices)
        {
            string where = notice.Location is null ? "" : string.Create(CultureInfo.InvariantCulture, $" <code>{HtmlText.Path(notice.Location.Path)}:{notice.Location.StartLine}</code>");
            output.Write($"<li><code class=\"kind\">{HtmlText.Escape(notice.DiagnosticId)}</code>{where} {HtmlText.Escape(notice.Message)}</li>\n");
        }

        output.Write("</ul>\n</section>\n");
    }

    private static void WriteFoot(Report report, IReadOnlyList<ReportEntry> entries, TextWriter output)
    {
        output.Write($"<footer>SecretGuard {HtmlText.Escape(report.ToolVersion)}. Values are masked: this page holds no secret.</footer>\n");
        if (entries.Count > 0)
        {
            output.Write("<script type=\"application/json\" id=\"data\">");
            HtmlRows.WriteData(entries, output);
            output.Write($"</script>\n<script>\n{HtmlAssets.Script}</script>\n");
        }

        output.Write("</body>\n</html>\n");
    }
}
