namespace SecretGuard.DetectSecrets.Lines;

/// <summary>
/// Reads settings as Python's <c>configparser</c> does, strictly, and writes each as <c>name = "value"</c>: what stood without quotes has
/// some then, and is looked at like any other string.
/// </summary>
internal sealed class IniLines
{
    private readonly List<NumberedLine> _lines = [];
    private readonly HashSet<string> _sections = new(StringComparer.Ordinal);
    private readonly HashSet<string> _names = new(StringComparer.Ordinal);
    private bool _inSection;
    private string? _name;
    private int _indent;

    /// <summary>The settings of a file; null where this is no such file.</summary>
    /// <param name="lines">The file.</param>
    /// <param name="hasSections">Whether settings stand below headers; else all of them stand below none.</param>
    public static IReadOnlyList<NumberedLine>? Read(IReadOnlyList<string> lines, bool hasSections)
    {
        var reader = new IniLines { _inSection = !hasSections };
        for (int i = 0; i < lines.Count; i++)
        {
            if (!reader.Take(lines[i], i + 1))
            {
                return null;
            }
        }

        return reader._lines.Count > 0 ? reader._lines : null;
    }

    private bool Take(string line, int number)
    {
        ReadOnlySpan<char> text = line.AsSpan().Trim();
        if (text.IsEmpty || text[0] is '#' or ';')
        {
            return true;
        }

        int indent = line.Length - line.AsSpan().TrimStart().Length;
        if (_inSection && _name is not null && indent > _indent)
        {
            Add(_name, text, number);
            return true;
        }

        _indent = indent;
        if (text[0] == '[' && text[1..].LastIndexOf(']') > 0)
        {
            (_inSection, _name) = (true, null);
            _names.Clear();
            return _sections.Add(text[1..(text.LastIndexOf(']'))].ToString());
        }

        int sign = text.IndexOfAny('=', ':');
        if (!_inSection || sign <= 0)
        {
            return false;
        }

        _name = text[..sign].TrimEnd().ToString();
        Add(_name, text[(sign + 1)..].Trim(), number);
        return _name.Length > 0 && _names.Add(_name);
    }

    private void Add(string name, ReadOnlySpan<char> value, int number)
    {
        if (value.Length > 1 && value[0] is '"' or '\'' && value[^1] == value[0])
        {
            value = value[1..^1];
        }

        if (value.Length > 0)
        {
            _lines.Add(new NumberedLine(number, $"{name} = \"{value.ToString().Replace("\"", "\\\"", StringComparison.Ordinal)}\""));
        }
    }
}
