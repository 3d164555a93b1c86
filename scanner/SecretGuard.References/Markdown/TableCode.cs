using System.Buffers;
using SecretGuard.References.Shell;
using SecretGuard.References.Sources;

namespace SecretGuard.References.Markdown;

/// <summary>The commands in tables of a document, as GitHub has these: <c>| shows it | `kubectl get secret db -o yaml` |</c>. Other pieces of code are names more often than texts of a language.</summary>
internal static class TableCode
{
    private const string Pipe = "\\|"; // as a table must write it

    private static readonly SearchValues<char> Delimiters = SearchValues.Create("|-: \t>");

    /// <summary>The commands in their order.</summary>
    public static IEnumerable<SourceText> In(SourceText source)
    {
        string[] lines = source.Text.Split('\n');
        bool[] fenced = [.. FencedLines.In(lines)];
        bool isTable = false;
        for (int i = 1; i < lines.Length; i++)
        {
            bool isRow = !fenced[i] && lines[i].Contains('|', StringComparison.Ordinal);
            if (!isRow || !isTable)
            {
                isTable = isRow && !fenced[i - 1] && IsDelimiter(lines[i]) && lines[i - 1].Contains('|', StringComparison.Ordinal);
                continue;
            }

            foreach ((int start, int end) in Spans(lines[i]))
            {
                string text = lines[i][start..end].Replace(Pipe, " |", StringComparison.Ordinal);
                if (ShellExtractor.BeginsAsScript(text))
                {
                    yield return source.Block(text, i, [start], "bash", "");
                }
            }
        }
    }

    private static bool IsDelimiter(ReadOnlySpan<char> line) => line.TrimEnd('\r').IndexOfAnyExcept(Delimiters) < 0 && line.Contains('-');

    /// <summary>What stands between as many <c>`</c> before it as behind it.</summary>
    private static IEnumerable<(int Start, int End)> Spans(string line)
    {
        (int Start, int End)[] signs = [.. Signs(line)];
        for (int i = 0; i < signs.Length; i++)
        {
            int close = Array.FindIndex(signs, i + 1, other => other.End - other.Start == signs[i].End - signs[i].Start);
            if (close >= 0)
            {
                yield return (signs[i].End, signs[close].Start);
                i = close;
            }
        }
    }

    private static IEnumerable<(int Start, int End)> Signs(string line)
    {
        for (int start = line.IndexOf('`', StringComparison.Ordinal); start >= 0;)
        {
            int length = line.AsSpan(start).IndexOfAnyExcept('`'), end = length < 0 ? line.Length : start + length;
            yield return (start, end);
            start = line.IndexOf('`', end);
        }
    }
}
