using SecretGuard.Detection.CommandLines;

namespace SecretGuard.Detection.Sql;

/// <summary>A string literal of SQL: the range between its quotes.</summary>
/// <param name="Start">First byte.</param>
/// <param name="End">The byte after the last.</param>
/// <param name="Next">The byte after the closing quote.</param>
internal readonly record struct SqlLiteral(int Start, int End, int Next);

/// <summary>Reads SQL where it stands in a script, and where it stands in a string of code with its quotes escaped.</summary>
internal readonly ref struct SqlText(ScanContext context)
{
    private const int MaxLiteral = 4096;

    private readonly ReadOnlySpan<byte> _text = context.Text;
    private readonly bool _code = context.Syntax is FileSyntax.Code or FileSyntax.Json;

    /// <summary>The byte at a place, or 0 behind the end.</summary>
    public byte At(int position) => position < _text.Length ? _text[position] : (byte)0;

    /// <summary>The place after blanks and line ends, also after those that join the strings of a statement in code.</summary>
    public int SkipBlanks(int position)
    {
        int most = Math.Min(_text.Length, position + 512);
        while (position < most)
        {
            byte b = _text[position];
            if (b is (byte)' ' or (byte)'\t' or (byte)'\n' or (byte)'\r' || (_code && b is (byte)'+' && position + 1 < most && _text[position + 1] <= ' '))
            {
                position++;
            }
            else if (_code && b == '\\' && position + 1 < most && _text[position + 1] is (byte)'n' or (byte)'r' or (byte)'t')
            {
                position += 2;
            }
            else if (_code && b == '"' && JoinsStrings(position) is int joined && joined > 0)
            {
                position = joined;
            }
            else
            {
                break;
            }
        }

        return position;
    }

    /// <summary>The literal that begins here, with its national or escape prefix; false where none does or it does not end.</summary>
    public bool TryLiteral(int position, out SqlLiteral literal, bool doubleQuotes = true)
    {
        literal = default;
        if (At(position) is (byte)'N' or (byte)'n' or (byte)'E' or (byte)'e' && At(position + 1) == '\'')
        {
            position++;
        }

        bool escaped = At(position) == '\\';
        byte quote = At(escaped ? position + 1 : position);
        if (quote != '\'' && !(doubleQuotes && quote == '"'))
        {
            return false;
        }

        int width = escaped ? 2 : _code && quote == '"' && At(position + 1) == '"' ? 2 : 1;
        int start = position + width, most = Math.Min(_text.Length, start + MaxLiteral);
        for (int at = start; at + width <= most && !(Ascii.IsNewLine(_text[at]) && width == 2); at++)
        {
            if (!_text.Slice(at, width).SequenceEqual(_text.Slice(position, width)))
            {
                at += !escaped && _text[at] == '\\' ? 1 : 0;
                continue;
            }

            if (width == 1 && At(at + 1) == quote)
            {
                at++; // a doubled quote is one quote
                continue;
            }

            literal = new SqlLiteral(start, at, at + width);
            return true;
        }

        return false;
    }

    /// <summary>The place after the word if it stands here in any case, else -1.</summary>
    public int After(int position, string word)
    {
        int end = position + word.Length;
        return position >= 0 && position <= _text.Length && AsciiText.StartsWith(_text.Slice(position), word, ignoreCase: true) && !Ascii.IsAlphanumeric(At(end)) ? end : -1;
    }

    /// <summary>The place after a string's end and the next string's beginning that only a plus sign, blanks and prefixes divide, or 0.</summary>
    private int JoinsStrings(int quote)
    {
        int at = quote + 1, most = Math.Min(_text.Length, quote + 200);
        bool plus = false;
        while (at < most && (_text[at] <= ' ' || _text[at] is (byte)'+' or (byte)'.' or (byte)'@' or (byte)'$' or (byte)'\\'))
        {
            plus |= _text[at] is (byte)'+' or (byte)'.' or (byte)'\n';
            at++;
        }

        return plus && at < most && _text[at] == '"' ? at + 1 : 0;
    }
}
