using System.Globalization;
using SecretGuard.Inventories;

namespace SecretGuard.Reporting;

/// <summary>The table of rotations, the same for a terminal, a page and a comment.</summary>
internal static class RotationColumns
{
    private static readonly TimeSpan Short = TimeSpan.FromDays(2);

    /// <summary>Titles, and the cell of each entry. A column that no entry has anything for is left out.</summary>
    public static IReadOnlyList<(string Title, Func<RotationEntry, string> Cell)> Of(IReadOnlyList<RotationEntry> entries) =>
        [.. All.Where(column => column.Title is "Secret" or "State" || entries.Any(entry => column.Cell(entry).Length > 0))];

    private static IReadOnlyList<(string Title, Func<RotationEntry, string> Cell)> All { get; } =
    [
        ("Environment", entry => entry.Environment),
        ("Secret", entry => entry.Secret.Id),
        ("Every", entry => entry.Every),
        ("Changed", entry => Time(entry, entry.Outlook.Changed)),
        ("Due", entry => Time(entry, entry.Outlook.Due)),
        ("Grace ends", entry => Time(entry, entry.Outlook.GraceEnds)),
        ("Ends", entry => Time(entry, entry.Expires)),
        ("State", State),
        ("Owner", entry => entry.Secret.Owner ?? ""),
        ("Method", entry => entry.Secret.Rotation?.Method ?? ""),
        ("Automation", entry => entry.Secret.Rotation?.Automation ?? entry.Secret.Rotation?.Runbook?.Path ?? ""),
    ];

    /// <summary>The state as a word for people.</summary>
    public static string State(RotationEntry entry) => entry.Outlook.Status.Name().Replace('-', ' ');

    /// <summary><c>5 secrets on 2026-03-14: 1 overdue, 4 fresh</c>, the gravest first.</summary>
    public static string Summary(IReadOnlyList<RotationEntry> entries, DateTimeOffset day)
    {
        RotationStatus[] order = [RotationStatus.Overdue, RotationStatus.Late, RotationStatus.Due, RotationStatus.Unknown, RotationStatus.Fresh, RotationStatus.ByStore, RotationStatus.Manual, RotationStatus.Undeclared];
        string[] counts = [.. order.Select(status => (status, Count: entries.Count(entry => entry.Outlook.Status == status))).Where(pair => pair.Count > 0).Select(pair => $"{pair.Count} {pair.status.Name().Replace('-', ' ')}")];
        return $"{Amount.Of(entries.Count, "secret")} on {Day(day)}{(counts.Length == 0 ? "" : ": " + string.Join(", ", counts))}";
    }

    /// <summary><c>2026-03-14</c>, in UTC.</summary>
    public static string Day(DateTimeOffset time) => time.UtcDateTime.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);

    /// <summary>A day; where days are too long for the rotation, with the minute.</summary>
    private static string Time(RotationEntry entry, DateTimeOffset? time) => time is not { } known ? ""
        : entry.Secret.Rotation?.Period < Short ? known.UtcDateTime.ToString("yyyy-MM-dd HH:mm", CultureInfo.InvariantCulture) : Day(known);
}
