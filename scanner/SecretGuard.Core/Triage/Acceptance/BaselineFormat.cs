using System.Globalization;
using System.Text;

namespace SecretGuard.Triage;

/// <summary>
/// The text of <c>secretguard.baseline</c>: a header, then one entry a line, sorted, tab-separated:
/// fingerprint, owner, expiry (yyyy-MM-dd, or <c>real</c> for what is accepted on no day), reason; <c>-</c> where there is none; and <c>history</c> behind
/// them where only the history holds it. No line numbers and no dates of writing, so that two
/// branches touch the same line only where they speak of the same secret.
/// </summary>
public static class BaselineFormat
{
    /// <summary>The first line.</summary>
    public const string Header = "# secretguard.baseline 1";

    private const string None = "-";
    private const string Real = "real";
    private const string OfHistory = "history";

    /// <summary>
    /// Reads a baseline: line ends of any kind, a byte order mark, blank lines and comments are borne.
    /// What is wrong goes into <paramref name="errors"/> as <c>path(line): what and what to do</c>.
    /// </summary>
    public static Baseline Read(string text, string path, ICollection<string> errors)
    {
        var entries = new List<BaselineEntry>();
        string[] lines = text.TrimStart('\uFEFF').Split('\n');
        for (int i = 0; i < lines.Length; i++)
        {
            string line = lines[i].Trim(' ', '\r', '\t');
            string? error = line.Length == 0 || line[0] == '#' ? CheckHeader(line) : ReadEntry(line, entries);
            if (error is not null)
            {
                errors.Add($"{path}({i + 1}): {error}");
            }
        }

        return new Baseline(entries);
    }

    /// <summary>Writes a baseline, LF at the end of every line.</summary>
    public static string Write(Baseline baseline)
    {
        var text = new StringBuilder(Header).Append('\n');
        foreach (BaselineEntry entry in baseline.Entries)
        {
            text.Append(Write(entry)).Append('\n');
        }

        return text.ToString();
    }

    /// <summary>Writes the line of one entry, without its end. Lines in ordinal order are entries in that of their fingerprints.</summary>
    public static string Write(BaselineEntry entry) =>
        string.Join("\t", entry.Fingerprint, Field(entry.Owner), Expiry(entry), Field(entry.Reason)) + (entry.IsOfHistory ? $"\t{OfHistory}" : "");

    /// <summary>Reads a day as <c>yyyy-MM-dd</c>.</summary>
    public static bool TryParseDate(string text, out DateTime date) =>
        DateTime.TryParseExact(text, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out date);

    /// <summary>Writes a day as <c>yyyy-MM-dd</c>.</summary>
    public static string FormatDate(DateTime date) => date.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);

    private static string? CheckHeader(string line)
    {
        const string Name = "# secretguard.baseline ";
        return line.StartsWith(Name, StringComparison.Ordinal) && line != Header
            ? $"version {line.Substring(Name.Length)} of the format is newer than this tool; update the tool"
            : null;
    }

    private static string? ReadEntry(string line, List<BaselineEntry> entries)
    {
        if (line.StartsWith("<<<<<<<", StringComparison.Ordinal) || line.StartsWith(">>>>>>>", StringComparison.Ordinal) || line.StartsWith("=======", StringComparison.Ordinal))
        {
            return "a merge conflict; keep the lines of both sides and remove the markers, or set up the merge driver 'secretguard baseline merge %O %A %B'";
        }

        // An editor may have turned the tabs into blanks.
        string[] fields = line.Contains("\t") ? line.Split('\t') : line.Split([' '], 4, StringSplitOptions.RemoveEmptyEntries);
        if (Fingerprint.TryParse(fields[0]) is not { } fingerprint)
        {
            return "no fingerprint of the form sg1:rule:file:digest at the start of the line";
        }

        DateTime? expires = null;
        if (Optional(fields, 2) is { } text)
        {
            DateTime date = BaselineEntry.OnNoDay;
            if (text != Real && !TryParseDate(text, out date))
            {
                return $"the expiry '{text}' is neither a date of the form yyyy-MM-dd nor '{Real}'";
            }

            expires = date;
        }

        entries.Add(new BaselineEntry(fingerprint) { Owner = Optional(fields, 1), Expires = expires, Reason = Optional(fields, 3), IsOfHistory = Optional(fields, 4) == OfHistory });
        return null;
    }

    private static string? Optional(string[] fields, int index)
    {
        string field = index < fields.Length ? fields[index].Trim() : None;
        return field.Length == 0 || field == None ? null : field;
    }

    private static string Expiry(BaselineEntry entry) => entry.IsReal ? Real : entry.Expires is { } expires ? FormatDate(expires) : None;

    private static string Field(string? value)
    {
        string field = (value ?? "").Replace('\t', ' ').Replace('\n', ' ').Replace('\r', ' ').Trim();
        return field.Length == 0 ? None : field;
    }
}
