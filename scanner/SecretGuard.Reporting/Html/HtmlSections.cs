using System.Globalization;
using SecretGuard.Findings;
using SecretGuard.Rules;

namespace SecretGuard.Reporting;

/// <summary>What stands around the table: what was not looked at, what to do, what the tool says about its inputs.</summary>
internal static class HtmlSections
{
    public static void WriteGaps(Report report, TextWriter output)
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

    public static void WriteMatrix(Report report, TextWriter output)
    {
        var matrix = new VerifiedMatrix(report);
        if (matrix.Environments.Count == 0)
        {
            return;
        }

        output.Write($"<section>\n<h2>Secrets by environment</h2>\n<table class=\"matrix\">\n<thead><tr><th>Secret</th>{string.Concat(matrix.Environments.Select(environment => $"<th>{HtmlText.Escape(environment)}</th>"))}</tr></thead>\n<tbody>\n");
        foreach ((string name, IReadOnlyList<string> states) in matrix.Rows)
        {
            output.Write($"<tr><td><code>{HtmlText.Escape(name)}</code></td>{string.Concat(states.Select(state => $"<td>{(state is VerifiedReference.Present or VerifiedMatrix.Nothing ? HtmlText.Escape(state) : $"<strong>{HtmlText.Escape(state)}</strong>")}</td>"))}</tr>\n");
        }

        output.Write("</tbody>\n</table>\n</section>\n");
    }

    public static void WriteAdvice(Report report, TextWriter output)
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

    public static void WriteNotices(Report report, TextWriter output)
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
}
