namespace SecretGuard.References.CSharp.Lexing;

/// <summary>Strings and characters.</summary>
internal sealed partial class CSharpLexer
{
    private const int LongestCharacter = 12;

    private readonly List<TextStyle> _styles = []; // of the strings with holes that are open

    /// <summary>What begins with a quote or with a sign that may stand before one.</summary>
    private void ReadQuoted(char current)
    {
        if (current == '\'')
        {
            ReadCharacter();
            return;
        }

        int start = _at, dollars = 0;
        while (_at < _text.Length && _text[_at] is '$' or '@')
        {
            dollars += _text[_at++] == '$' ? 1 : 0;
        }

        if (_at < _text.Length && _text[_at] == '"')
        {
            ReadText(start, dollars, isVerbatim: _at - start > dollars);
        }
        else if (_at == start + 1 && current == '@' && _at < _text.Length && (char.IsLetter(_text[_at]) || _text[_at] == '_'))
        {
            ReadName(start);
        }
        else
        {
            _tokens.Add(TokenKind.Sign, start, _at);
        }
    }

    private void ReadText(int start, int dollars, bool isVerbatim)
    {
        int quotes = RunLength('"');
        bool isRaw = quotes >= 3 && !isVerbatim;
        if (dollars > 0 && (isRaw || quotes != 2 || isVerbatim))
        {
            _at += isRaw ? quotes : 1;
            _open.Add(_tokens.Count);
            _styles.Add(new TextStyle(isRaw ? quotes : 1, isRaw ? dollars : 1, isVerbatim));
            _tokens.Add(TokenKind.Interpolated, start, _at);
            return;
        }

        TokenKind kind = isRaw ? TokenKind.Raw : isVerbatim ? TokenKind.Verbatim : TokenKind.Text;
        _at += isRaw ? quotes : 1;
        bool isClosed = false;
        while (!isClosed && _at < _text.Length && (kind != TokenKind.Text || _text[_at] != '\n'))
        {
            if (_text[_at] != '"')
            {
                _at += _text[_at] == '\\' && kind == TokenKind.Text && Ahead() != '\n' ? 2 : 1;
                continue;
            }

            int run = kind == TokenKind.Text ? 1 : RunLength('"');
            isClosed = kind switch { TokenKind.Raw => run >= quotes, TokenKind.Verbatim => run % 2 == 1, _ => true };
            _at += run;
        }

        _at = Math.Min(_at, _text.Length);
        _tokens.Add(kind, start, _at);
        _at += string.CompareOrdinal(_text, _at, "u8", 0, 2) == 0 ? 2 : 0;
    }

    /// <summary>Of a string with holes what stands up to the next hole or its end, and that.</summary>
    private void ReadPart()
    {
        TextStyle style = _styles[^1];
        int start = _at;
        while (_at < _text.Length)
        {
            char current = _text[_at];
            int run = current is '"' or '{' or '}' ? RunLength(current) : 1;
            if (current == '"' && (style.IsRaw ? run >= style.Quotes : !style.IsVerbatim || run % 2 == 1))
            {
                EndText(start, _at + (style.IsVerbatim || style.IsRaw ? run : 1) - 1);
                return;
            }

            if (current == '{' && (style.IsRaw ? run >= style.Braces : run % 2 == 1))
            {
                _at += run - style.Braces;
                AddPart(start, _at);
                Open(TokenKind.Hole);
                _at += style.Braces - 1;
                return;
            }

            if (current == '\n' && style is { IsRaw: false, IsVerbatim: false })
            {
                EndText(start, _at); // nobody closed it
                return;
            }

            _at += current == '\\' && style is { IsRaw: false, IsVerbatim: false } && Ahead() != '\n' ? 2 : run;
        }

        AddPart(start, _at = _text.Length);
    }

    private void AddPart(int start, int end)
    {
        if (end > start)
        {
            _tokens.Add(TokenKind.Part, start, end);
        }
    }

    /// <summary>Ends the innermost string with holes.</summary>
    /// <param name="start">Where its last part begins.</param>
    /// <param name="last">Its last character.</param>
    private void EndText(int start, int last)
    {
        AddPart(start, _styles[^1].IsRaw ? last + 1 - _styles[^1].Quotes : last);
        Pop(1);
        _styles.RemoveAt(_styles.Count - 1);
        _tokens.Add(TokenKind.InterpolatedEnd, last, last + 1);
        _at = last + 1;
        _isLineStart = _text[last] == '\n';
    }

    /// <summary>How a value in a hole is written: up to the brace, or the end of the line where there is none.</summary>
    private void PassFormat()
    {
        while (_at < _text.Length && _text[_at] is not ('}' or '"' or '\n'))
        {
            _at++;
        }

        if (_at < _text.Length && _text[_at] == '"' && !_styles[^1].IsRaw)
        {
            CloseBrace(); // a hole that nobody closed ends with its string
        }
    }

    private void ReadCharacter()
    {
        int start = _at++;
        while (_at < _text.Length && _text[_at] is not ('\'' or '\n') && _at < start + LongestCharacter)
        {
            _at += _text[_at] == '\\' && Ahead() != '\n' ? 2 : 1;
        }

        bool isClosed = _at < _text.Length && _text[_at] == '\'';
        _at = isClosed ? _at + 1 : start + 1;
        _tokens.Add(isClosed ? TokenKind.Character : TokenKind.Sign, start, _at);
    }

    private int RunLength(char sign)
    {
        int end = _at;
        while (end < _text.Length && _text[end] == sign)
        {
            end++;
        }

        return end - _at;
    }

    /// <summary>How a string with holes is written.</summary>
    /// <param name="Quotes">How many quotes end it: one, or three and more of a raw one.</param>
    /// <param name="Braces">How many braces open a hole.</param>
    /// <param name="IsVerbatim">Whether quotes in it are doubled and nothing else is escaped.</param>
    private readonly record struct TextStyle(int Quotes, int Braces, bool IsVerbatim)
    {
        /// <summary>Whether nothing is escaped in it.</summary>
        public bool IsRaw => Quotes > 1;
    }
}
