using System.Globalization;
using System.Text.Json;
using SecretGuard.Inventories;

namespace SecretGuard.Reporting;

/// <summary>How declared secrets stand to their rotation. The schema is Schemas/rotation.schema.json.</summary>
/// <param name="command">The command that tells it: <c>rotation-status</c> or <c>rotation-due</c>.</param>
/// <param name="day">The day that is judged.</param>
/// <param name="entries">One for each secret and environment, in the order in which they are told.</param>
public sealed class RotationDocument(string command, DateTimeOffset day, IReadOnlyList<RotationEntry> entries) : Document
{
    /// <summary>What stands in the place of a table without rows.</summary>
    public string Nothing { get; init; } = "No secret is declared.";

    /// <summary>The names that <c>--format</c> takes for this kind of document.</summary>
    public static new IReadOnlyList<string> Formats { get; } = [.. Document.Formats, Html, Markdown];

    private protected override string Command => command;

    private protected override string Schema => "secretguard-rotation-1";

    private protected override IReadOnlyDictionary<string, Action<TextWriter>> MoreFormats => new Dictionary<string, Action<TextWriter>>(StringComparer.Ordinal) { [Html] = WriteHtml, [Markdown] = WriteMarkdown };

    private IEnumerable<RotationEntry> WithCause => entries.Where(entry => entry.Cause.Length > 0);

    private string Summary => RotationColumns.Summary(entries, day);

    private protected override void WriteText(TextWriter output)
    {
        (string Title, string[] Cells)[] columns = [.. RotationColumns.Of(entries).Select(column => (column.Title, entries.Select(entry => VisibleText.Of(column.Cell(entry))).ToArray()))];
        int[] widths = [.. columns.Select(column => column.Cells.Prepend(column.Title).Max(DisplayWidth.Of))];
        string Row(Func<(string Title, string[] Cells), string> cell) => string.Join("  ", columns.Select((column, i) => cell(column) + new string(' ', widths[i] - DisplayWidth.Of(cell(column))))).TrimEnd();
        output.WriteLine(entries.Count == 0 ? Nothing : Row(column => column.Title));
        for (int i = 0; i < entries.Count; i++)
        {
            output.WriteLine(Row(column => column.Cells[i]));
        }

        output.WriteLine();
        foreach (RotationEntry entry in WithCause)
        {
            output.WriteLine($"{RotationColumns.State(entry)}: {VisibleText.Of(entry.Name)}: {VisibleText.Of(entry.Cause)}");
        }

        output.WriteLine(Summary);
    }

    private protected override void WriteProperties(Utf8JsonWriter json)
    {
        json.WriteString("date", RotationColumns.Day(day));
        json.WriteStartObject("summary");
        json.WriteNumber("secrets", entries.Count);
        foreach (RotationStatus status in Enum.GetValues<RotationStatus>())
        {
            json.WriteNumber(status.Name(), entries.Count(entry => entry.Outlook.Status == status));
        }

        json.WriteEndObject();
        json.WriteObjects("secrets", entries, WriteEntry);
    }

    private static void WriteEntry(Utf8JsonWriter json, RotationEntry entry)
    {
        RotationRule? rotation = entry.Secret.Rotation;
        foreach ((string name, string? text) in new[]
        {
            ("environment", entry.Environment), ("id", entry.Secret.Id), ("store", entry.Store), ("state", entry.Outlook.Status.Name()), ("cause", entry.Cause.Length == 0 ? null : entry.Cause),
            ("changed", Time(entry.Outlook.Changed)), ("due", Time(entry.Outlook.Due)), ("graceEnds", Time(entry.Outlook.GraceEnds)), ("ends", Time(entry.Expires)),
            ("every", rotation is null ? null : rotation.Every is { } every ? DeclaredTime.Write(every) : "manual"), ("maxAge", rotation?.MaxAge is { } most ? DeclaredTime.Write(most) : null),
            ("owner", entry.Secret.Owner), ("category", entry.Secret.Category), ("method", rotation?.Method), ("automation", rotation?.Automation), ("runbook", rotation?.Runbook?.Path), ("reason", rotation?.Reason),
        })
        {
            if (text is not null)
            {
                json.WriteString(name, text);
            }
        }
    }

    private static string? Time(DateTimeOffset? time) => time?.UtcDateTime.ToString("yyyy-MM-dd'T'HH:mm:ss'Z'", CultureInfo.InvariantCulture);

    private void WriteMarkdown(TextWriter output)
    {
        IReadOnlyList<(string Title, Func<RotationEntry, string> Cell)> columns = RotationColumns.Of(entries);
        output.Write($"## Rotation of secrets\n\n**{Summary}**\n");
        if (entries.Count > 0)
        {
            output.Write($"\n| {string.Join(" | ", columns.Select(column => column.Title))} |\n|{string.Concat(columns.Select(_ => "---|"))}\n");
            foreach (RotationEntry entry in entries)
            {
                output.Write($"| {string.Join(" | ", columns.Select(column => column.Title == "State" && IsToTell(entry) ? $"**{column.Cell(entry)}**" : MarkdownText.Escape(column.Cell(entry))))} |\n");
            }
        }

        foreach (RotationEntry entry in WithCause.Take(1))
        {
            output.Write("\n### Nobody knows when these were changed\n\n");
        }

        foreach (RotationEntry entry in WithCause)
        {
            output.Write($"- {MarkdownText.Code(entry.Name)}: {MarkdownText.Escape(entry.Cause)}\n");
        }
    }

    private static bool IsToTell(RotationEntry entry) => entry.Outlook.Status is RotationStatus.Overdue or RotationStatus.Late or RotationStatus.Due;

    private void WriteHtml(TextWriter output)
    {
        IReadOnlyList<(string Title, Func<RotationEntry, string> Cell)> columns = RotationColumns.Of(entries);
        HtmlPage.WriteHead("Rotation of secrets", Summary, output);
        if (entries.Count > 0)
        {
            output.Write($"<table>\n<thead><tr>{string.Concat(columns.Select(column => $"<th scope=\"col\">{column.Title}</th>"))}</tr></thead>\n<tbody>\n");
            foreach (RotationEntry entry in entries)
            {
                output.Write($"<tr>{string.Concat(columns.Select(column => $"<td>{(column.Title == "State" ? Badge(entry) : HtmlText.Path(column.Cell(entry)))}</td>"))}</tr>\n");
            }

            output.Write("</tbody>\n</table>\n");
        }

        if (WithCause.Any())
        {
            output.Write("<section class=\"gaps\">\n<h2>Nobody knows when these were changed</h2>\n<ul>\n");
            foreach (RotationEntry entry in WithCause)
            {
                output.Write($"<li><code>{HtmlText.Escape(entry.Name)}</code> {HtmlText.Escape(entry.Cause)}</li>\n");
            }

            output.Write("</ul>\n</section>\n");
        }

        HtmlPage.WriteFoot(ToolVersion, output);
    }

    private static string Badge(RotationEntry entry) => $"<span class=\"badge {HtmlPage.ClassOf(entry.Outlook.Status)}\">{RotationColumns.State(entry)}</span>";
}
