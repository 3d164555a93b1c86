using System.Text;
using System.Text.RegularExpressions;
using SecretGuard.References.Sources;

namespace SecretGuard.References.Terraform;

/// <summary>
/// Reads the blocks and attributes of HCL, once over the text and as leniently as it can: what is no block and no attribute is passed over, what is not closed ends with
/// the text.
/// </summary>
internal sealed class HclReader(SourceText source)
{
    private const int DeepestNesting = 60;

    private static readonly Regex ListOfStrings = new("""^(?:toset\s*\(\s*)?\[(?:\s|,|"[^"\\]*"|#[^\n]*\n)*\]\s*\)?$""", RegexOptions.NonBacktracking);

    private readonly string _text = source.Text;
    private int _at;

    /// <summary>The blocks of the file.</summary>
    public static IReadOnlyList<HclBlock> Read(SourceText source) => ReadFile(source).Blocks;

    /// <summary>The file as a block without a head.</summary>
    public static HclBlock ReadFile(SourceText source)
    {
        var file = new HclBlock("", []);
        var reader = new HclReader(source);
        while (reader._at < reader._text.Length)
        {
            reader.ReadBody(file, 0);
            reader._at++; // a brace that closes nothing
        }

        return file;
    }

    private char Current => _at < _text.Length ? _text[_at] : '\0';

    private void ReadBody(HclBlock into, int depth)
    {
        while (_at < _text.Length && Current != '}')
        {
            if (PassComment() || char.IsWhiteSpace(Current))
            {
                _at += char.IsWhiteSpace(Current) ? 1 : 0;
            }
            else if (IsNameStart(Current))
            {
                ReadMember(into, depth);
            }
            else if (Current == '"')
            {
                ReadString();
            }
            else
            {
                _at++;
            }
        }
    }

    private void ReadMember(HclBlock into, int depth)
    {
        int start = _at, end;
        string name = ReadName();
        var heads = new List<HclString>();
        while (true)
        {
            end = _at;
            PassBlanks();
            if (Current == '"')
            {
                heads.Add(ReadString().String);
            }
            else if (IsNameStart(Current))
            {
                heads.Add(new HclString(ReadName(), []));
            }
            else
            {
                break;
            }
        }

        if (Current == '{' && depth < DeepestNesting)
        {
            _at++;
            var block = new HclBlock(name, [.. heads.Select(head => head.Fill(_ => null))]) { Location = source.At(start, end - start), Heads = heads };
            ReadBody(block, depth + 1);
            _at++;
            into.Blocks.Add(block);
        }
        else if (Current == '=' && heads.Count == 0 && (_at + 1 >= _text.Length || _text[_at + 1] != '='))
        {
            _at++;
            into.Attributes.TryAdd(name, ReadValue());
        }
    }

    /// <summary>An expression: it ends with its line, unless something is open.</summary>
    private HclValue ReadValue()
    {
        PassBlanks();
        int start = _at, depth = 0, first = 0, length = 0;
        var strings = new List<HclString>();
        bool only = Current == '"', isObject = Current == '{';
        var keys = new List<(string, int)>();
        while (_at < _text.Length && (depth > 0 || Current is not ('\n' or '}' or ',')))
        {
            char current = Current;
            if (PassComment())
            {
                continue;
            }

            if (current == '"')
            {
                int begin = _at + 1;
                (HclString read, int end) = ReadString();
                (first, length) = strings.Count == 0 ? (begin, end - begin) : (first, length);
                strings.Add(read);
                AddKey(read.Fill(_ => null), begin);
            }
            else if (current == '<' && PassHeredoc())
            {
                only = false;
            }
            else if (isObject && depth == 1 && IsNameStart(current))
            {
                int begin = _at;
                AddKey(ReadName(), begin);
            }
            else
            {
                only &= char.IsWhiteSpace(current);
                depth += current switch { '{' or '[' or '(' => 1, '}' or ']' or ')' => -1, _ => 0 };
                _at++;
            }
        }

        string expression = _text[start.._at].TrimEnd();
        HclString? template = only && strings.Count == 1 ? strings[0] : null;
        var value = new HclValue(template?.Fill(_ => null), expression, template is null ? source.At(start, expression.Length) : source.At(first, length))
        {
            Start = start,
            Template = template,
            Items = IsList(expression) ? [.. strings.Select(item => item.Fill(_ => null))] : [],
        };
        value.Keys.AddRange(keys.Select(key => (key.Item1, source.At(key.Item2, key.Item1.Length))));
        return value;

        void AddKey(string name, int begin)
        {
            if (isObject && depth == 1 && IsAssigned())
            {
                keys.Add((name, begin));
            }
        }
    }

