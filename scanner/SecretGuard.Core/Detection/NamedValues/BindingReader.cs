using System.Runtime.CompilerServices;

namespace SecretGuard.Detection.NamedValues;

/// <summary>Finds the value that a name is bound to, in the syntaxes of code, configuration and text.</summary>
internal readonly ref partial struct BindingReader(ScanContext context, NameSpan name)
{
    private const int Lookahead = 160;

    private readonly ReadOnlySpan<byte> _text = context.Text;

    /// <summary>Whether what follows a name can be a binding at all: a few instructions, for the many names that are none.</summary>
    [MethodImpl(HotLoop.Compiled)]
    public static bool CanFollow(ScanContext context, NameSpan name)
    {
        ReadOnlySpan<byte> text = context.Text;
        int at = name.After;
        while (at < text.Length && at - name.After < 48 && Ascii.IsSpace(text[at]))
        {
            at++;
        }

        if (at + 1 >= text.Length)
        {
            return false;
        }

        byte next = text[at + 1];
        bool quoted = name.Quote != 0;
        return text[at] switch
        {
            (byte)'=' or (byte)':' => true,
            (byte)']' => true,
            (byte)'[' => context.Syntax == FileSyntax.Code && (next == ']' || Ascii.IsAlphanumeric(next)),
            (byte)',' or (byte)')' => quoted || context.Syntax == FileSyntax.Code || (next == ':' && context.Syntax == FileSyntax.Yaml) || (name.Start > 0 && text[name.Start - 1] == '{'),
            (byte)'<' => next == '-',
            (byte)'*' => context.Syntax == FileSyntax.Prose && next is (byte)'*' or (byte)':',
            (byte)'(' => next is (byte)'"' or (byte)')' or (byte)'\'' or (byte)'`' or (byte)' ' or (byte)'@' || Ascii.IsLetter(next) || Ascii.IsNewLine(next),
            (byte)'>' => quoted || (name.Start > 0 && text[name.Start - 1] is (byte)'<' or (byte)':'),
            (byte)'-' => (name.Start > 0 && text[name.Start - 1] == '{') || (quoted && next == '>') || IsOperatorWord(text, at),
            (byte)'|' when context.Syntax == FileSyntax.Prose => true,
            (byte)'!' or (byte)'+' or (byte)'|' or (byte)'?' => next is (byte)'=' or (byte)'?' or (byte)'|' or (byte)':',
            (byte)'{' => context.Syntax == FileSyntax.Code,
            (byte)'}' => Ascii.IsSpace(next) && context.Syntax is FileSyntax.Unknown or FileSyntax.KeyValue,
            (byte)'\r' or (byte)'\n' => quoted,
            _ => at > name.After && CanFollowSpace(context, name, text, at),
        };
    }

    /// <summary>A word after the name: a type before <c>=</c>, a directive's value, a phrase before a colon, an attribute before a value.</summary>
    private static bool CanFollowSpace(ScanContext context, NameSpan name, ReadOnlySpan<byte> text, int at) => context.Syntax switch
    {
        FileSyntax.Code when text[at] is (byte)'@' or (byte)'d' || IsOperatorWord(text, at) => true,
        FileSyntax.Code or FileSyntax.Infrastructure => Quotes.IsQuote(text[at]) || (Ascii.IsLetter(text[at]) && text.Slice(at, Math.Min(48, text.Length - at)).IndexOf((byte)'=') > 0),
        FileSyntax.Json => false,
        FileSyntax.Shell when name.Start > 4 && Ascii.IsSpace(text[name.Start - 1]) && IsFishSet(context, name) => true,
        FileSyntax.Sql or FileSyntax.Yaml or FileSyntax.Shell or FileSyntax.PowerShell or FileSyntax.Batch => text.Slice(at, Math.Min(60, text.Length - at)).IndexOfAny((byte)':', (byte)'=') > 0 || context.Syntax is FileSyntax.Batch or FileSyntax.PowerShell && Quotes.IsQuote(text[at]),
        _ => true,
    };

    /// <summary>The value, or null.</summary>
    public Binding? Read() => name.Quote != 0 ? ReadAfterQuotedName() : ReadAfterBareName();

    private Binding? ReadAfterQuotedName()
    {
        int at = SkipSpace(name.After, newLines: true);
        if (at >= _text.Length)
        {
            return null;
        }

        if (InAttribute())
        {
            return ReadPairedAttribute(at);
        }

        switch (_text[at])
        {
            case (byte)':' when !Next(at, ':'):
                return IsAlternative() ? null : ReadValue(at + 1, BindingKind.Assignment);
            case (byte)'=':
                return ReadOperator(at);
            case (byte)']':
                at = SkipSpace(SkipSubkeys(at + 1), newLines: false);
                return At(at, '=') || (At(at, '!') && Next(at, '=')) ? ReadOperator(at) : ReadFallback(at) ?? ReadBeforeLabel() ?? ReadPreviousArgument();
            case (byte)')':
                return ReadFallback(SkipClosers(at)) ?? ReadAfterLookUp(at) ?? ReadBeforeLabel();
            case (byte)'|' when context.Syntax == FileSyntax.Prose && _text.Slice(name.After, at - name.After).IndexOf((byte)'\n') < 0:
                return ReadCell(at + 1);
            case (byte)',':
                return (_text[name.Start] == '-' || IsFetched() ? null : ReadArgument(at + 1)) ?? ReadDefault(SkipSpace(at + 1, newLines: true));
            default:
                return ReadAfterWord(at) ?? (context.Syntax == FileSyntax.Code && _text[at] == 'd' ? ReadDefault(at) : null);
        }
    }

    private Binding? ReadAfterBareName()
    {
        int at = SkipSpace(name.After, newLines: false);
        if (at >= _text.Length)
        {
            return null;
        }

        switch (_text[at])
        {
            case (byte)'=':
                return ReadOperator(at);
            case (byte)':' when Next(at, '-') && IsExpansion():
                return ReadExpansion(at + 2);
            case (byte)':' when IsExpansion() && (context.Syntax != FileSyntax.Shell || Next(at, '=')) && !Next(at, '?') && !Next(at, '+') && !Next(at, ':'):
                return ReadExpansion(at + (Next(at, '=') ? 2 : 1));
            case (byte)':' when Next(at, '='):
                return ReadValue(at + 2, BindingKind.Assignment);
            case (byte)'-' when IsExpansion():
                return ReadExpansion(at + 1);
            case (byte)':' when !Next(at, ':'):
                return context.Syntax == FileSyntax.Sql && Next(at, '\'') ? null : ReadAfterColon(at + 1); // :'name' is a variable of psql
            case (byte)'!' or (byte)'+' or (byte)'?' or (byte)'|' when Next(at, '='):
                return ReadValue(SkipOperator(at), BindingKind.Assignment);
            case (byte)'|' when context.Syntax == FileSyntax.Prose:
                return ReadCell(at + 1);
            case (byte)'?' or (byte)'|':
                return ReadFallback(at);
            case (byte)'[':
                return ReadArray(at);
            case (byte)'<' when Next(at, '-'):
                return ReadValue(at + 2, BindingKind.Assignment);
            case (byte)')' when Next(at, ':') && context.Syntax == FileSyntax.Yaml:
                return ReadAfterColon(at + 2); // env(NAME): value
            case (byte)',' or (byte)')' when name.Start > 0:
                return IsSymbol() ? ReadAfterSymbol(at) : ReadBesideArgument(at) ?? (At(at, ',') ? ReadNextTo(at + 1) : null);
            case (byte)'(' when Next(at, ')'):
                return At(at + 2, ')') || At(at + 2, ',') ? ReadBesideArgument(at + 2) : null; // equal("value", x.getName())
            case (byte)'(':
                int argument = Wrappers.Skip(_text, SkipSpace(at + 1, newLines: true));
                return Quotes.TryRead(_text, argument, out int start, out int length, out int after) && (At(SkipSpace(after, newLines: true), ')') || (At(after, ',') && IsCheck()))
                    ? new Binding(start, length, true, BindingKind.Call)
                    : null;
            case (byte)'*' when context.Syntax == FileSyntax.Prose:
                return ReadAfterEmphasis(at) ?? (at > name.After ? ReadMarked(at) : null);
            case (byte)'>':
                return ReadElement(at);
            case (byte)'{' when context.Syntax == FileSyntax.Code:
                return ReadProperty(at);
            case (byte)']' or (byte)'}' when name.Start > 1:
                at = SkipSpace(at + 1, newLines: false);
                return At(at, '=') ? ReadOperator(at) : IsSymbol() ? ReadPreviousArgument() : ReadVariableCell(at);
            default:
                return ReadAfterSpace(at);
        }
    }

    /// <summary>=, ==, ===, =>, =~ at <paramref name="at"/>.</summary>
    private Binding? ReadOperator(int at)
    {
        if (ReadSameOfSeveral(at) is { } several)
        {
            return several;
        }

        int value = SkipOperator(at);
        bool comparison = value - at > 1 && _text[at + 1] == '=';
        return Next(at, '~') ? null : ReadValue(value, BindingKind.Assignment, mayFallBack: !comparison);
    }

    /// <summary>name: value. Without a space after the colon it is a part of something else: a:b:c, user:name.</summary>
    private Binding? ReadAfterColon(int at)
    {
        at = SkipEmphasis(at);
        bool space = at < _text.Length && (Ascii.IsSpace(_text[at]) || Ascii.IsNewLine(_text[at]));
        bool quoted = at < _text.Length && _text[at] is (byte)'"' or (byte)'\'' or (byte)'`' or (byte)'\\';
        return space || quoted || context.Syntax is FileSyntax.KeyValue or FileSyntax.Code ? ReadValue(at, BindingKind.Assignment, spaced: space) : null;
    }

    /// <summary><c>check_password("value", hash)</c>: the password comes first, and what it is compared with behind it.</summary>
    private bool IsCheck()
    {
        ReadOnlySpan<byte> own = _text.Slice(name.Start, name.End - name.Start);
        own = own.Slice(own.LastIndexOf((byte)'.') + 1);
        return AsciiText.StartsWith(own, "check_", ignoreCase: true) || AsciiText.StartsWith(own, "verify", ignoreCase: true) || own.StartsWith("checkPassword"u8) || own.StartsWith("CheckPassword"u8);
    }

    /// <summary>Past what divides a setting by owners: <c>['password']['postgres'] =</c>.</summary>
    private int SkipSubkeys(int at)
    {
        while (At(at, '[') && Quotes.TryRead(_text, at + 1, out _, out int length, out int after) && length < LongestLabel && At(after, ']'))
        {
            at = after + 1;
        }

        return at;
    }

    /// <summary><c>ok ? "pass" : "fail"</c>: the one of two values, and no name.</summary>
    private bool IsAlternative()
    {
        int before = name.Start - (name.EscapedQuote ? 3 : 2);
        while (before > 0 && _text[before] == ' ')
        {
            before--;
        }

        return before > 0 && _text[before] == '?' && context.Syntax != FileSyntax.Json;
    }

    private bool IsExported() => name.Start >= 7 && _text.Slice(name.Start - 7, 7).SequenceEqual("export "u8);

    private int SkipOperator(int at)
    {
        while (at < _text.Length && _text[at] is (byte)'=' or (byte)'>' or (byte)'!' or (byte)'+' or (byte)'?' or (byte)'|')
        {
            at++;
        }

        return at;
    }

    private Binding? ReadValue(int at, BindingKind kind, bool mayFallBack = true, bool spaced = true)
    {
        if (at >= _text.Length)
        {
            return null;
        }

        LineContext line = LineContext.At(context, name.Start);
        bool inText = line.OpenQuote != 0 && name.Quote == 0 || line.InComment;
        int value = SkipSpace(at, newLines: context.Syntax is FileSyntax.Code or FileSyntax.Json && !inText && (name.Quote != 0 || _text[at - 1] != ':'));
        if (value >= _text.Length || (inText && !spaced) || (line.OpenQuote != 0 && name.Quote == 0 && _text[value] == line.OpenQuote))
        {
            return null;
        }

        bool list = _text[value] == '[' && context.Syntax is FileSyntax.Json or FileSyntax.Yaml;
        value = list ? SkipSpace(value + 1, newLines: true) : Wrappers.Skip(_text, SkipNodeProperties(value));
        if (value >= _text.Length)
        {
            return null;
        }

        if (_text[value] == '`' && context.Syntax == FileSyntax.Shell)
        {
            return null; // the output of a command
        }

        if (Quotes.TryRead(_text, value, out int start, out int length, out int after))
        {
            return IsConcatenated(after) || (list && !At(SkipSpace(after, newLines: true), ']')) ? null : new Binding(start, length, true, inText ? BindingKind.Text : kind);
        }

        if (list || _text[value] is (byte)'"' or (byte)'\'' or (byte)'`')
        {
            return null;
        }

        if (context.Syntax is FileSyntax.Infrastructure && IsExported())
        {
            return BareWords.TryReadWord(_text, value, out length) ? new Binding(value, length, false, kind) : null; // a script within
        }

        if (!inText && context.Syntax is FileSyntax.Code or FileSyntax.Infrastructure or FileSyntax.PowerShell)
        {
            return ReadAnnotated(value, mayFallBack);
        }

        if (_text[value] is (byte)'|' or (byte)'>' && context.Syntax == FileSyntax.Yaml)
        {
            return ReadYamlBlock(value);
        }

        return BareWords.TryRead(context, value, line.OpenQuote, line.InComment, out length)
            ? new Binding(value, length, false, inText || context.Syntax is FileSyntax.Prose or FileSyntax.Unknown or FileSyntax.Markup ? BindingKind.Text : kind)
            : null;
    }

    /// <summary>name: Type = "value".</summary>
    private Binding? ReadAnnotated(int at, bool mayFallBack)
    {
        int most = Math.Min(_text.Length, at + 48);
        for (int i = at; i < most; i++)
        {
            byte b = _text[i];
            if (b == '=' && !Next(i, '=') && !Next(i, '>'))
            {
                int value = Wrappers.Skip(_text, SkipSpace(i + 1, newLines: false));
                return Quotes.TryRead(_text, value, out int start, out int length, out int after) && !IsConcatenated(after)
                    ? new Binding(start, length, true, BindingKind.Assignment)
                    : null;
            }

            if (!Ascii.IsAlphanumeric(b) && b is not ((byte)' ' or (byte)'_' or (byte)'&' or (byte)'<' or (byte)'>' or (byte)'?' or (byte)'[' or (byte)']' or (byte)'\'' or (byte)':' or (byte)'.' or (byte)'|'))
            {
                break;
            }
        }

        return mayFallBack ? ReadFallbackAfterExpression(at) : null;
    }

    /// <summary>Name { get; set; } = "value", and name{"value"} of C++.</summary>
    private Binding? ReadProperty(int at)
    {
        if (at == name.After && Quotes.TryRead(_text, at + 1, out int start, out int length, out int after) && At(after, '}'))
        {
            return new Binding(start, length, true, BindingKind.Assignment); // std::string name{"value"}
        }

        int close = _text.Slice(at, Math.Min(80, _text.Length - at)).IndexOf((byte)'}');
        int sign = close < 0 ? _text.Length : SkipSpace(at + close + 1, newLines: false);
        return At(sign, '=') && _text.Slice(at, close).IndexOf("get"u8) > 0 ? ReadOperator(sign) : null;
    }

    /// <summary>param name type = "value", Dim name As String = "value": one word between name and sign.</summary>
    private Binding? ReadTyped(int at)
    {
        int end = at, most = Math.Min(_text.Length, at + 40);
        while (end < most && (Ascii.IsAlphanumeric(_text[end]) || _text[end] is (byte)'_' or (byte)'.' or (byte)'*' or (byte)'[' or (byte)']'))
        {
            end++;
        }

        if (At(end, '(') && context.Syntax == FileSyntax.Sql)
        {
            int close = _text.Slice(end, most - end).IndexOf((byte)')');
            end += close + 1; // nvarchar(50)
        }

        end = SkipSpace(end, newLines: false);
        if (AsciiText.StartsWith(_text.Slice(at), "as ", ignoreCase: true))
        {
            end = SkipWord(end); // Dim name As Type =
        }

        return At(end, '=') && !Next(end, '=') && !Next(end, '>') && LineContext.At(context, name.Start) is { InComment: false, OpenQuote: 0 } ? ReadAnnotated(end, mayFallBack: false) : null;
    }

    /// <summary>Whether the literal goes on with something that is not known here: + variable, .Format(, % (…).</summary>
    private bool IsConcatenated(int after)
    {
        int at = SkipSpace(after, newLines: context.Syntax == FileSyntax.Code);
        if (at >= _text.Length || context.Syntax != FileSyntax.Code)
        {
            return false;
        }

        return (_text[at] == '%' && !Next(at, '>')) || (_text[at] == '+' && !Next(at, '=')) || (_text[at] == '.' && Next(at, '.')) || (_text[at] == '.' && at + 1 < _text.Length && _text[at + 1] is (byte)' ' or (byte)'$' or (byte)'f' or (byte)'F');
    }

    private int SkipWord(int at)
    {
        int from = at;
        while (at < _text.Length && at - from < Lookahead && (Ascii.IsAlphanumeric(_text[at]) || _text[at] is (byte)'_' or (byte)'.'))
        {
            at++;
        }

        return SkipSpace(at, newLines: false);
    }

    private int SkipSpace(int at, bool newLines)
    {
        int from = at;
        while (at < _text.Length && at - from < Lookahead && (Ascii.IsSpace(_text[at]) || (newLines && Ascii.IsNewLine(_text[at]))))
        {
            at++;
        }

        return at;
    }

    private bool At(int at, char value) => at < _text.Length && _text[at] == value;

    private bool Next(int at, char value) => at + 1 < _text.Length && _text[at + 1] == value;
}
