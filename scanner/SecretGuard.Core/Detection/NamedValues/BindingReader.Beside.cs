using SecretGuard.Detection.Values;

namespace SecretGuard.Detection.NamedValues;

/// <content>Values that no sign binds: the next argument, the next word of a statement, the next cell of a table.</content>
internal readonly ref partial struct BindingReader
{
    private const int LongestCell = 128;

    /// <summary>Words in the names of calls that take a setting and its value.</summary>
    private static readonly WordSet Setting = WordSet.Of("env environ environment getenv param parameter property putenv setenv setting variable");

    /// <summary>Words before a name and a literal that bind the one to the other in C, the Lisps, Tcl and CMake.</summary>
    private static readonly WordSet Definers = WordSet.Of("def defconst define defparameter defvar set setenv setq");

    /// <summary>"name", "value".</summary>
    private Binding? ReadArgument(int at)
    {
        int value = Wrappers.Skip(_text, SkipSpace(at, newLines: true));
        return Quotes.TryRead(_text, value, out int start, out int length, out int after) && !IsConcatenated(after) && !IsKey(after) && !IsAmongMany(after)
            ? new Binding(start, length, true, At(SkipSpace(after, newLines: true), ')') && IsSetting() ? BindingKind.Assignment : BindingKind.Argument)
            : null;
    }

    /// <summary>Whether two literals stand before the name and one behind the value: a list of names, as maps of sources have it. A call has fewer.</summary>
    private bool IsAmongMany(int after)
    {
        int next = SkipSpace(after, newLines: true), start = name.Start - 1;
        if (name.Quote == 0 || !At(next, ',') || !Quotes.IsQuote(_text[Math.Min(SkipSpace(next + 1, newLines: true), _text.Length - 1)]))
        {
            return false;
        }

        for (int literals = 0; literals < 2; literals++)
        {
            int comma = start - 1, least = Math.Max(0, start - Lookahead);
            while (comma > least && (Ascii.IsSpace(_text[comma]) || Ascii.IsNewLine(_text[comma])))
            {
                comma--;
            }

            int open = comma > least + 1 && _text[comma] == ',' && _text[comma - 1] == name.Quote ? _text.Slice(least, comma - 1 - least).LastIndexOf(name.Quote) : -1;
            if (open < 0)
            {
                return false;
            }

            start = least + open;
        }

        return true;
    }

    /// <summary>Whether a literal is the key of what follows: <c>"code": "PW", "name": "Palau"</c>.</summary>
    private bool IsKey(int after)
    {
        int sign = SkipSpace(after, newLines: false);
        return At(sign, ':') && !Next(sign, ':');
    }

    /// <summary>Whether the call sets what is named: <c>UseSetting("name", "value")</c>, <c>setenv("name", "value")</c>. Others add an error or a label to a field.</summary>
    private bool IsSetting()
    {
        int open = name.Start - 2;
        if (name.Quote == 0 || open < 1 || _text[open] != '(')
        {
            return false;
        }

        int end = open;
        if (_text[end - 1] == '>')
        {
            end = _text.Slice(0, end).LastIndexOf((byte)'<'); // GetValue<string>(
        }

        foreach (string word in Names.NameTokens.Split(end > 0 ? CalleeBefore(end) : default))
        {
            if (Setting.Contains(word))
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>
    /// {name, "value"} in Erlang; Settings.Name, "value" where the value could be nothing but drawn: other arguments stand there too.
    /// </summary>
    private Binding? ReadNextTo(int at)
    {
        bool tuple = _text[name.Start - 1] == '{';
        bool qualified = _text[name.Start - 1] == ':' || _text.Slice(name.Start, name.End - name.Start).IndexOf((byte)'.') > 0;
        return (tuple || qualified) && ReadArgument(at) is { } binding
            && (tuple || Randomness.IsDrawn(_text.Slice(binding.Start, binding.Length), Randomness.LeastDrawn)) ? binding : null;
    }

    /// <summary>name[] = "value", name[32] PROGMEM = "value".</summary>
    private Binding? ReadArray(int at)
    {
        int close = _text.Slice(at, Math.Min(LongestCell, _text.Length - at)).IndexOf((byte)']');
        int next = close < 0 ? _text.Length : SkipSpace(at + close + 1, newLines: false);
        next = next < _text.Length && Ascii.IsLetter(_text[next]) ? SkipWord(next) : next;
        return At(next, '=') ? ReadOperator(next) : null;
    }

    /// <summary>#define NAME "value", (setq name "value"), @name "value", storePassword 'value': a statement without a sign.</summary>
    private Binding? ReadBeside(int at)
    {
        int lineStart = context.LineStart(name.Start, Lookahead);
        ReadOnlySpan<byte> before = _text.Slice(lineStart, name.Start - lineStart).TrimSpaces();
        int word = before.Length;
        while (word > 0 && Ascii.IsLetter(before[word - 1]))
        {
            word--;
        }

        // What begins a comment in other languages begins a directive in C.
        bool directive = word > 0 && before[word - 1] == '#';
        LineContext line = LineContext.At(context, name.Start);
        if (line.OpenQuote != 0 || (line.InComment && !directive) || !Quotes.TryRead(_text, at, out int start, out int length, out int after) || IsConcatenated(after))
        {
            return null;
        }

        bool first = before.Length == 0 || before[before.Length - 1] is (byte)':' or (byte)'{';
        return Definers.Contains(before.Slice(word)) || before.SequenceEqual("@"u8) ? new Binding(start, length, true, BindingKind.Assignment)
            : first && IsStatementEnd(SkipSpace(after, newLines: false)) ? new Binding(start, length, true, BindingKind.Call)
            : first || before[before.Length - 1] == '(' ? new Binding(start, length, true, BindingKind.Argument)
            : null;
    }

    private bool IsStatementEnd(int at) =>
        at >= _text.Length || Ascii.IsNewLine(_text[at]) || _text[at] is (byte)',' or (byte)';' or (byte)'#' or (byte)'/' or (byte)'}';

    /// <summary>**Name**: value, and | **Name** | value |.</summary>
    private Binding? ReadAfterEmphasis(int at)
    {
        while (At(at, '*'))
        {
            at++;
        }

        int cell = SkipSpace(at, newLines: false);
        return At(at, ':') ? ReadAfterColon(at + 1) : At(cell, '|') ? ReadCell(cell + 1) : null;
    }

    /// <summary>Past the end of what is emphasised with its colon: **Name:** value.</summary>
    private int SkipEmphasis(int at)
    {
        int end = at;
        while (context.Syntax == FileSyntax.Prose && At(end, '*') && end - at < 3)
        {
            end++;
        }

        return end < _text.Length && Ascii.IsSpace(_text[end]) ? end : at;
    }

    /// <summary><c>${NAME}    value</c>: a variable of Robot Framework, whose cells two spaces divide.</summary>
    private Binding? ReadVariableCell(int at)
    {
        bool first = name.Start >= 2 && _text[name.Start - 2] == '$' && (name.Start == 2 || Ascii.IsNewLine(_text[name.Start - 3]));
        if (!first || at - name.End < 3 || context.Syntax is not (FileSyntax.Unknown or FileSyntax.KeyValue))
        {
            return null;
        }

        ReadOnlySpan<byte> rest = _text.Slice(at, context.LineEnd(at, LongestCell) - at).TrimEndSpaces();
        return rest.Length > 0 && rest.IndexOf((byte)' ') < 0 ? new Binding(at, rest.Length, false, BindingKind.Assignment) : null;
    }

    /// <summary>| name | value |.</summary>
    private Binding? ReadCell(int at)
    {
        int start = SkipSpace(at, newLines: false);
        int close = _text.Slice(start, Math.Min(LongestCell, _text.Length - start)).IndexOfAny((byte)'|', (byte)'\n');
        if (close <= 0 || _text[start + close] != '|')
        {
            return null;
        }

        if (Quotes.TryRead(_text, start, out int inner, out int length, out int after))
        {
            return name.Quote != 0 && (!At(SkipSpace(after, newLines: false), '|') || IsWord(_text.Slice(inner, length))) ? null : new Binding(inner, length, true, BindingKind.Text);
        }

        ReadOnlySpan<byte> cell = _text.Slice(start, close).TrimEndSpaces();
        return cell.IndexOf((byte)' ') < 0 && cell.Length > 0 && (name.Quote == 0 || !IsWord(cell)) ? new Binding(start, cell.Length, false, BindingKind.Text) : null;
    }

    /// <summary>A name in code stands in tables of options too: <c>| `password` | `length` |</c>.</summary>
    private static bool IsWord(ReadOnlySpan<byte> text)
    {
        foreach (byte b in text)
        {
            if (!Ascii.IsLetter(b) && b is not ((byte)'-' or (byte)'_'))
            {
                return false;
            }
        }

        return true;
    }
}
