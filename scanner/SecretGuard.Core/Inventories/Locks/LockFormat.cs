using System.Security.Cryptography;
using System.Text;
using SecretGuard.Text;
using SecretGuard.Triage;

namespace SecretGuard.Inventories;

/// <summary>
/// The text of <c>secretguard.lock</c>: a header, then one record a line, sorted ordinally, tab-separated:
/// <c>environment store kind name field id state version updated expires due asked sum</c>; <c>-</c> where nothing is known, dates as yyyy-MM-dd. The sum is
/// the first 8 hex digits of SHA-256 over the line before it: an edited line is told, and a merge of two branches touches no other line.
/// </summary>
public static class LockFormat
{
    /// <summary>The file's name at a repository's root.</summary>
    public const string FileName = "secretguard.lock";

    /// <summary>The first line.</summary>
    public const string Header = "# secretguard.lock 1";

    private const string Name = "# secretguard.lock ";
    private const string None = "-";
    private const int Fields = 13;
    private const int SumBytes = 4;

    /// <summary>The text of the file.</summary>
    public static string Write(IEnumerable<LockRecord> records)
    {
        string[] lines = [.. records.Select(Line).Distinct(StringComparer.Ordinal)];
        Array.Sort(lines, StringComparer.Ordinal);
        return lines.Aggregate(new StringBuilder(Header).Append('\n'), (text, line) => text.Append(line).Append('\n')).ToString();
    }

    /// <summary>Reads a lock: line ends of any kind, a byte order mark and blank lines are borne.</summary>
    /// <param name="text">The text.</param>
    /// <param name="path">What errors call it.</param>
    /// <param name="errors">Takes what is wrong, as <c>path(line): what and what to do</c>.</param>
    public static IReadOnlyList<LockRecord> Read(string text, string path, ICollection<string> errors)
    {
        var records = new List<LockRecord>();
        string[] lines = text.TrimStart('\uFEFF').Split('\n');
        for (int i = 0; i < lines.Length; i++)
        {
            string line = lines[i].TrimEnd('\r');
            string? error = line.Length == 0 ? null
                : line[0] == '#' ? IsNewerHeader(line) ? $"version {line.Substring(Name.Length)} of the format is newer than this tool; update the tool" : null
                : ReadRecord(line, records);
            if (error is not null)
            {
                errors.Add($"{path}({i + 1}): {error}");
            }
        }

        return records;
    }

    /// <summary>Whether a text says that it is of a later version of this format.</summary>
    public static bool IsNewer(string text) => text.Split('\n').Any(line => IsNewerHeader(line.TrimStart('\uFEFF').TrimEnd('\r')));

    private static bool IsNewerHeader(string line) => line.StartsWith(Name, StringComparison.Ordinal) && line != Header;

    private static string Line(LockRecord record)
    {
        string line = string.Join("\t", Text(record.Environment), Text(record.Store), Text(record.Kind), Text(record.Name), Text(record.Field), Text(record.Id), Text(record.State), Text(record.Version), Day(record.Updated), Day(record.Expires), Day(record.Due), Day(record.Asked));
        return $"{line}\t{Sum(line)}";
    }

    private static string? ReadRecord(string line, List<LockRecord> records)
    {
        if (line.StartsWith("<<<<<<<", StringComparison.Ordinal) || line.StartsWith(">>>>>>>", StringComparison.Ordinal) || line.StartsWith("=======", StringComparison.Ordinal))
        {
            return "a merge conflict; run 'secretguard lock'";
        }

        string[] fields = line.Split('\t');
        int sum = line.LastIndexOf('\t');
        if (fields.Length != Fields || Sum(line.Substring(0, sum)) != fields[Fields - 1])
        {
            return "this line was edited: its sum is another one; run 'secretguard lock'";
        }

        string? Known(int index) => fields[index] == None ? null : fields[index];
        DateTime? Date(int index) => BaselineFormat.TryParseDate(fields[index], out DateTime date) ? date : null;
        records.Add(new LockRecord(Known(0) ?? "", Known(1) ?? "", Known(2) ?? "", Known(3) ?? "")
        {
            Field = Known(4),
            Id = Known(5),
            State = Known(6) ?? "",
            Version = Known(7),
            Updated = Date(8),
            Expires = Date(9),
            Due = Date(10),
            Asked = Date(11),
        });
        return null;
    }

    /// <summary>Names are one line's: what would break it becomes a blank.</summary>
    private static string Text(string? text) => string.IsNullOrEmpty(text) ? None : new string([.. text!.Select(c => char.IsControl(c) ? ' ' : c)]);

    private static string Day(DateTime? day) => day is { } date ? BaselineFormat.FormatDate(date) : None;

    private static string Sum(string line)
    {
        byte[] bytes = Encoding.UTF8.GetBytes(line);
#if NET
        return Hex.Encode(SHA256.HashData(bytes), SumBytes);
#else
        using var sha = SHA256.Create();
        return Hex.Encode(sha.ComputeHash(bytes), SumBytes);
#endif
    }
}
