using System.Globalization;
using System.Text;

namespace SecretGuard.Text;

/// <summary>
/// A JSON document (RFC 8259) as a tree. Here because netstandard2.0 has no reader of JSON, and a task of MSBuild brings as few assemblies as it can.
/// </summary>
public sealed class JsonValue
{
    private const int Deepest = 64;

    private static readonly JsonValue Missing = new();

    private JsonValue()
    {
    }

    /// <summary>A string's text; a number or a literal as written; null for anything else.</summary>
    public string? Text { get; private set; }

    /// <summary>The elements of an array; none for anything else.</summary>
    public IReadOnlyList<JsonValue> Items { get; private set; } = [];

    /// <summary>The members of an object; none for anything else.</summary>
    public IReadOnlyDictionary<string, JsonValue> Members { get; private set; } = new Dictionary<string, JsonValue>(StringComparer.Ordinal);

    /// <summary>A member of an object; a value without anything where there is none.</summary>
    public JsonValue this[string name] => Members.TryGetValue(name, out JsonValue? member) ? member : Missing;

    /// <summary>A whole number, or 0.</summary>
    public int Number => int.TryParse(Text, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out int number) ? number : 0;

    /// <summary>Reads a document.</summary>
    /// <exception cref="FormatException">It is no JSON, or nested too deep; the message says where, and quotes nothing.</exception>
    public static JsonValue Parse(string json)
    {
        var reader = new Reader(json);
        JsonValue value = reader.ReadValue(Deepest);
        reader.End();
        return value;
    }

    private sealed class Reader(string json)
    {
        private int _at;

        public JsonValue ReadValue(int depth)
        {
            SkipSpace();
            switch (depth == 0 ? '\0' : Peek())
            {
                case '{':
                    return ReadObject(depth);
                case '[':
                    return ReadArray(depth);
                case '"':
                    return new JsonValue { Text = ReadString() };
                default:
                    return depth == 0 ? throw Error() : ReadWord();
            }
        }

        public void End()
        {
            SkipSpace();
            if (_at < json.Length)
            {
                throw Error();
            }
        }

        /// <summary>A number or a literal.</summary>
        private JsonValue ReadWord()
        {
            int start = _at;
            while (_at < json.Length && (json[_at] is '-' or '+' or '.' || char.IsLetterOrDigit(json[_at])))
            {
                _at++;
            }

            string word = json.Substring(start, _at - start);
            _at = word is "true" or "false" or "null" || double.TryParse(word, NumberStyles.Float, CultureInfo.InvariantCulture, out _) ? _at : start;
            return _at == start ? throw Error() : new JsonValue { Text = word == "null" ? null : word };
        }

        private JsonValue ReadObject(int depth)
        {
            var members = new Dictionary<string, JsonValue>(StringComparer.Ordinal);
            for (bool more = Opens('}'); more; more = Continues('}'))
            {
                SkipSpace();
                string name = ReadString();
                SkipSpace();
                Take(':');
                members[name] = ReadValue(depth - 1);
            }

            return new JsonValue { Members = members };
        }

        private JsonValue ReadArray(int depth)
        {
            var items = new List<JsonValue>();
            for (bool more = Opens(']'); more; more = Continues(']'))
            {
                items.Add(ReadValue(depth - 1));
            }

            return new JsonValue { Items = items };
        }

        /// <summary>Steps into an object or an array; false where it is empty, and stepped over.</summary>
        private bool Opens(char close)
        {
            _at++;
            SkipSpace();
            if (Peek() != close)
            {
                return true;
            }

            _at++;
            return false;
        }

        private bool Continues(char close)
        {
            SkipSpace();
            if (Peek() == ',')
            {
                _at++;
                return true;
            }

            Take(close);
            return false;
        }

        private string ReadString()
        {
            Take('"');
            var text = new StringBuilder();
            for (; Peek() != '"'; _at++)
            {
                char c = Peek();
                if (c < ' ')
                {
                    throw Error();
                }

                text.Append(c == '\\' ? ReadEscape() : c);
            }

            _at++;
            return text.ToString();
        }

        private char ReadEscape()
        {
            _at++;
            switch (Peek())
            {
                case 'n':
                    return '\n';
                case 't':
                    return '\t';
                case 'r':
                    return '\r';
                case 'b':
                    return '\b';
                case 'f':
                    return '\f';
                case 'u' when _at + 4 < json.Length && ushort.TryParse(json.Substring(_at + 1, 4), NumberStyles.AllowHexSpecifier, CultureInfo.InvariantCulture, out ushort unit):
                    _at += 4;
                    return (char)unit;
                case '"' or '\\' or '/':
                    return json[_at];
                default:
                    throw Error();
            }
        }

        private void Take(char expected)
        {
            if (Peek() != expected)
            {
                throw Error();
            }

            _at++;
        }

        private void SkipSpace()
        {
            while (_at < json.Length && json[_at] is ' ' or '\t' or '\n' or '\r' or '\uFEFF')
            {
                _at++;
            }
        }

        private char Peek() => _at < json.Length ? json[_at] : '\0';

        private FormatException Error() => new($"no JSON at character {(_at + 1).ToString(CultureInfo.InvariantCulture)}");
    }
}
