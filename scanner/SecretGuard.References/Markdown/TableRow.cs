namespace SecretGuard.References.Markdown;

/// <summary>A row of a table in a document, as GitHub has these.</summary>
/// <param name="Line">Its line, 0-based.</param>
/// <param name="Text">The line.</param>
/// <param name="Heads">What stands above the table's columns.</param>
internal sealed record TableRow(int Line, string Text, IReadOnlyList<string> Heads)
{
    /// <summary>The rows of all tables, less their heads, in their order.</summary>
    public static IEnumerable<TableRow> In(string[] lines)
    {
        bool[] fenced = [.. FencedLines.In(lines)];
        string[]? heads = null;
        for (int i = 1; i < lines.Length; i++)
        {
            bool isRow = !fenced[i] && lines[i].Contains('|', StringComparison.Ordinal);
            if (isRow && heads is not null)
            {
                yield return new TableRow(i, lines[i], heads);
                continue;
            }

            bool isUnderHeads = isRow && !fenced[i - 1] && IsDelimiter(lines[i]) && lines[i - 1].Contains('|', StringComparison.Ordinal);
            heads = isUnderHeads ? [.. Cells(lines[i - 1]).Select(cell => lines[i - 1][cell.Start..cell.End].Trim())] : null;
        }
    }

    /// <summary>The cells, without the signs between them. A table writes <c>|</c> in a cell as <c>\|</c>, in code too.</summary>
    public IReadOnlyList<(int Start, int End)> Cells() => [.. Cells(Text)];

    /// <summary>The pieces of code in some characters: what stands between as many <c>`</c> before it as behind it.</summary>
    public IEnumerable<(int Start, int End)> Code(int start, int end)
    {
        (int Start, int End)[] signs = [.. Signs(start, end)];
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

    private static bool IsDelimiter(string line) => line.Contains('-', StringComparison.Ordinal) && line.All(sign => sign is '|' or '-' or ':' or ' ' or '\t' or '>' or '\r');

    private static IEnumerable<(int Start, int End)> Cells(string line)
    {
        int start = line.Length - line.AsSpan().TrimStart(" \t>").Length, end = line.AsSpan().TrimEnd().Length;
        start += start < end && line[start] == '|' ? 1 : 0;
        for (int i = start; i < end; i++)
        {
            if (line[i] == '|' && line[i - (i > 0 ? 1 : 0)] != '\\')
            {
                yield return (start, i);
                start = i + 1;
            }
        }

        if (start < end)
        {
            yield return (start, end);
        }
    }

    private IEnumerable<(int Start, int End)> Signs(int from, int to)
    {
        for (int start = Text.IndexOf('`', from, to - from); start >= 0;)
        {
            int length = Text.AsSpan(start, to - start).IndexOfAnyExcept('`'), end = length < 0 ? to : start + length;
            yield return (start, end);
            start = Text.IndexOf('`', end, to - end);
        }
    }
}
