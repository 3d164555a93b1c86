using System.Globalization;
using SecretGuard.Findings;

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
        HtmlSections.WriteGaps(report, output);
        if (entries.Count == 0)
        {
            output.Write("<p class=\"empty\">No findings.</p>\n");
        }
        else
        {
            WriteToolbar(report, entries, output);
            WriteTable(entries, output);
        }

        HtmlSections.WriteMatrix(report, output);
        HtmlSections.WriteAdvice(report, output);
        HtmlSections.WriteNotices(report, output);
        output.Write("</main>\n");
        WriteFoot(report, entries, output);
    }

    private static void WriteHead(Report report, TextWriter output) => output.Write($$"""
        <!DOCTYPE html>
        <html lang="en">
        <head>
        <meta charset="utf-8">
        <meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'; script-src 'unsafe-inline'; base-uri 'none'; form-action 'none'">
        <meta name="viewport" content="width=device-width, initial-scale=1">
        <meta name="color-scheme" content="light dark">
        <meta name="referrer" content="no-referrer">
        <title>SecretGuard: {{Summary.Outcome(report)}}</title>
        <style>
        {{HtmlAssets.Style}}</style>
        <script>
        document.documentElement.className = "scripted";
        addEventListener("error", () => (document.documentElement.className = ""));
        </script>
        </head>
        <body>

        """);

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

            """);
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

            """);
    }

    private static void WriteTable(IReadOnlyList<ReportEntry> entries, TextWriter output)
    {
        output.Write("""
            <table id="findings">
            <caption>Findings</caption>
            <thead>
            <tr><th scope="col" data-sort="severity">Severity</th><th scope="col" data-sort="path">Where</th><th scope="col" data-sort="rule">What</th><th scope="col" data-sort="confidence">Confidence</th><th scope="col">Line, masked</th></tr>
            </thead>
            <tbody class="written">

            """);
        HtmlRows.WriteRows(entries, output);
        output.Write("</tbody>\n</table>\n<p><button type=\"button\" id=\"more\" hidden>Show more</button></p>\n");
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
