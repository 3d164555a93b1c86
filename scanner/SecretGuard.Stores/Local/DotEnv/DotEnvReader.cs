namespace SecretGuard.Stores.Local.DotEnv;

/// <summary>
/// Reads which variables a <c>.env</c> file sets, as Compose and the dotenv libraries do: quotes of three kinds, over several lines too, <c>export</c>,
/// comments, <c>NAME: value</c>. Values are passed over.
/// </summary>
internal sealed class DotEnvReader
{
    private const string Quotes = "\"'`";

    private readonly string _text;
    private readonly List<DotEnvEntry> _entries = [];
    private readonly List<string> _notices = [];
    private readonly Dictionary<string, int> _lines = new(StringComparer.Ordinal);

    // A quote that is not closed is looked for to the end of the file, once a kind.
    private readonly HashSet<char> _unclosed = [];
    private int _at;
    private int _line = 1;

    private DotEnvReader(string text)
    {
        _text = text;
        _at = text.StartsWith('\uFEFF') ? 1 : 0;
    }

    /// <summary>Reads a text.</summary>
    /// <param name="text">With any line ends.</param>
    /// <param name="notices">What cannot be read, by line; without the text.</param>
    /// <returns>In their order; of one name the last counts.</returns>
    public static IReadOnlyList<DotEnvEntry> Read(string text, out IReadOnlyList<string> notices)
    {
        var reader = new DotEnvReader(text);
        while (reader._at < text.Length)
        {
            reader.ReadStatement();
        }

        notices = reader._notices;
        return reader._entries;
    }

    private char Current => _at < _text.Length ? _text[_at] : '\n';

    private bool IsAtLineEnd => Current is '\n' or '\r';

    private void ReadStatement()
    {
        SkipBlanks();
        if (!IsAtLineEnd && Current != '#')
        {
            SkipExport();
            ReadVariable();
        }

        SkipLine();
    }

    private void ReadVariable()
    {
        int line = _line, start = _at;
        while (!IsAtLineEnd && Current != '=' && !char.IsWhiteSpace(Current) && !IsColonBeforeValue())
        {
            _at++;
        }

        string name = _text[start.._at];
        SkipBlanks();
        if (name.Length == 0 || !(IsAtLineEnd || Current is '=' or ':' or '#'))
        {
            _notices.Add($"line {line}: this is not NAME=value");
            return;
        }

        bool isSet = Current is '=' or ':';
        if (isSet)
        {
            _at++;
            SkipBlanks();
        }

        Add(isSet ? ReadValue(name, line) : new DotEnvEntry(name, line, IsEmpty: true));
    }

    private void Add(DotEnvEntry entry)
    {
        if (_lines.TryGetValue(entry.Name, out int before))
        {
            _notices.Add($"line {entry.Line}: '{entry.Name}' was set in line {before}; the later one counts");
        }

        _lines[entry.Name] = entry.Line;
        _entries.Add(entry);
    }

    private DotEnvEntry ReadValue(string name, int line)
    {
        if (!IsAtLineEnd && Quotes.Contains(Current, StringComparison.Ordinal))
        {
            int start = _at + 1;
            bool isEscaped = Current == '"';
            if (SkipQuoted())
            {
                return new DotEnvEntry(name, line, _at - 1 == start) { Span = start..(_at - 1), IsEscaped = isEscaped };
            }
        }

        // A sign that begins a comment stands behind a blank; right behind the equals sign it is a value.
        int from = _at, end = _at;
        for (int at = _at; at < _text.Length && _text[at] is not ('\n' or '\r') && !(_text[at] == '#' && char.IsWhiteSpace(_text[at - 1])); at++)
        {
            end = char.IsWhiteSpace(_text[at]) ? end : at + 1;
        }

        return new DotEnvEntry(name, line, IsEmpty: end == from) { Span = from..end };
    }

    /// <summary>To behind the closing quote; where there is none, nowhere.</summary>
    private bool SkipQuoted()
    {
        char quote = Current;
        int at = _unclosed.Contains(quote) ? _text.Length : _at + 1, lines = 0;
        for (; at < _text.Length && _text[at] != quote; at++)
        {
            at += _text[at] == '\\' && quote == '"' && at + 1 < _text.Length && _text[at + 1] is '"' or '\\' ? 1 : 0;
            lines += IsLineEnd(at) ? 1 : 0;
        }

        if (at >= _text.Length)
        {
            _unclosed.Add(quote);
            _notices.Add($"line {_line}: a quote is not closed; the line was taken as it is");
            return false;
        }

        (_at, _line) = (at + 1, _line + lines);
        return true;
    }

    private bool IsLineEnd(int at) => _text[at] == '\n' || (_text[at] == '\r' && !(at + 1 < _text.Length && _text[at + 1] == '\n'));

    private bool IsColonBeforeValue() => Current == ':' && (_at + 1 >= _text.Length || char.IsWhiteSpace(_text[_at + 1]));

    private void SkipExport()
    {
        const string Export = "export";
        if (string.CompareOrdinal(_text, _at, Export, 0, Export.Length) == 0 && _at + Export.Length < _text.Length && _text[_at + Export.Length] is ' ' or '\t')
        {
            _at += Export.Length;
            SkipBlanks();
        }
    }

    private void SkipBlanks()
    {
        while (!IsAtLineEnd && char.IsWhiteSpace(Current))
        {
            _at++;
        }
    }

    private void SkipLine()
    {
        while (_at < _text.Length && !IsLineEnd(_at))
        {
            _at++;
        }

        _at++;
        _line++;
    }
}
