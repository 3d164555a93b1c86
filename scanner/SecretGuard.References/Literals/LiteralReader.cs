using System.Text;
using SecretGuard.References.Sources;
using SecretGuard.References.Yaml;
using YamlDotNet.Core;

namespace SecretGuard.References.Literals;

/// <summary>
/// Objects and lists that are written out in an expression of Terraform or Bicep, as the same tree that YAML and JSON become: <c>{ a = "b" }</c>, <c>{ a: 'b' }</c>,
/// <c>jsonencode([…])</c>. What is computed is a text of the form <c>${expression}</c>, in strings and in their place. Once over the text, as leniently as it can.
/// </summary>
internal sealed class LiteralReader
{
    private const int DeepestNesting = 40;

    /// <summary>Functions that hand on what they are given.</summary>
    private static readonly string[] Wrappers = ["jsonencode(", "toset(", "tolist(", "tomap(", "sensitive(", "nonsensitive(", "flatten(", "array("];

    private readonly SourceText _source;
    private readonly string _text;
    private int _at;

    private LiteralReader(SourceText source, int at) => (_source, _text, _at) = (source, source.Text, at);

    private char Current => _at < _text.Length ? _text[_at] : '\0';

    /// <summary>The value that begins at an index.</summary>
    public static YamlValue Read(SourceText source, int start)
    {
        var reader = new LiteralReader(source, start);
        reader.PassBlanks(lines: false);
        return reader.ReadValue(0);
    }

    private YamlValue ReadValue(int depth)
    {
        string? wrapper = Array.Find(Wrappers, word => string.CompareOrdinal(_text, _at, word, 0, word.Length) == 0);
        if (wrapper is not null && depth < DeepestNesting)
        {
            _at += wrapper.Length;
            PassBlanks(lines: true);
            YamlValue inner = ReadValue(depth + 1);
            PassBlanks(lines: true);
            _at += Current == ')' ? 1 : 0;
            return inner;
        }

        int start = _at;
        YamlValue? read = depth >= DeepestNesting ? null : Current switch { '{' => ReadObject(depth), '[' => ReadList(depth), '"' or '\'' => ReadString(), '<' => ReadHeredoc(), _ => null };
        if (read is not null && IsEnd())
        {
            return read;
        }

        _at = start;
        return ReadExpression();
    }

    private YamlValue? ReadObject(int depth)
    {
        int start = _at++;
        PassBlanks(lines: true);
        if (IsWord("for"))
        {
            return null;
        }

        var members = new List<(YamlValue, YamlValue)>();
        for (PassBlanks(lines: true); _at < _text.Length && Current != '}'; PassBlanks(lines: true))
        {
            int before = _at;
            YamlValue? key = Current is '"' or '\'' ? ReadString() : ReadName();
            PassBlanks(lines: false);
            if (key is not null && Current is '=' or ':')
            {
                _at++;
                PassBlanks(lines: false);
                members.Add((key, ReadValue(depth + 1)));
            }
            else
            {
                PassMember(depth);
            }

            _at = Math.Max(_at, before + 1);
        }

        _at = Math.Min(_text.Length, _at + 1);
        YamlValue read = Make(start, isMap: true, null, ScalarStyle.Any);
        members.ForEach(member => read.Add(member.Item1, member.Item2));
        return read;
    }

    private YamlValue? ReadList(int depth)
    {
        int start = _at++;
        PassBlanks(lines: true);
        if (IsWord("for"))
        {
            return null;
        }

        var items = new List<YamlValue>();
        for (PassBlanks(lines: true); _at < _text.Length && Current != ']'; PassBlanks(lines: true))
        {
            int before = _at;
            items.Add(ReadValue(depth + 1));
            _at = Math.Max(_at, before + 1);
        }

        _at = Math.Min(_text.Length, _at + 1);
        YamlValue read = Make(start, isMap: false, null, ScalarStyle.Any);
        items.ForEach(read.Add);
        return read;
    }

    /// <summary>What is no member of an object, up to its line's end: <c>resource child 'type' = { … }</c> of Bicep, with what it is.</summary>
    private void PassMember(int depth)
    {
        while (_at < _text.Length && Current is not ('\n' or ',' or '}' or '='))
        {
            _at++;
        }

        if (Current == '=')
        {
            _at++;
            PassBlanks(lines: false);
            ReadValue(depth + 1);
        }
    }

    private YamlValue? ReadName()
    {
        int start = _at;
        while (char.IsLetterOrDigit(Current) || Current is '_' or '-' or '.' or '$' or '@')
        {
            _at++;
        }

        return _at == start ? null : Make(start, isMap: false, _text[start.._at], ScalarStyle.Plain);
    }

