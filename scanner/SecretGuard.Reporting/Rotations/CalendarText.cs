using System.Globalization;
using System.Text;

namespace SecretGuard.Reporting;

/// <summary>Lines of iCalendar (RFC 5545): folded at 75 octets, each ended by CR and LF.</summary>
/// <param name="output">Takes them.</param>
internal sealed class CalendarText(TextWriter output)
{
    private const int MostOctets = 75;
    private const string End = "\r\n";

    /// <summary>A line of which the value needs no escape.</summary>
    public void Write(string name, string value)
    {
        int octets = 0;
        var line = new StringBuilder();
        foreach (Rune rune in $"{name}:{value}".EnumerateRunes())
        {
            if (octets + rune.Utf8SequenceLength > MostOctets)
            {
                line.Append(End).Append(' ');
                octets = 1;
            }

            line.Append(rune);
            octets += rune.Utf8SequenceLength;
        }

        output.Write(line.Append(End));
    }

    /// <summary>A line with a text.</summary>
    /// <param name="name">The name of the property.</param>
    /// <param name="lines">The lines of the text; what would act in them is shown as an escape.</param>
    public void WriteText(string name, params IEnumerable<string> lines) => Write(name, string.Join("\\n", lines.Select(line => VisibleText.Of(line)
        .Replace("\\", "\\\\", StringComparison.Ordinal).Replace(";", "\\;", StringComparison.Ordinal).Replace(",", "\\,", StringComparison.Ordinal))));

    /// <summary>A moment, in UTC.</summary>
    public void WriteTime(string name, DateTimeOffset time) => Write(name, time.UtcDateTime.ToString("yyyyMMdd'T'HHmmss'Z'", CultureInfo.InvariantCulture));

    /// <summary>A day, in UTC.</summary>
    public void WriteDay(string name, DateTimeOffset time) => Write($"{name};VALUE=DATE", time.UtcDateTime.ToString("yyyyMMdd", CultureInfo.InvariantCulture));

    /// <summary>A span of time from the beginning of what it belongs to, to the minute.</summary>
    public static string Span(TimeSpan span)
    {
        string time = $"{(span.Hours > 0 ? $"{span.Hours}H" : "")}{(span.Minutes > 0 ? $"{span.Minutes}M" : "")}";
        return span < TimeSpan.FromMinutes(1) ? "PT0S" : $"P{(span.Days > 0 ? $"{span.Days}D" : "")}{(time.Length > 0 ? "T" + time : "")}";
    }
}
