namespace SecretGuard.References.CSharp.Lexing;

/// <summary>
/// The code in a page of Razor, at its places: blanks stand for markup, and a semicolon behind every expression. Read once, line by line: what begins with a tag within code
/// is markup.
/// </summary>
internal sealed class RazorCode
{
    private const int LongestGroup = 4_000;

    private static readonly string[] Statements = ["if", "for", "foreach", "while", "switch", "using", "lock", "do", "try", "else", "catch", "finally"];
    private static readonly string[] Blocks = ["code", "functions"];
    private static readonly string[] Lines = ["page", "model", "namespace", "inherits", "implements", "layout", "attribute", "addTagHelper", "removeTagHelper", "tagHelperPrefix", "typeparam", "rendermode", "preservewhitespace", "section"];

    private readonly string _page;
    private readonly char[] _code;
    private int _at;
    private int _braces; // of code that is open

    private RazorCode(string page)
    {
        _page = page;
        _code = new char[page.Length];
        _code.AsSpan().Fill(' ');
    }

    /// <summary>A text as long as the page, with nothing but its code.</summary>
    public static string Of(string page)
    {
        var code = new RazorCode(page);
        bool isLineStart = true;
        while (code._at < page.Length)
        {
            if (code._braces == 0 || (isLineStart && code.IsMarkupLine()))
            {
                code.PassMarkup();
                isLineStart = true;
            }
            else
            {
                isLineStart = code.CopyCode(isLineStart);
            }
        }

        return new string(code._code);
    }

    private char Ahead(int count = 1) => _at + count < _page.Length ? _page[_at + count] : '\0';

    /// <summary>Whether a line of code is markup: a tag, or text behind <c>@:</c>.</summary>
    private bool IsMarkupLine()
    {
        int at = _at;
        while (at < _page.Length && _page[at] is ' ' or '\t')
        {
            at++;
        }

        char next = at + 1 < _page.Length ? _page[at + 1] : '\0';
        return at < _page.Length && ((_page[at] == '<' && (char.IsLetter(next) || next is '/' or '!')) || (_page[at] == '@' && next is ':' or '*'));
    }

    /// <summary>Markup up to the end of its line, or to code that goes on.</summary>
    private void PassMarkup()
    {
        int braces = _braces;
        while (_at < _page.Length && _braces == braces)
        {
            if (_page[_at] == '@')
            {
                ReadTransition();
            }
            else if (_page[_at++] == '\n' && braces > 0)
            {
                return;
            }
        }
    }

    /// <summary>Copies code: a string, a comment or a character. Returns whether a line begins behind it.</summary>
    private bool CopyCode(bool isLineStart)
    {
        char current = _page[_at];
        int length = current switch
        {
            ' ' or '\t' when isLineStart => _page.AsSpan(_at).IndexOfAnyExcept(' ', '\t') is var end and >= 0 ? end : _page.Length - _at,
            '"' => QuotedLength(_at),
            '/' when Ahead() == '/' => LineLength(),
            '/' when Ahead() == '*' => _page.IndexOf("*/", _at + 2, StringComparison.Ordinal) is var end and >= 0 ? end + 2 - _at : _page.Length - _at,
            '\'' when Ahead(2) == '\'' => 3,
            _ => 1,
        };
        _braces += current switch { '{' => 1, '}' => -1, _ => 0 };
        Copy(length);
        if (current == '}' && _braces == 0)
        {
            ReadStatement(); // else
        }

        return current == '\n';
    }

    private int QuotedLength(int start)
    {
        bool isRaw = string.CompareOrdinal(_page, start, "\"\"\"", 0, 3) == 0, isVerbatim = start > 0 && (_page[start - 1] == '@' || (start > 1 && _page[start - 2] == '@' && _page[start - 1] == '$'));
        if (isRaw || isVerbatim)
        {
            string quote = isRaw ? "\"\"\"" : "\"";
            return (start + quote.Length < _page.Length && _page.IndexOf(quote, start + quote.Length, StringComparison.Ordinal) is var end and >= 0 ? end + quote.Length : _page.Length) - start;
        }

        int at = start + 1;
        while (at < _page.Length && _page[at] is not ('"' or '\n'))
        {
            at += _page[at] == '\\' ? 2 : 1;
        }

        return Math.Min(at + 1, _page.Length) - start;
    }