    private YamlValue? ReadString()
    {
        int start = _at;
        char quote = Current;
        if (quote == '\'' && string.CompareOrdinal(_text, _at, "'''", 0, 3) == 0)
        {
            int end = _text.IndexOf("'''", _at + 3, StringComparison.Ordinal);
            _at = end < 0 ? _text.Length : end + 3;
            return Make(start, isMap: false, end < 0 ? null : _text[(start + 3)..end], ScalarStyle.Literal);
        }

        var text = new StringBuilder();
        for (_at++; _at < _text.Length && Current != quote; _at++)
        {
            if (Current == '\n')
            {
                return null;
            }

            if (Current == '\\' && _at + 1 < _text.Length)
            {
                text.Append(_text[++_at] switch { 'n' => '\n', 't' => '\t', 'r' => '\r', var other => other });
            }
            else if (Current is '$' or '%' && _at + 1 < _text.Length && _text[_at + 1] == '{')
            {
                int from = _at;
                PassComputed();
                text.Append(text.Length > 0 && text[^1] == '$' ? "" : "$").Append(_text, from + 1, Math.Min(_text.Length, _at + 1) - from - 1);
            }
            else
            {
                text.Append(Current);
            }
        }

        _at = Math.Min(_text.Length, _at + 1);
        return Make(start, isMap: false, text.ToString(), quote == '"' ? ScalarStyle.DoubleQuoted : ScalarStyle.SingleQuoted);
    }

    /// <summary>Stops at the brace that closes what is computed in a string.</summary>
    private void PassComputed()
    {
        int open = 0;
        for (_at++; _at < _text.Length; _at++)
        {
            open += Current switch { '{' => 1, '}' => -1, _ => 0 };
            if (open == 0 || Current == '\n')
            {
                return;
            }
        }
    }

    private YamlValue? ReadHeredoc()
    {
        int start = _at;
        if (Heredoc.Read(_text, _at) is not { } document)
        {
            return null;
        }

        _at = document.After;
        return Make(start, isMap: false, _text[document.Start..document.End], ScalarStyle.Literal);
    }

    private YamlValue ReadExpression()
    {
        int start = _at, depth = 0;
        while (_at < _text.Length && (depth > 0 || !IsDelimiter(Current)))
        {
            char current = Current;
            if (current is '"' or '\'')
            {
                int before = _at;
                ReadString();
                _at = Math.Max(_at, before + 1);
                continue;
            }

            depth += current switch { '{' or '[' or '(' => 1, '}' or ']' or ')' => -1, _ => 0 };
            _at++;
        }

        string expression = _text[start.._at].Trim();
        bool isConstant = expression.Length == 0 || expression is "true" or "false" || expression.All(char.IsAsciiDigit);
        return Make(start, isMap: false, expression == "null" ? "" : isConstant ? expression : $"${{{expression}}}", ScalarStyle.Plain);
    }

    private YamlValue Make(int start, bool isMap, string? text, ScalarStyle style)
    {
        int end = _at;
        while (style == ScalarStyle.Plain && end > start && char.IsWhiteSpace(_text[end - 1]))
        {
            end--;
        }

        return new YamlValue(_source, MarkOf(start), MarkOf(end)) { IsMap = isMap, Text = text is { Length: > 0 } ? text : null, Style = style };
    }

    private Mark MarkOf(int at)
    {
        int line = _source.LinesBefore(at) + 1;
        return new Mark(at, line, at - _source.IndexOf(line, 1) + 1);
    }

    /// <summary>Whether nothing of the same expression follows.</summary>
    private bool IsEnd()
    {
        int from = _at;
        PassBlanks(lines: false);
        bool ends = _at >= _text.Length || IsDelimiter(Current);
        _at = from;
        return ends;
    }

    private bool IsWord(string word) => string.CompareOrdinal(_text, _at, word, 0, word.Length) == 0 && _at + word.Length < _text.Length && char.IsWhiteSpace(_text[_at + word.Length]);

    private static bool IsDelimiter(char character) => character is ',' or '\n' or '\r' or '}' or ']' or ')';

    /// <summary>Blanks, comments and, where <paramref name="lines"/>, everything that separates members.</summary>
    private void PassBlanks(bool lines)
    {
        while (_at < _text.Length)
        {
            if (Current is ' ' or '\t' || (lines && Current is '\r' or '\n' or ',' or ';'))
            {
                _at++;
            }
            else if (Current == '#' || string.CompareOrdinal(_text, _at, "//", 0, 2) == 0)
            {
                _at = _text.IndexOf('\n', _at) is var end and >= 0 ? end : _text.Length;
            }
            else if (string.CompareOrdinal(_text, _at, "/*", 0, 2) == 0)
            {
                _at = _text.IndexOf("*/", _at + 2, StringComparison.Ordinal) is var end and >= 0 ? end + 2 : _text.Length;
            }
            else
            {
                return;
            }
        }
    }
}
