using SecretGuard.References.Sources;

namespace SecretGuard.References.CSharp.Lexing;

/// <summary>
/// Divides a text into the tokens of C#, once over it and in linear time whatever it is: what is not closed ends with its line, its brace or the text. What stands under
/// <c>#if false</c> is passed over; of all other conditions both branches are read.
/// </summary>
internal sealed partial class CSharpLexer
{
    private readonly string _text;
    private readonly CSharpTokens _tokens;
    private readonly List<int> _open = []; // tokens of which the end has not come
    private int _braces; // those of them that are braces or holes
    private int _at;
    private bool _isLineStart = true;

    private CSharpLexer(SourceText source, string text)
    {
        _text = text;
        _tokens = new CSharpTokens(source, text);
    }

    /// <summary>The tokens of a text.</summary>
    public static CSharpTokens Read(SourceText source) => Read(source, source.Text);

    /// <summary>The tokens of the code in a page.</summary>
    /// <param name="source">The page.</param>
    /// <param name="text">As long as it, with blanks for what is no code.</param>
    public static CSharpTokens Read(SourceText source, string text)
    {
        var lexer = new CSharpLexer(source, text);
        while (lexer._at < text.Length)
        {
            if (lexer.Top == TokenKind.Interpolated)
            {
                lexer.ReadPart();
            }
            else
            {
                lexer.ReadToken();
            }
        }

        foreach (int opening in lexer._open)
        {
            lexer._tokens.Close(opening, lexer._tokens.Count);
        }

        return lexer._tokens;
    }

    private TokenKind Top => _open.Count > 0 ? _tokens[_open[^1]] : TokenKind.End;

    private char Ahead(int count = 1) => _at + count < _text.Length ? _text[_at + count] : '\0';

    private void ReadToken()
    {
        char current = _text[_at];
        if (char.IsWhiteSpace(current) || current is '\0' or '\uFEFF')
        {
            _isLineStart |= current == '\n';
            _at++;
            return;
        }

        bool isLineStart = _isLineStart;
        _isLineStart = false;
        if (current == '/' && Ahead() is '/' or '*')
        {
            _at = Ahead() == '/' ? LineEnd(_at) : _text.IndexOf("*/", _at + 2, StringComparison.Ordinal) is var end and >= 0 ? end + 2 : _text.Length;
            _isLineStart = isLineStart;
        }
        else if (current == '#' && isLineStart)
        {
            PassDirective();
        }
        else if (current is '"' or '$' or '@' or '\'')
        {
            ReadQuoted(current);
        }
        else if (char.IsLetter(current) || current == '_')
        {
            ReadName(_at);
        }
        else if (char.IsAsciiDigit(current))
        {
            ReadNumber();
        }
        else
        {
            ReadSign(current);
        }
    }

    private void ReadName(int start)
    {
        do
        {
            _at++;
        }
        while (_at < _text.Length && (char.IsLetterOrDigit(_text[_at]) || _text[_at] == '_'));
        _tokens.Add(TokenKind.Name, start, _at);
    }

    private void ReadNumber()
    {
        int start = _at++;
        while (_at < _text.Length && (char.IsAsciiLetterOrDigit(_text[_at]) || _text[_at] == '_' || (_text[_at] == '.' && char.IsAsciiDigit(Ahead()))))
        {
            _at++;
        }

        _tokens.Add(TokenKind.Number, start, _at);
    }

    private void ReadSign(char current)
    {
        (TokenKind kind, int length) = KindOf(current);
        if (kind is TokenKind.Parenthesis or TokenKind.Bracket or TokenKind.Brace)
        {
            Open(kind);
        }
        else if (kind is TokenKind.ParenthesisEnd or TokenKind.BracketEnd)
        {
            Close(kind);
        }
        else if (kind == TokenKind.BraceEnd)
        {
            CloseBrace();
        }
        else if (kind == TokenKind.Colon && Top == TokenKind.Hole)
        {
            PassFormat();
        }
        else
        {
            _tokens.Add(kind, _at, _at + length);
            _at += length;
        }
    }

