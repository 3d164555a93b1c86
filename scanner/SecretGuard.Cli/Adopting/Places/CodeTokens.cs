namespace SecretGuard.Cli.Adopting.Places;

/// <summary>
/// Cuts a text of C# into tokens, as far as strings, comments and brackets go. What a string holds in its holes belongs to the string. Linear; never fails: what is
/// not closed ends with the text.
/// </summary>
internal sealed class CodeTokens
{
    private static readonly string[] Pairs = ["=>", "==", "!=", "<=", ">=", "??", "?.", "::", "&&", "||", "+="];

    // Whoever nests holes deeper than this is read as if the outermost text were a plain one.
    private const int DeepestHoles = 50;

    private readonly string _text;
    private readonly List<CodeToken> _tokens = [];
    private bool _isFirstOfLine = true;
    private int _depth;

    private CodeTokens(string text) => _text = text;

    /// <summary>The tokens, in their order.</summary>
    public static IReadOnlyList<CodeToken> Read(string text)
    {
        var tokens = new CodeTokens(text);
        for (int at = 0; at < text.Length;)
        {
            bool isBlank = char.IsWhiteSpace(text[at]);
            bool isFirst = isBlank && (tokens._isFirstOfLine || text[at] == '\n');
            at = isBlank ? at + 1 : tokens.ReadOne(at);
            tokens._isFirstOfLine = isFirst;
        }

        return tokens._tokens;
    }

    private int ReadOne(int at)
    {
        char c = _text[at];
        (CodeTokenKind kind, int end) = c == '#' && _isFirstOfLine ? (CodeTokenKind.Remark, LineEnd(at))
            : Has(at, "//") ? (CodeTokenKind.Remark, LineEnd(at))
            : Has(at, "/*") ? (CodeTokenKind.Remark, After("*/", at + 2))
            : c == '\'' ? (CodeTokenKind.Word, Escaped(at + 1, '\''))
            : QuoteAt(at) is { } quote ? (_text.AsSpan(at, quote - at).Contains('$') ? CodeTokenKind.Interpolated : CodeTokenKind.Text, TextEnd(at, quote))
            : char.IsLetterOrDigit(c) || c is '_' or '@' ? (CodeTokenKind.Word, WordEnd(at))
            : (CodeTokenKind.Sign, at + (Array.Exists(Pairs, pair => Has(at, pair)) ? 2 : 1));
        _tokens.Add(new CodeToken(kind, at, end));
        return end;
    }

    private bool Has(int at, string sign) => string.CompareOrdinal(_text, at, sign, 0, sign.Length) == 0;

    private int LineEnd(int at) => _text.IndexOf('\n', at) is var end and >= 0 ? end : _text.Length;

    private int After(string sign, int at) => at < _text.Length && _text.IndexOf(sign, at, StringComparison.Ordinal) is var end and >= 0 ? end + sign.Length : _text.Length;

    private int WordEnd(int at)
    {
        int end = at + 1;
        while (end < _text.Length && (char.IsLetterOrDigit(_text[end]) || _text[end] == '_'))
        {
            end++;
        }

        return end;
    }

    /// <summary>The quote of a string that begins here, with its signs before it; null where none does.</summary>
    private int? QuoteAt(int at)
    {
        int quote = at;
        while (quote < _text.Length && _text[quote] is '$' or '@')
        {
            quote++;
        }

        return quote < _text.Length && _text[quote] == '"' ? quote : null;
    }

    private int TextEnd(int at, int quote)
    {
        ReadOnlySpan<char> signs = _text.AsSpan(at, quote - at);
        int quotes = 0, holes = signs.Count('$');
        while (quote + quotes < _text.Length && _text[quote + quotes] == '"')
        {
            quotes++;
        }

        bool isVerbatim = signs.Contains('@');
        int end = quotes >= 3 && !isVerbatim ? Raw(quote + quotes, quotes)
            : holes > 0 && _depth < DeepestHoles ? Holed(quote + 1, isVerbatim)
            : isVerbatim ? Verbatim(quote + 1)
            : Escaped(quote + 1, '"');
        return Has(end, "u8") ? end + 2 : end;
    }

    private int Raw(int at, int quotes)
    {
        int end = After(new string('"', quotes), at);
        while (end < _text.Length && _text[end] == '"')
        {
            end++;
        }

        return end;
    }

    private int Verbatim(int at)
    {
        for (; at < _text.Length; at++)
        {
            if (_text[at] == '"' && !Has(at, "\"\""))
            {
                return at + 1;
            }

            at += _text[at] == '"' ? 1 : 0;
        }

        return _text.Length;
    }

    /// <summary>To behind a closing sign on this line; a text that is not closed ends with the line.</summary>
    private int Escaped(int at, char close)
    {
        for (; at < _text.Length && _text[at] != '\n'; at++)
        {
            if (_text[at] == close)
            {
                return at + 1;
            }

            at += _text[at] == '\\' ? 1 : 0;
        }

        return Math.Min(at, _text.Length);
    }

    private int Holed(int at, bool isVerbatim)
    {
        int depth = 0;
        while (at < _text.Length && (isVerbatim || _text[at] != '\n'))
        {
            if (depth == 0 && _text[at] == '"')
            {
                if (!isVerbatim || !Has(at, "\"\""))
                {
                    return at + 1;
                }

                at += 2;
            }
            else if (depth == 0 && (Has(at, "{{") || Has(at, "}}") || (!isVerbatim && _text[at] == '\\')))
            {
                at += 2;
            }
            else if (depth > 0 && QuoteAt(at) is { } quote)
            {
                _depth++;
                at = TextEnd(at, quote);
                _depth--;
            }
            else
            {
                depth += _text[at] == '{' ? 1 : _text[at] == '}' && depth > 0 ? -1 : 0;
                at++;
            }
        }

        return Math.Min(at, _text.Length);
    }
}
