namespace SecretGuard.Cli.Hooks.Setup;

/// <summary>The lines of a YAML file in block style, so that a few can be put in and all others stay as somebody wrote them.</summary>
internal sealed class YamlLines
{
    private readonly string[] _lines;

    public YamlLines(string text) => _lines = MarkedBlock.Lines(text);

    /// <summary>How many there are.</summary>
    public int Count => _lines.Length;

    /// <summary>The line of a key; -1 where there is none, or where its value stands beside it.</summary>
    /// <param name="key">The key.</param>
    /// <param name="from">The first line that is looked at.</param>
    /// <param name="to">The line behind the last.</param>
    /// <param name="indent">How far it is indented; -1 for as far as its first sibling.</param>
    public int Find(string key, int from, int to, int indent)
    {
        int level = indent < 0 ? IndentAt(from, to) : indent;
        for (int i = from; i < to; i++)
        {
            if (!IsEmpty(_lines[i]) && Indent(_lines[i]) == level && _lines[i].Split('#')[0].Trim() == $"{key}:")
            {
                return i;
            }
        }

        return -1;
    }

    /// <summary>The line of a key whose value stands beside it; -1 where there is none.</summary>
    /// <param name="key">The key.</param>
    /// <param name="from">The first line that is looked at.</param>
    /// <param name="to">The line behind the last.</param>
    /// <param name="indent">How far it is indented.</param>
    public int FindValue(string key, int from, int to, int indent) =>
        Array.FindIndex(_lines, from, to - from, line => Indent(line) == indent && line.TrimStart().StartsWith($"{key}:", StringComparison.Ordinal));

    /// <summary>Whether a key stands anywhere, with whatever value.</summary>
    public bool Has(string key) => _lines.Any(line => line.StartsWith($"{key}:", StringComparison.Ordinal));

    /// <summary>The line behind what belongs to a key; comments and empty lines in front of the next key belong to that.</summary>
    public int EndOf(int key)
    {
        int end = key + 1;
        for (int i = key + 1; i < _lines.Length && (IsEmpty(_lines[i]) || IsInside(_lines[i], Indent(_lines[key]))); i++)
        {
            end = IsEmpty(_lines[i]) ? end : i + 1;
        }

        return end;
    }

    /// <summary>How far the first line with content is indented; 0 where there is none.</summary>
    public int IndentAt(int from, int to)
    {
        string? first = _lines[from..to].FirstOrDefault(line => !IsEmpty(line));
        return first is null ? 0 : Indent(first);
    }

    /// <summary>A list may stand as far to the left as its key.</summary>
    private static bool IsInside(string line, int indent) => Indent(line) > indent || (Indent(line) == indent && line.TrimStart().StartsWith("- ", StringComparison.Ordinal));

    private static int Indent(string line) => line.Length - line.TrimStart(' ').Length;

    private static bool IsEmpty(string line) => line.Trim() is "" or "---" || line.TrimStart().StartsWith('#');
}