    private (TokenKind Kind, int Length) KindOf(char current)
    {
        char next = Ahead();
        return current switch
        {
            '(' => (TokenKind.Parenthesis, 1),
            '[' => (TokenKind.Bracket, 1),
            '{' => (TokenKind.Brace, 1),
            ')' => (TokenKind.ParenthesisEnd, 1),
            ']' => (TokenKind.BracketEnd, 1),
            '}' => (TokenKind.BraceEnd, 1),
            '.' => next == '.' ? (TokenKind.Sign, 2) : (TokenKind.Dot, 1),
            ',' => (TokenKind.Comma, 1),
            ';' => (TokenKind.Semicolon, 1),
            ':' => next == ':' ? (TokenKind.Dot, 2) : (TokenKind.Colon, 1),
            '?' => next != '?' ? (TokenKind.Question, 1) : Ahead(2) == '=' ? (TokenKind.AssignWith, 3) : (TokenKind.Coalesce, 2),
            '=' => next == '>' ? (TokenKind.Arrow, 2) : next == '=' ? (TokenKind.Sign, 2) : (TokenKind.Assign, 1),
            '!' => next == '=' ? (TokenKind.Sign, 2) : (TokenKind.Exclamation, 1),
            '<' => next == '=' ? (TokenKind.Sign, 2) : (TokenKind.Less, 1),
            '>' => next == '=' ? (TokenKind.Sign, 2) : (TokenKind.Greater, 1),
            '+' => next == '=' ? (TokenKind.AssignWith, 2) : next == '+' ? (TokenKind.Sign, 2) : (TokenKind.Plus, 1),
            '-' when next == '>' => (TokenKind.Dot, 2),
            '-' or '*' or '/' or '%' or '&' or '|' or '^' => next == '=' ? (TokenKind.AssignWith, 2) : next == current ? (TokenKind.Sign, 2) : (TokenKind.Sign, 1),
            _ => (TokenKind.Sign, 1),
        };
    }

    private void Open(TokenKind kind)
    {
        _open.Add(_tokens.Count);
        _braces += kind is TokenKind.Brace or TokenKind.Hole ? 1 : 0;
        _tokens.Add(kind, _at, _at + 1);
        _at++;
    }

    /// <summary>A parenthesis or a bracket: it closes the innermost one of its kind if at most one of the other is left open; else it closes nothing.</summary>
    private void Close(TokenKind kind)
    {
        int depth = Top == kind - 1 ? 1 : _open.Count > 1 && Top is TokenKind.Parenthesis or TokenKind.Bracket && _tokens[_open[^2]] == kind - 1 ? 2 : 0;
        Pop(depth);
        _tokens.Add(depth == 0 ? TokenKind.Sign : kind, _at, _at + 1);
        _at++;
    }

    /// <summary>A brace closes whatever is open within the innermost one.</summary>
    private void CloseBrace()
    {
        if (_braces == 0)
        {
            _tokens.Add(TokenKind.Sign, _at, ++_at);
            return;
        }

        while (Top is not (TokenKind.Brace or TokenKind.Hole))
        {
            Pop(1);
        }

        TokenKind closed = Top;
        Pop(1);
        _braces--;
        _tokens.Add(closed + 1, _at, _at + 1);
        _at += closed == TokenKind.Hole ? Math.Min(_styles[^1].Braces, RunLength('}')) : 1;
    }

    /// <summary>The next token ends the innermost groups.</summary>
    private void Pop(int count)
    {
        for (; count > 0; count--)
        {
            _tokens.Close(_open[^1], _tokens.Count);
            _open.RemoveAt(_open.Count - 1);
        }
    }

    private void PassDirective()
    {
        int end = LineEnd(_at);
        bool isOff = IsDirective(_text.AsSpan(_at, end - _at), "if") && _text.AsSpan(_at, end - _at).TrimEnd().EndsWith(" false", StringComparison.Ordinal);
        _at = end;
        for (int depth = 1; isOff && depth > 0 && _at < _text.Length;)
        {
            end = LineEnd(++_at);
            ReadOnlySpan<char> line = _text.AsSpan(_at, end - _at).TrimStart();
            depth += IsDirective(line, "if") ? 1 : IsDirective(line, "endif") || (depth == 1 && (IsDirective(line, "else") || IsDirective(line, "elif"))) ? -1 : 0;
            _at = end;
        }
    }

    private static bool IsDirective(ReadOnlySpan<char> line, string name) => line.Length > 0 && line[0] == '#' && line[1..].TrimStart().StartsWith(name, StringComparison.Ordinal);

    private int LineEnd(int from) => from < _text.Length && _text.IndexOf('\n', from) is var end and >= 0 ? end : _text.Length;
}
