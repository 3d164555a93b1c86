using System.Globalization;
using SecretGuard.Findings;
using SecretGuard.Tasks.Scanning;

namespace SecretGuard.Tasks.Caching;

/// <summary>The lines of a cache: a header with the key, then a line a file and, below it, a line a remark; fields between tabs.</summary>
internal static class CacheFormat
{
    private const string Header = "# secretguard.cache 3 ";
    private const string FileMark = "F";
    private const string RemarkMark = "R";

    /// <summary>The lines. A file whose name would break one is left out: it is read anew by every build.</summary>
    public static IEnumerable<string> Write(string key, IEnumerable<ScannedFile> files)
    {
        yield return Header + key;
        foreach (ScannedFile file in files.Where(file => file.Path.IndexOfAny(['\t', '\n', '\r']) < 0).OrderBy(file => file.Path, StringComparer.Ordinal))
        {
            yield return Line(FileMark, file.Path, Number(file.Length), Number(file.Written));
            foreach (Remark remark in file.Remarks)
            {
                Location at = remark.Location;
                yield return Line(
                    RemarkMark, remark.Id, Number((int)remark.Severity), Number(at.StartLine), Number(at.StartColumn), Number(at.EndLine), Number(at.EndColumn),
                    remark.Rule, remark.HelpLink, remark.Fingerprint, at.Path, remark.Message, remark.Subject, remark.Reason);
            }
        }
    }

    /// <summary>The files; null where the lines are not for this key, or cannot be understood.</summary>
    public static IReadOnlyList<ScannedFile>? Read(IReadOnlyList<string> lines, string key)
    {
        if (lines.Count == 0 || lines[0] != Header + key)
        {
            return null;
        }

        var files = new List<ScannedFile>();
        var remarks = new List<Remark>();
        foreach (string line in lines.Skip(1))
        {
            string[] fields = line.Split('\t');
            if (fields.Length == 4 && fields[0] == FileMark && TryNumbers(fields, 2, 2, out long[] file))
            {
                remarks = [];
                files.Add(new ScannedFile(fields[1], file[0], file[1], remarks));
            }
            else if (fields.Length == 14 && fields[0] == RemarkMark && files.Count > 0 && TryNumbers(fields, 2, 5, out long[] place))
            {
                var at = new Location(fields[10], (int)place[1], (int)place[2], (int)place[3], (int)place[4]);
                remarks.Add(new Remark(fields[1], (Severity)place[0], fields[11], at) { Rule = fields[7], HelpLink = fields[8], Fingerprint = fields[9], Subject = fields[12], Reason = fields[13] });
            }
            else
            {
                return null;
            }
        }

        return files;
    }

    private static string Line(params string[] fields) => string.Join("\t", fields.Select(field => field.Replace('\t', ' ').Replace('\n', ' ').Replace('\r', ' ')));

    private static string Number(long number) => number.ToString(CultureInfo.InvariantCulture);

    private static bool TryNumbers(string[] fields, int first, int count, out long[] numbers)
    {
        numbers = new long[count];
        for (int i = 0; i < count; i++)
        {
            if (!long.TryParse(fields[first + i], NumberStyles.None, CultureInfo.InvariantCulture, out numbers[i]))
            {
                return false;
            }
        }

        return true;
    }
}