    /// <summary>What stands behind a sign that leads from markup to code.</summary>
    private void ReadTransition()
    {
        bool isAddress = _at > 0 && char.IsLetterOrDigit(_page[_at - 1]);
        _at++;
        char current = _at < _page.Length ? _page[_at] : '\0';
        if (current == '*')
        {
            _at = _page.IndexOf("*@", _at, StringComparison.Ordinal) is var end and >= 0 ? end + 2 : _page.Length;
        }
        else if (current == '@')
        {
            _at++;
        }
        else if (current == '{' && !isAddress)
        {
            _braces++;
            Copy(1);
        }
        else if (!isAddress && !ReadStatement() && (current == '(' || char.IsLetter(current) || current == '_'))
        {
            ReadExpression();
        }
    }

    /// <summary>A statement with a block, or a directive. Returns whether there is one.</summary>
    private bool ReadStatement()
    {
        int start = _at;
        while (_at < _page.Length && char.IsWhiteSpace(_page[_at]))
        {
            _at++;
        }

        int end = _at;
        while (end < _page.Length && char.IsLetter(_page[end]))
        {
            end++;
        }

        bool isJoined = _at == start;
        string word = _page[_at..Math.Min(end, _at + 20)];
        if (isJoined && word is "inject" or "using" && end + 1 < _page.Length && _page[end] is ' ' or '\t' && _page[end + 1] != '(')
        {
            _at += word == "inject" ? word.Length : 0;
            Copy(LineLength());
            End();
            return true;
        }

        if (isJoined && Lines.Contains(word, StringComparer.Ordinal))
        {
            _at += LineLength();
            return true;
        }

        bool isBlock = isJoined && Blocks.Contains(word, StringComparer.Ordinal);
        if (!isBlock && !Statements.Contains(word, StringComparer.Ordinal))
        {
            _at = start;
            return false;
        }

        _at = isBlock ? end : _at;
        Copy(end - _at);
        CopyHead();
        return true;
    }

    /// <summary>What stands between the word of a statement and its block, and the brace that opens this.</summary>
    private void CopyHead()
    {
        for (char current = '\0'; _at < _page.Length && current != '{';)
        {
            current = _page[_at];
            if (!char.IsWhiteSpace(current) && current is not ('(' or '{') && !char.IsLetter(current))
            {
                return;
            }

            _braces += current == '{' ? 1 : 0;
            Copy(current == '(' ? GroupLength() : 1);
        }
    }

    /// <summary>An expression: one in parentheses, or a chain of names, calls and keys.</summary>
    private void ReadExpression()
    {
        Copy(string.CompareOrdinal(_page, _at, "await ", 0, 6) == 0 ? 6 : 0);
        while (_at < _page.Length)
        {
            char current = _page[_at];
            bool isName = char.IsLetterOrDigit(current) || current == '_', isJoint = current is '.' or '?' or '!' && (char.IsLetter(Ahead()) || Ahead() is '_' or '.' or '[');
            if (!isName && !isJoint && current is not ('(' or '['))
            {
                break;
            }

            Copy(isName || isJoint ? 1 : GroupLength());
        }

        End();
    }

    /// <summary>Ends a statement on the character that follows, whatever it is: lines are counted in the page.</summary>
    private void End()
    {
        if (_at < _page.Length && _page[_at] != '@')
        {
            _code[_at++] = ';';
        }
    }

    /// <summary>The length of what stands in parentheses or brackets, as far as they are closed soon.</summary>
    private int GroupLength()
    {
        int depth = 0, at = _at;
        for (; at < Math.Min(_page.Length, _at + LongestGroup); at++)
        {
            char current = _page[at];
            at += current == '"' ? QuotedLength(at) - 1 : 0;
            depth += current switch { '(' or '[' or '{' => 1, ')' or ']' or '}' => -1, _ => 0 };
            if (depth == 0)
            {
                return at + 1 - _at;
            }
        }

        return at - _at;
    }

    private int LineLength() => (_page.IndexOf('\n', _at) is var end and >= 0 ? end : _page.Length) - _at;

    private void Copy(int length)
    {
        length = Math.Min(length, _page.Length - _at);
        _page.AsSpan(_at, length).CopyTo(_code.AsSpan(_at));
        _at += length;
    }
}