    /// <summary>Whether a value follows here that the name before it has in an object.</summary>
    private bool IsAssigned()
    {
        int next = _at;
        while (next < _text.Length && _text[next] is ' ' or '\t')
        {
            next++;
        }

        return next < _text.Length && (_text[next] is ':' || (_text[next] == '=' && (next + 1 >= _text.Length || _text[next + 1] != '=')));
    }

    /// <summary>Whether an expression is a list of strings, or a set of one.</summary>
    private static bool IsList(string expression) => ListOfStrings.IsMatch(expression);

    /// <summary>A string behind its quote, and the index of the quote that ends it. What is computed in it may hold strings again.</summary>
    private (HclString String, int End) ReadString()
    {
        var text = new StringBuilder();
        var computed = new List<string>();
        int open = 0, from = 0; // braces of what is computed, and where it begins
        bool inner = false; // within a string there
        for (_at++; _at < _text.Length && _text[_at] != '\n'; _at++)
        {
            char current = _text[_at];
            if (open == 0 && current == '"')
            {
                return (new HclString(text.ToString(), computed), _at++);
            }

            if (current == '\\')
            {
                _at++;
                continue;
            }

            inner ^= open > 0 && current == '"';
            if (open == 0 && current is '$' or '%' && _at + 1 < _text.Length && _text[_at + 1] == '{')
            {
                text.Append(HclString.Hole);
                open = 1;
                from = ++_at + 1;
            }
            else if (open == 0)
            {
                text.Append(current);
            }
            else if (!inner)
            {
                open += current switch { '{' => 1, '}' => -1, _ => 0 };
                if (open == 0)
                {
                    computed.Add(_text[from.._at].Trim());
                }
            }
        }

        _at = Math.Min(_at, _text.Length);
        return (new HclString(text.ToString(), computed), _at);
    }

    /// <summary><c>&lt;&lt;-EOT</c> up to the line that has only its word.</summary>
    private bool PassHeredoc()
    {
        if (string.CompareOrdinal(_text, _at, "<<", 0, 2) != 0)
        {
            return false;
        }

        _at += 2;
        _at += Current == '-' ? 1 : 0;
        string end = IsNameStart(Current) ? ReadName() : "";
        PassLine();
        while (end.Length > 0 && _at < _text.Length)
        {
            int line = ++_at;
            PassLine();
            if (line <= _at && _text.AsSpan(line, _at - line).Trim().SequenceEqual(end))
            {
                break;
            }
        }

        return true;
    }

    private bool PassComment()
    {
        if (Current == '#' || string.CompareOrdinal(_text, _at, "//", 0, 2) == 0)
        {
            PassLine();
            return true;
        }

        if (string.CompareOrdinal(_text, _at, "/*", 0, 2) != 0)
        {
            return false;
        }

        _at = _text.IndexOf("*/", _at + 2, StringComparison.Ordinal) is var end and >= 0 ? end + 2 : _text.Length;
        return true;
    }

    private void PassLine() => _at = _at < _text.Length && _text.IndexOf('\n', _at) is var end and >= 0 ? end : _text.Length;

    private void PassBlanks()
    {
        while (Current is ' ' or '\t' or '\r')
        {
            _at++;
        }
    }

    private string ReadName()
    {
        int start = _at;
        while (_at < _text.Length && (char.IsLetterOrDigit(_text[_at]) || _text[_at] is '_' or '-'))
        {
            _at++;
        }

        return _text[start.._at];
    }

    private static bool IsNameStart(char character) => char.IsLetter(character) || character == '_';
}
