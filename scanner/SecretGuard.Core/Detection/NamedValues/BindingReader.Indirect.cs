namespace SecretGuard.Detection.NamedValues;

/// <content>Values that stand further off: elements, paired attributes, blocks, phrases and directives.</content>
internal readonly ref partial struct BindingReader
{
    private bool IsExpansion() => name.Start >= 2 && _text[name.Start - 1] == '{' && _text[name.Start - 2] == '$';

    /// <summary>${NAME:-value}.</summary>
    private Binding? ReadExpansion(int at)
    {
        int most = Math.Min(_text.Length - at, 256);
        int close = _text.Slice(at, most).IndexOfAny((byte)'}', (byte)'\n');
        if (close > 2 && Quotes.IsQuote(_text[at]) && _text[at + close - 1] == _text[at])
        {
            return new Binding(at + 1, close - 2, true, BindingKind.Fallback);
        }

        return close > 0 && _text[at + close] == '}' && _text[at] != '$' ? new Binding(at, close, true, BindingKind.Fallback) : null;
    }

    /// <summary>&lt;Name&gt;value&lt;/Name&gt;.</summary>
    private Binding? ReadElement(int at)
    {
        int open = name.Start - 1;
        bool element = open >= 0 && (_text[open] == '<' || (_text[open] == ':' && _text.Slice(Math.Max(0, open - 24), Math.Min(24, open)).IndexOf((byte)'<') >= 0));
        if (!element)
        {
            return null;
        }

        int start = SkipSpace(at + 1, newLines: true);
        int most = Math.Min(_text.Length - start, 1024);
        int close = _text.Slice(start, most).IndexOf((byte)'<');
        if (close > 0 && !Next(start + close, '/'))
        {
            return null;
        }

        while (close > 0 && (Ascii.IsSpace(_text[start + close - 1]) || Ascii.IsNewLine(_text[start + close - 1])))
        {
            close--;
        }

        return close > 0 ? new Binding(start, close, true, BindingKind.Assignment) : null;
    }

    /// <summary>Where the tag ends whose attributes begin here, or -1.</summary>
    private int TagEnd(int at)
    {
        ReadOnlySpan<byte> rest = _text.Slice(at, Math.Min(Lookahead, _text.Length - at));
        int close = rest.IndexOfAny((byte)'<', (byte)'>');
        return close > 0 && rest[close] == '>' && rest[close - 1] != '/' && rest.Slice(0, close).IndexOf((byte)'=') > 0 ? at + close : -1;
    }

    /// <summary>Whether the quoted name is the value of an attribute: key="name", name="name".</summary>
    private bool InAttribute()
    {
        int before = name.Start - (name.EscapedQuote ? 3 : 2);
        return before > 2 && _text[before] == '=' && Ascii.IsLetter(_text[before - 1])
            && context.Syntax is FileSyntax.Markup or FileSyntax.Code or FileSyntax.Unknown;
    }

    /// <summary>key="name" … value="V", name="name" … &gt;&lt;value&gt;V&lt;/value&gt;.</summary>
    private Binding? ReadPairedAttribute(int at)
    {
        int most = Math.Min(_text.Length - at, 320);
        ReadOnlySpan<byte> rest = _text.Slice(at, most);
        int close = rest.IndexOf((byte)'>');
        ReadOnlySpan<byte> tag = close < 0 ? rest : rest.Slice(0, close);
        foreach (string attribute in (ReadOnlySpan<string>)["value=", "Value=", "connectionString="])
        {
            int found = tag.IndexOf(System.Text.Encoding.ASCII.GetBytes(attribute));
            if (found >= 0 && Quotes.TryRead(_text, at + found + attribute.Length, out int start, out int length, out _))
            {
                return new Binding(start, length, true, BindingKind.Assignment);
            }
        }

        if (close < 0 || close > 0 && rest[close - 1] == '/')
        {
            return null;
        }

        int inner = SkipSpace(at + close + 1, newLines: true);
        if (_text.Slice(inner).StartsWith("<value>"u8) || _text.Slice(inner).StartsWith("<Value>"u8))
        {
            inner += 7;
        }

        int end = inner < _text.Length ? _text.Slice(inner, Math.Min(512, _text.Length - inner)).IndexOf((byte)'<') : -1;
        return end > 0 ? new Binding(inner, end, true, BindingKind.Assignment) : null;
    }

    /// <summary>One line of a YAML block scalar.</summary>
    private Binding? ReadYamlBlock(int at)
    {
        int lineEnd = context.LineEnd(at);
        if (lineEnd - at > 3)
        {
            return null;
        }

        int start = SkipSpace(lineEnd, newLines: true);
        int end = context.LineEnd(start, 1024);
        return end > start ? new Binding(start, end - start, false, BindingKind.Assignment) : null;
    }

    private Binding? ReadAfterSpace(int at)
    {
        if (at == name.After)
        {
            return null;
        }

        if (name.Start > 0 && _text[name.Start - 1] is (byte)'<' or (byte)':' && TagEnd(at) is var close and > 0)
        {
            return ReadElement(close);
        }

        switch (context.Syntax)
        {
            case FileSyntax.Code or FileSyntax.Infrastructure:
                return ReadAfterWord(at) ?? ReadBeside(at) ?? (Ascii.IsLetter(_text[at]) ? ReadTyped(at) : null);
            case FileSyntax.PowerShell:
                return ReadAfterWord(at);
            case FileSyntax.Prose:
                return ReadAfterPhrase(at);
            case FileSyntax.KeyValue or FileSyntax.Unknown or FileSyntax.Dockerfile:
                return ReadDirective(at);
            default:
                return null;
        }
    }

    /// <summary>token for the status page: value; password is `value`.</summary>
    private Binding? ReadAfterPhrase(int at)
    {
        if (_text.Slice(at).StartsWith("is "u8) || _text.Slice(at).StartsWith("is: "u8))
        {
            int marked = SkipSpace(at + (_text[at + 2] == ':' ? 3 : 2), newLines: false);
            return Quotes.TryRead(_text, marked, out int start, out int length, out _) ? new Binding(start, length, true, BindingKind.Text) : null;
        }

        int most = Math.Min(_text.Length, at + 60);
        for (int i = at; i < most; i++)
        {
            if (_text[i] == ':' && i + 1 < most)
            {
                return Ascii.IsSpace(_text[i + 1]) && !Values.Labels.HasVerb(_text.Slice(at, i - at)) ? ReadValue(i + 1, BindingKind.Text) : null;
            }

            if (!Ascii.IsLetter(_text[i]) && _text[i] != ' ')
            {
                return null;
            }
        }

        return null;
    }

    /// <summary>A directive at the start of a line of a configuration file: <c>requirepass value</c>; <c>ENV NAME value</c> in a Dockerfile.</summary>
    private Binding? ReadDirective(int at)
    {

        int lineStart = context.LineStart(name.Start, 64), lineEnd = context.LineEnd(at, 256);
        ReadOnlySpan<byte> before = _text.Slice(lineStart, name.Start - lineStart).TrimSpaces();
        ReadOnlySpan<byte> rest = _text.Slice(at, lineEnd - at).TrimEndSpaces();
        bool first = context.Syntax == FileSyntax.Dockerfile ? AsciiText.Is(before, "ENV") : before.Length == 0;
        if (!first || rest.IndexOfAny((byte)' ', (byte)'=', (byte)'\t') >= 0)
        {
            return null;
        }

        return Quotes.TryRead(_text, at, out int start, out int length, out _)
            ? new Binding(start, length, true, BindingKind.Text)
            : new Binding(at, rest.Length, false, BindingKind.Text);
    }
}
