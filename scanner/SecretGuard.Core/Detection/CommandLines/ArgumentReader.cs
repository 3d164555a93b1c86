namespace SecretGuard.Detection.CommandLines;

/// <summary>
/// Reads the words that follow a place of a command line, in all the ways in which one is written: bare in a script, inside a string
/// of any language, as a list of strings, as a string for the program and one for its arguments, as items of a YAML list.
/// Looks ahead a bounded number of bytes.
/// </summary>
internal ref struct ArgumentReader
{
    private const int Window = 1024;

    private readonly ReadOnlySpan<byte> _text;
    private readonly int _limit;
    private readonly bool _verbatim;
    private readonly bool _list;
    private readonly bool _items;
    private readonly bool _literal; // metacharacters of the shell mean themselves
    private readonly bool _ticked; // the command stands between backticks
    private byte _quote;
    private int _at;

    private ArgumentReader(ScanContext context, int position, OpenString around, bool list, bool items)
    {
        _text = context.Text;
        _limit = Math.Min(context.Length, position + Window);
        _at = position;
        _quote = list ? (byte)0 : around.Quote;
        _verbatim = around.IsVerbatim;
        _list = list;
        _items = items;
        _literal = context.Syntax is FileSyntax.Code or FileSyntax.Batch or FileSyntax.Markup;
        _ticked = context.Syntax != FileSyntax.PowerShell && !list && IsTicked(context, position);
    }

    /// <summary>Whether the words stand in a string or a list of strings.</summary>
    public readonly bool IsQuoted => _list || _quote != 0;

    /// <summary>The byte where reading goes on.</summary>
    public readonly int Position => _at;

    /// <summary>A reader of what follows a word that ends at <paramref name="end"/>.</summary>
    public static ArgumentReader After(ScanContext context, int start, int end)
    {
        ReadOnlySpan<byte> text = context.Text;
        if (end < text.Length && Quotes.IsQuote(text[end]) && start > 0 && WordStart(text, start) is int first && first > 0 && text[first - 1] == text[end])
        {
            return new ArgumentReader(context, end + 1, default, list: true, items: false);
        }

        bool items = context.Syntax == FileSyntax.Yaml && IsItem(text.Slice(context.LineStart(start, 128), start - context.LineStart(start, 128)));
        return new ArgumentReader(context, end, OpenString.Around(context, start), list: false, items);
    }

    /// <summary>The next word; false at the end of the command.</summary>
    public bool Next(out Argument argument)
    {
        argument = default;
        if (_list && _quote == 0)
        {
            if (!OpenElement())
            {
                return false;
            }

            if (_quote == 0)
            {
                argument = new Argument(_at, _at, 0, true); // an expression
                return true;
            }
        }

        if (!SkipBlanks())
        {
            return false;
        }

        byte b = _text[_at];
        if (_quote != 0 && b == _quote && !IsDoubled(_at))
        {
            _at++;
            if (!_list)
            {
                return false;
            }

            _quote = 0;
            return Next(out argument);
        }

        if ((_ticked && b == '`') || b is (byte)';' or (byte)'|' or (byte)')' or (byte)'\n' or (byte)'\r' || (b == '&' && _at + 1 < _limit && _text[_at + 1] is (byte)'&' or (byte)' ') || (b == '#' && _quote == 0))
        {
            return false;
        }

        argument = ReadWord();
        return argument.End > argument.Start || argument.Quote != 0;
    }

    private static bool IsTicked(ScanContext context, int position)
    {
        bool open = false;
        for (int i = context.LineStart(position, 256); i < position; i++)
        {
            open ^= context.Text[i] == '`';
        }

        return open;
    }

    private static int WordStart(ReadOnlySpan<byte> text, int start)
    {
        int first = start;
        while (first > 0 && start - first < 64 && (Ascii.IsAlphanumeric(text[first - 1]) || text[first - 1] is (byte)'/' or (byte)'\\' or (byte)'.' or (byte)'_' or (byte)'-' or (byte)':'))
        {
            first--;
        }

        return first;
    }

    private static bool IsItem(ReadOnlySpan<byte> head)
    {
        bool dash = false;
        foreach (byte b in head)
        {
            if (b == '-' && !dash)
            {
                dash = true;
            }
            else if (!Ascii.IsSpace(b) && !(dash && Quotes.IsQuote(b)))
            {
                return false;
            }
        }

        return dash;
    }

    /// <summary>Blanks and continued lines; false at the end of the command.</summary>
    private bool SkipBlanks()
    {
        while (_at < _limit)
        {
            byte b = _text[_at];
            int next = _at + 1 < _limit && _text[_at + 1] == '\r' ? _at + 2 : _at + 1;
            if (Ascii.IsSpace(b))
            {
                _at++;
            }
            else if (b is (byte)'\\' or (byte)'`' or (byte)'^' && !(_ticked && b == '`') && next < _limit && _text[next] == '\n')
            {
                _at = next + 1;
            }
            else if (b is (byte)'\n' or (byte)'\r' && _items && NextItem(_at) is int item && item > 0)
            {
                _at = item;
            }
            else
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>Where the text of the next list item begins, or 0.</summary>
    private readonly int NextItem(int newline)
    {
        int at = AsciiText.SkipWhite(_text, newline, _limit);

        return at + 2 < _limit && _text[at] == '-' && _text[at + 1] == ' ' ? at + 2 : 0;
    }

    private readonly bool IsDoubled(int at) =>
        !_list && at + 2 < _limit && _text[at + 1] == _text[at] && _text[at + 2] > ' ' && _text[at + 2] is not ((byte)',' or (byte)')' or (byte)';' or (byte)']');

    /// <summary>Goes to the inside of the next string of a list, or to the end of an element that is no string; false at the end of the list.</summary>
    private bool OpenElement()
    {
        int at = SkipSpace(_at);
        bool comma = at < _limit && _text[at] == ',';
        if (comma)
        {
            at = SkipSpace(at + 1);
        }

        at = SkipOpeners(at);
        if (at >= _limit || (!comma && at == _at) || _text[at] is (byte)')' or (byte)']' or (byte)'}' or (byte)';' or (byte)'+' or (byte)'.' or (byte)':' or (byte)'?')
        {
            return false;
        }

        if (Quotes.IsQuote(_text[at]))
        {
            if (comma && Quotes.TryRead(_text, at, out _, out _, out int after) && SkipSpace(after) is var sign && sign < _limit && _text[sign] == ':')
            {
                return false; // the next key of an object whose last value looked like an option
            }

            (_quote, _at) = (_text[at], at + 1);
            return true;
        }

        if (!comma)
        {
            return false;
        }

        while (at < _limit && _text[at] is not ((byte)',' or (byte)')' or (byte)']' or (byte)'\n' or (byte)';'))
        {
            at++;
        }

        _at = at;
        return at < _limit;
    }

    private readonly int SkipSpace(int at)
    {
        return AsciiText.SkipWhite(_text, at, _limit);
    }

    /// <summary>What may stand between the program and the first string of its arguments.</summary>
    private readonly int SkipOpeners(int at)
    {
        ReadOnlySpan<byte> rest = _text.Slice(at, Math.Min(40, _limit - at));
        int quote = rest.IndexOfAny((byte)'"', (byte)'\'', (byte)'`');
        if (quote < 0)
        {
            return at;
        }

        foreach (string opener in new[] { "", "@", "$", "f", "r", "b", "u", "[", "{", "(", "new[] { ", "new[]{", "new [] { ", "new string[] { ", "new List<string> { ", "Arguments = ", "Arguments = @", "args: [", "args = [", "args = ", "args=[" })
        {
            if (opener.Length == quote && AsciiText.StartsWith(rest, opener))
            {
                return at + quote;
            }
        }

        return at;
    }

    private Argument ReadWord()
    {
        int start = _at;
        int open = _text[start] == '\\' && start + 1 < _limit && Quotes.IsQuote(_text[start + 1]) ? 2 : Quotes.IsQuote(_text[start]) ? 1 : 0;
        open += open == 1 && _quote == _text[start] ? 1 : 0;
        if (open > 0 && CloseOf(start, open) is int close && close >= 0)
        {
            int after = close + open;
            if (after >= _limit || IsWordEnd(after))
            {
                _at = after;
                return new Argument(start + open, close, _text[start + open - 1], false);
            }
        }

        bool element = _list && start > 0 && _text[start - 1] == _quote;
        int at = start;
        while (at < _limit && !IsWordEnd(at))
        {
            int width = _text[at] == '\\' && at + 1 < _limit && Quotes.IsQuote(_text[at + 1]) ? 2 : Quotes.IsQuote(_text[at]) ? 1 : 0;
            int closed = width > 0 ? CloseOf(at, width) : -1;
            at = closed >= 0 ? closed + width : at + (_text[at] == '\\' && !_verbatim && at + 1 < _limit && !Ascii.IsNewLine(_text[at + 1]) ? 2 : 1);
        }

        at = Math.Min(at, _limit);
        _at = at;
        return new Argument(start, at, 0, element && at < _limit && _text[at] == _quote);
    }

    /// <summary>Where the quote of this width that opens at a place closes again on the same line, or -1.</summary>
    private readonly int CloseOf(int open, int width)
    {
        for (int at = open + width; at + width <= _limit && !Ascii.IsNewLine(_text[at]); at++)
        {
            if (_text.Slice(at, width).SequenceEqual(_text.Slice(open, width)))
            {
                return at;
            }

            if (width == 1 && _quote != 0 && _text[at] == _quote && _text[at - 1] != '\\')
            {
                return -1;
            }

            at += _text[at] == '\\' && width == 1 && _text[open] == '"' ? 1 : 0;
        }

        return -1;
    }

    private readonly bool IsWordEnd(int at)
    {
        byte b = _text[at];
        if (b <= ' ' || (_quote != 0 && b == _quote && !IsDoubled(at)))
        {
            return true;
        }

        if (b == '\\' && _quote != 0 && !_verbatim && at + 1 < _limit && _text[at + 1] is (byte)'n' or (byte)'r' or (byte)'t')
        {
            return true;
        }

        return !(_literal && _quote != 0) && b is (byte)';' or (byte)'|' or (byte)')' or (byte)'`';
    }
}
