namespace SecretGuard.Detection.NamedValues;

/// <content>What is used when nothing else is configured: the literal behind a look-up, the default of an option.</content>
internal readonly ref partial struct BindingReader
{
    private const int DefaultWindow = 240;
    private const int LongestCall = 24;

    /// <summary>Calls that take the value to use when there is none, in lower case.</summary>
    private static readonly WordSet FallbackCalls = WordSet.Of(
        "default default_to default_value defaultto defaultvalue get_or_default get_or_else getordefault getorelse or_else orelse orelseget unwrap_or "
        + "unwrap_or_else value_or valueor with_default withdefault");

    /// <summary>name = expression ?? "value", name = look("X").orElse("value").</summary>
    private Binding? ReadFallbackAfterExpression(int at)
    {
        int end = Math.Min(context.LineEnd(at, Lookahead), at + Lookahead);
        while (at < end)
        {
            int mark = _text.Slice(at, end - at).IndexOfAny("?|. "u8);
            if (mark < 0)
            {
                break;
            }

            at += mark;

            // "a" or "b" is a pattern, not a look-up with a value behind it.
            bool pattern = _text[at] == ' ' && Quotes.IsQuote(_text[at - 1]);
            if (!pattern && ReadFallback(_text[at] == ' ' ? at + 1 : at) is { } binding)
            {
                return binding;
            }

            at++;
        }

        return null;
    }

    /// <summary>The literal behind <c>??</c>, <c>||</c>, <c>||=</c>, <c>?:</c>, <c>or</c>, in a block, or in a call that takes the value to use instead.</summary>
    private Binding? ReadFallback(int at)
    {
        int value = -1;
        if ((At(at, '?') && (Next(at, '?') || Next(at, ':'))) || (At(at, '|') && Next(at, '|')))
        {
            value = at + (At(at + 2, '=') ? 3 : 2);
        }
        else if (At(at, '{'))
        {
            value = at + 1;
        }
        else if (At(at, 'o') && _text.Slice(at).StartsWith("or "u8))
        {
            value = at + 3;
        }
        else if (At(at, '.') || At(at, '|'))
        {
            value = FallbackArgument(at);
        }

        return value >= 0 && Quotes.TryRead(_text, Wrappers.Skip(_text, SkipSpace(value, newLines: true)), out int start, out int length, out int after)
            && (!At(at, '{') || At(SkipSpace(after, newLines: true), '}')) // a block that gives it, and no list
            ? new Binding(start, length, true, BindingKind.Fallback)
            : null;
    }

    /// <summary>The byte after the parentheses that close here, spaces left out.</summary>
    private int SkipClosers(int at)
    {
        while (At(at, ')'))
        {
            at = SkipSpace(at + 1, newLines: true);
        }

        return at;
    }

    /// <summary>Where the value begins in <c>.orElse(</c>, <c>.unwrap_or_else(|_| </c>, <c>|> Option.defaultValue </c>, <c>| default(</c>; or -1.</summary>
    private int FallbackArgument(int at)
    {
        at = SkipSpace(at + (Next(at, '>') ? 2 : 1), newLines: false);
        int most = Math.Min(_text.Length, at + 2 * LongestCall), start = at;
        for (; at < most && (Ascii.IsAlphanumeric(_text[at]) || _text[at] is (byte)'_' or (byte)'.'); at++)
        {
            start = _text[at] == '.' ? at + 1 : start;
        }

        return at < most && _text[at] is (byte)'(' or (byte)' ' && FallbackCalls.Contains(_text.Slice(start, at - start)) ? SkipLambda(at + 1) : -1;
    }

    /// <summary>Past <c>|_| </c>, <c>() -> </c>, <c>() => </c>.</summary>
    private int SkipLambda(int at)
    {
        ReadOnlySpan<byte> rest = _text.Slice(at, Math.Min(12, _text.Length - at));
        int arrow = Math.Max(rest.IndexOf("->"u8), rest.IndexOf("=>"u8));
        int bar = At(at, '|') ? rest.Slice(1).IndexOf((byte)'|') : -1;
        return arrow >= 0 && rest.Slice(0, arrow).IndexOfAny((byte)'"', (byte)'\'') < 0 ? at + arrow + 2 : bar >= 0 ? at + bar + 2 : at;
    }

    /// <summary>What an option's name is declared with: <c>("--password", …, default="value")</c>, <c>.default_value("value")</c>, <c>env:"X" default:"value"</c>.</summary>
    private Binding? ReadDefault(int at)
    {
        int most = Math.Min(_text.Length, at + DefaultWindow), depth = 0;
        while (at < most && depth >= 0 && _text[at] != ';')
        {
            if (Quotes.TryRead(_text, at, out _, out _, out int after))
            {
                at = after;
                continue;
            }

            if ((_text[at] | 0x20) == 'd' && depth == 0 && AsciiText.StartsWith(_text.Slice(at), "default", ignoreCase: true) && !(At(at + "default".Length, '_') && Ascii.IsUpper(_text[at])))
            {
                return ReadDeclared(at + "default".Length);
            }

            depth += _text[at] is (byte)'(' or (byte)'[' or (byte)'{' ? 1 : _text[at] is (byte)')' or (byte)']' or (byte)'}' ? -1 : 0;
            at++;
        }

        return null;
    }

    private Binding? ReadDeclared(int at)
    {
        int most = Math.Min(_text.Length, at + LongestCall);
        while (at < most && (Ascii.IsLetter(_text[at]) || _text[at] is (byte)'_' or (byte)' ' or (byte)'=' or (byte)':' or (byte)'(' or (byte)'>') && !Quotes.TryRead(_text, at, out _, out _, out _))
        {
            at++;
        }

        return Quotes.TryRead(_text, at, out int start, out int length, out int after) && !IsConcatenated(after) ? new Binding(start, length, true, BindingKind.Assignment) : null;
    }
}
