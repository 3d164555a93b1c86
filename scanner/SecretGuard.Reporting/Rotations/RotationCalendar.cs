using System.Security.Cryptography;
using System.Text;
using SecretGuard.Inventories;

namespace SecretGuard.Reporting;

/// <summary>The days on which secrets are to be rotated, and on which they end, for calendars.</summary>
/// <param name="entries">The secrets.</param>
/// <param name="stamp">When this was so.</param>
/// <param name="scope">What tells the events of this repository from those of others: the same on every run.</param>
public sealed class RotationCalendar(IReadOnlyList<RotationEntry> entries, DateTimeOffset stamp, string scope)
{
    private const string Rotation = "rotation", Ending = "end";

    private static readonly TimeSpan Day = TimeSpan.FromDays(1);

    /// <summary>How many days are marked.</summary>
    public int Count => Events().Count();

    /// <summary>
    /// Writes iCalendar (RFC 5545). Who imports a later one gets the same events on their new days: an event is told apart by the scope, the environment and the
    /// secret. An alarm rings on the last day of grace.
    /// </summary>
    public void WriteCalendar(TextWriter output)
    {
        var text = new CalendarText(output);
        text.Write("BEGIN", "VCALENDAR");
        text.Write("VERSION", "2.0");
        text.Write("PRODID", "-//SecretGuard//rotation//EN");
        text.Write("CALSCALE", "GREGORIAN");
        text.Write("METHOD", "PUBLISH");
        text.Write("X-WR-CALNAME", "Rotation of secrets");
        foreach (RotationEvent item in Events())
        {
            text.Write("BEGIN", "VEVENT");
            text.Write("UID", Identity(item));
            text.WriteTime("DTSTAMP", stamp);
            text.WriteDay("DTSTART", item.Day);
            text.WriteText("SUMMARY", Title(item));
            text.WriteText("DESCRIPTION", Description(item));
            text.Write("CATEGORIES", item.Kind);
            text.Write("TRANSP", "TRANSPARENT");
            if (item.Kind == Rotation && item.Entry.Outlook.GraceEnds is { } end)
            {
                TimeSpan grace = end - item.Day;
                text.Write("BEGIN", "VALARM");
                text.Write("ACTION", "DISPLAY");
                text.Write("TRIGGER", CalendarText.Span(grace >= Day ? grace - Day : grace));
                text.WriteText("DESCRIPTION", $"{Title(item)}: grace ends on {RotationColumns.Day(end)}");
                text.Write("END", "VALARM");
            }

            text.Write("END", "VEVENT");
        }

        text.Write("END", "VCALENDAR");
    }

    /// <summary>Writes the months that have such a day as a page.</summary>
    public void WritePage(TextWriter output, string toolVersion)
    {
        HtmlPage.WriteHead("calendar of rotation", RotationColumns.Summary(entries, stamp), output);
        foreach (IGrouping<DateTime, RotationEvent> month in Events().GroupBy(item => new DateTime(item.Day.UtcDateTime.Year, item.Day.UtcDateTime.Month, 1, 0, 0, 0, DateTimeKind.Utc)))
        {
            MonthTable.Write(month.Key, month.ToLookup(item => item.Day.UtcDateTime.Day, item => (Title(item), item.Kind == Rotation ? HtmlPage.ClassOf(item.Entry.Outlook.Status) : "info")), output);
        }

        HtmlPage.WriteFoot(toolVersion, output);
    }

    private IEnumerable<RotationEvent> Events() => entries.SelectMany(entry => new[] { (entry, Rotation, entry.Outlook.Due), (entry, Ending, entry.Expires) })
        .Where(item => item.Item3 is not null).Select(item => new RotationEvent(item.entry, item.Item2, item.Item3!.Value))
        .OrderBy(item => item.Day.UtcDateTime.Date).ThenBy(item => item.Entry.Environment, StringComparer.Ordinal).ThenBy(item => item.Entry.Secret.Id, StringComparer.Ordinal).ThenByDescending(item => item.Kind, StringComparer.Ordinal);

    private string Identity(RotationEvent item)
    {
        const int Bytes = 16;
        byte[] hash = SHA256.HashData(Encoding.UTF8.GetBytes(string.Join('\n', scope, item.Kind, item.Entry.Environment, item.Entry.Secret.Id)));
        return $"{Convert.ToHexStringLower(hash.AsSpan(0, Bytes))}@secretguard";
    }

    private static string Title(RotationEvent item)
    {
        string where = item.Entry.Environment.Length == 0 ? "" : $" ({item.Entry.Environment})";
        return item.Kind == Ending ? $"{item.Entry.Secret.Id} ends{where}"
            : item.Entry.Outlook.Status == RotationStatus.ByStore || item.Entry.Secret.Rotation?.Period is null ? $"{item.Entry.Store} rotates {item.Entry.Secret.Id}{where}"
            : $"Rotate {item.Entry.Secret.Id}{where}";
    }

    private static IEnumerable<string> Description(RotationEvent item)
    {
        (RotationRule? rotation, RotationOutlook outlook) = (item.Entry.Secret.Rotation, item.Entry.Outlook);
        return new (string Word, string? Text)[]
        {
            ("store", item.Entry.Store),
            ("changed", outlook.Changed is { } changed ? RotationColumns.Day(changed) : null),
            ("every", item.Entry.Every),
            ("grace ends", outlook.GraceEnds is { } end ? RotationColumns.Day(end) : null),
            ("owner", item.Entry.Secret.Owner),
            ("method", rotation?.Method),
            ("automation", rotation?.Automation),
            ("runbook", rotation?.Runbook?.Path),
        }.Where(line => line.Text is { Length: > 0 }).Select(line => $"{line.Word}: {line.Text}");
    }

    private sealed record RotationEvent(RotationEntry Entry, string Kind, DateTimeOffset Day);
}
