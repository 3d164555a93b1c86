using SecretGuard.Inventories;

namespace SecretGuard.Reporting;

/// <summary>Who may do what, as a page and as a comment.</summary>
internal static class AccessPages
{
    private const string Title = "Who may do what with secrets";

    /// <summary>Writes GitHub- or GitLab-flavoured Markdown.</summary>
    public static void WriteMarkdown(AccessOverview overview, TextWriter output)
    {
        output.Write($"## {Title}\n\n**{AccessText.Summary(overview)}**\n");
        foreach (SecretAccess secret in overview.Secrets)
        {
            output.Write($"\n### {MarkdownText.Escape(secret.Name)}\n\n{string.Join(", ", secret.Places.Select(place => MarkdownText.Code(ReferenceText.Of(place))))}\n{(secret.Grants.Count == 0 ? $"\n{AccessText.Nothing}\n" : "")}");
            WriteTable(output, AccessText.GrantTitles, [.. secret.Grants.Select(AccessText.Cells)]);
            WriteTable(output, AccessText.UseTitles, [.. secret.Uses.Select(AccessText.Cells)]);
        }

        WriteList(output, "Granted, and used by nobody", overview.Unused.Select(Unused));
        WriteList(output, "Not known", overview.Notices);
    }

    /// <summary>Writes a page of its own.</summary>
    public static void WriteHtml(AccessOverview overview, string toolVersion, TextWriter output)
    {
        HtmlPage.WriteHead(Title, AccessText.Summary(overview), output);
        foreach (SecretAccess secret in overview.Secrets)
        {
            output.Write($"<section>\n<h2>{HtmlText.Escape(secret.Name)}</h2>\n<p>{string.Join(", ", secret.Places.Select(place => HtmlText.Path(ReferenceText.Of(place))))}</p>\n{(secret.Grants.Count == 0 ? $"<p>{AccessText.Nothing}</p>\n" : "")}");
            WriteHtmlTable(output, AccessText.GrantTitles, [.. secret.Grants.Select(AccessText.Cells)]);
            WriteHtmlTable(output, AccessText.UseTitles, [.. secret.Uses.Select(AccessText.Cells)]);
            output.Write("</section>\n");
        }

        WriteHtmlList(output, "Granted, and used by nobody", [.. overview.Unused.Select(Unused)]);
        WriteHtmlList(output, "Not known", overview.Notices);
        HtmlPage.WriteFoot(toolVersion, output);
    }

    private static string Unused(Grant grant) => $"{grant.Pattern} of {grant.Policy}, {grant.Location.Path}:{grant.Location.StartLine}";

    private static void WriteTable(TextWriter output, IReadOnlyList<string> titles, string[][] rows)
    {
        if (rows.Length == 0)
        {
            return;
        }

        output.Write($"\n| {string.Join(" | ", titles)} |\n|{string.Concat(titles.Select(_ => "---|"))}\n");
        foreach (string[] cells in rows)
        {
            output.Write($"| {string.Join(" | ", cells.Select(MarkdownText.Escape))} |\n");
        }
    }

    private static void WriteList(TextWriter output, string title, IEnumerable<string> items)
    {
        string[] all = [.. items];
        output.Write(all.Length == 0 ? "" : $"\n### {title}\n\n{string.Concat(all.Select(item => $"- {MarkdownText.Escape(item)}\n"))}");
    }

    private static void WriteHtmlTable(TextWriter output, IReadOnlyList<string> titles, string[][] rows)
    {
        if (rows.Length == 0)
        {
            return;
        }

        output.Write($"<table>\n<thead><tr>{string.Concat(titles.Select(title => $"<th scope=\"col\">{title}</th>"))}</tr></thead>\n<tbody>\n");
        foreach (string[] cells in rows)
        {
            output.Write($"<tr>{string.Concat(cells.Select(cell => $"<td>{HtmlText.Path(cell)}</td>"))}</tr>\n");
        }

        output.Write("</tbody>\n</table>\n");
    }

    private static void WriteHtmlList(TextWriter output, string title, IReadOnlyList<string> items) =>
        output.Write(items.Count == 0 ? "" : $"<section class=\"gaps\">\n<h2>{title}</h2>\n<ul>\n{string.Concat(items.Select(item => $"<li>{HtmlText.Path(item)}</li>\n"))}</ul>\n</section>\n");
}
