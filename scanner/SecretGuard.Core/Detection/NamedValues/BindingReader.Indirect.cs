namespace SecretGuard.Detection.NamedValues;

/// <content>Values that stand further off: elements, paired attributes, blocks, phrases and directives.</content>
internal readonly ref partial struct BindingReader
{
    private static readonly string[] Setters = ["set", "setx", "setenv", "env", "option", "param", "export", "define", "-"];

    /// <summary>Words between a name and its value in a sentence.</summary>
    private static readonly string[] Joints = ["is ", "of ", "to ", "as "];

    private static readonly string[] Verbs = ["is: ", "is ", "ist ", "lautet ", "est ", "es "];

    /// <summary>What opens a word that is to be typed, in HTML, reStructuredText and Markdown.</summary>
    /// <summary>Words behind what is passed.</summary>
    private static readonly WordSet Receivers = WordSet.Of("along and as at by for from if in instead into on rather so through to via when with");

    private static readonly string[] Marks = ["<code>", "<tt>", "<kbd>", "<b>", "<strong>", "<em>", "<i>", "``", "`", "**"];

    private static ReadOnlySpan<byte> CharacterData => "<![CDATA["u8;

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

    /// <summary>Whether the name is that of an element, with a prefix or without.</summary>
    private bool OpensElement()
    {
        int open = name.Start - 1;
        return open >= 0 && (_text[open] == '<' || (_text[open] == ':' && _text.Slice(Math.Max(0, open - 24), Math.Min(24, open)).IndexOf((byte)'<') >= 0));
    }

    /// <summary>&lt;Name&gt;value&lt;/Name&gt;.</summary>
    private Binding? ReadElement(int at)
    {
        if (!OpensElement())
        {
            return null;
        }

        int start = SkipSpace(at + 1, newLines: true);
        int most = Math.Min(_text.Length - start, 1024);
        if (_text.Slice(start, most).StartsWith(CharacterData))
        {
            start += CharacterData.Length;
            int end = _text.Slice(start, Math.Min(_text.Length - start, 1024)).IndexOf("]]>"u8);
            return end > 0 ? new Binding(start, end, true, BindingKind.Assignment) : null;
        }

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

    /// <summary>The anchor and the tag that may stand before a scalar of YAML: <c>&amp;name</c>, <c>!!str</c>.</summary>
    private int SkipNodeProperties(int at)
    {
        while (context.Syntax == FileSyntax.Yaml && at + 1 < _text.Length && (_text[at] == '&' || (_text[at] == '!' && _text[at + 1] == '!')))
        {
            int length = _text.Slice(at, Math.Min(64, _text.Length - at)).IndexOfAny((byte)' ', (byte)'\n');
            if (length < 0 || _text[at + length] != ' ')
            {
                return at;
            }

            at = SkipSpace(at + length, newLines: false);
        }

        return at;
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

        if (OpensElement() && IsTag(at))
        {
            return ReadElementWithAttributes(at); // its attributes are something else
        }

        if (context.Syntax != FileSyntax.Code && LineContext.At(context, name.Start).InComment)
        {
            return ReadAfterPhrase(at);
        }

        switch (context.Syntax)
        {
            case FileSyntax.Code or FileSyntax.Infrastructure:
                return ReadAfterWord(at) ?? ReadBeside(at) ?? (Ascii.IsLetter(_text[at]) ? ReadTyped(at) : null);
            case FileSyntax.Sql when Ascii.IsLetter(_text[at]):
                return ReadTyped(at);
            case FileSyntax.PowerShell:
                return ReadAfterWord(at) ?? (IsEnvironmentItem() && Quotes.TryRead(_text, at, out int start, out int length, out _) ? new Binding(start, length, true, BindingKind.Assignment) : null);
            case FileSyntax.Shell when IsFishSet():
                return Quotes.TryRead(_text, at, out int open, out int size, out _) ? new Binding(open, size, true, BindingKind.Assignment)
                    : BareWords.TryReadWord(_text, at, out size) ? new Binding(at, size, false, BindingKind.Assignment)
                    : null;
            case FileSyntax.Prose:
                return ReadAfterPhrase(at);
            case FileSyntax.Markup:
                return ReadMarked(at);
            case FileSyntax.KeyValue or FileSyntax.Unknown or FileSyntax.Dockerfile or FileSyntax.Batch:
                return ReadDirective(at);
            default:
                return null;
        }
    }

    /// <summary><c>set -gx NAME value</c> of fish.</summary>
    private bool IsFishSet() => IsFishSet(context, name);

    private static bool IsFishSet(ScanContext context, NameSpan name)
    {
        ReadOnlySpan<byte> text = context.Text;
        int start = context.LineStart(name.Start, 64);
        ReadOnlySpan<byte> before = text.Slice(start, name.Start - start).TrimSpaces();
        return before.StartsWith("set -"u8) && before.Slice(5) is { Length: > 0 and <= 8 } flags && (flags.SequenceEqual("-export"u8) || AsciiText.IsLetters(flags)) && flags.IndexOf((byte)'x') >= 0;
    }

    /// <summary><c>Set-Item env:NAME 'value'</c>.</summary>
    private bool IsEnvironmentItem() => name.Start > 4 && AsciiText.Is(_text.Slice(name.Start - 4, 4), "env:", ignoreCase: true) && _text[name.Start - 5] != '$';

    /// <summary><c>&lt;Password Type="PasswordText"&gt;value</c>, unless the attributes say that the value is encoded.</summary>
    private Binding? ReadElementWithAttributes(int at)
    {
        int length = _text.Slice(at, Math.Min(Lookahead, _text.Length - at)).IndexOf((byte)'>');
        ReadOnlySpan<byte> attributes = length <= 0 ? default : _text.Slice(at, length);
        bool open = attributes.IndexOf((byte)'=') > 0 && attributes[attributes.Length - 1] != '/' && attributes.IndexOf((byte)'<') < 0;
        return open && !AsciiText.ContainsIgnoreCase(attributes, "crypt") && !AsciiText.ContainsIgnoreCase(attributes, "base64") && !AsciiText.ContainsIgnoreCase(attributes, "digest")
            ? ReadElement(at + length)
            : null;
    }

    /// <summary>Whether attributes and the end of the tag follow: <c>Type="Digest"></c>.</summary>
    private bool IsTag(int at)
    {
        int length = _text.Slice(at, Math.Min(Lookahead, _text.Length - at)).IndexOfAny((byte)'>', (byte)'\n', (byte)';');
        return length > 0 && _text[at + length] == '>' && _text.Slice(at, length).IndexOf((byte)'=') > 0;
    }

    /// <summary>token for the status page: value; password is `value`; password is: value.</summary>
    private Binding? ReadAfterPhrase(int at)
    {
        int verbLength = VerbLength(at);
        bool verb = verbLength > 0;
        int marked = SkipSpace(at + verbLength, newLines: false);
        if (Quotes.TryRead(_text, marked, out int start, out int length, out int after))
        {
            bool choice = _text.Slice(after).StartsWith(" or "u8) || _text.Slice(after).StartsWith("/"u8); // "before" or "after"
            return choice || (!verb && IsHandedOver(start, after)) ? null : new Binding(start, length, true, BindingKind.Call);
        }

        if (ReadMarked(at) is { } value)
        {
            return value;
        }

        if (verb)
        {
            return BareWords.TryRead(context, marked, 0, comment: true, out length) ? new Binding(marked, length, false, BindingKind.Text) : null;
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

    /// <summary><c>Pass `-DFUZZ=1` on the command line</c>: there the name is a verb, and the value whatever is handed over.</summary>
    private bool IsHandedOver(int start, int after) =>
        AsciiText.Is(_text.Slice(name.Start, name.End - name.Start), "pass", ignoreCase: true)
        && (_text[start] == '-' || (At(after, ' ') && Receivers.Contains(_text.Slice(after + 1, Math.Max(0, AsciiText.IndexOfAny(_text.Slice(after + 1, Math.Min(LongestLabel, _text.Length - after - 1)), " .,\n"u8))))));

    /// <summary>The letters and the colon of <c>is</c> in the languages of the names, or 0.</summary>
    private int VerbLength(int at)
    {
        foreach (string verb in Verbs)
        {
            if (AsciiText.StartsWith(_text.Slice(at), verb))
            {
                return verb.Length;
            }
        }

        return 0;
    }

    /// <summary>password of &lt;code&gt;value&lt;/code&gt;, password **value**: the marks say that a word is one to type.</summary>
    private Binding? ReadMarked(int at)
    {
        foreach (string word in Joints)
        {
            if (AsciiText.StartsWith(_text.Slice(at), word))
            {
                at = SkipSpace(at + word.Length, newLines: false);
                break;
            }
        }

        foreach (string mark in Marks)
        {
            if (AsciiText.StartsWith(_text.Slice(at), mark))
            {
                int start = at + mark.Length;
                start += start < _text.Length && Quotes.IsQuote(_text[start]) ? 1 : 0;
                int length = AsciiText.IndexOfAny(_text.Slice(start, Math.Min(LongestCell, _text.Length - start)), "<`*\"' \n"u8);
                return length > 0 && _text[start + length] is not ((byte)' ' or (byte)'\n') ? new Binding(start, length, true, BindingKind.Call) : null;
            }
        }

        return null;
    }

    /// <summary>
    /// A directive of a configuration file, at the start of its line or after a word that sets: <c>requirepass value</c>, <c>ENV NAME value</c>,
    /// <c>option key 'value'</c>. A literal in quotes may have more words around it: <c>username "a" password "b" ssl</c>.
    /// </summary>
    private Binding? ReadDirective(int at)
    {
        int lineStart = context.LineStart(name.Start, 160), lineEnd = context.LineEnd(at, 256);
        ReadOnlySpan<byte> before = _text.Slice(lineStart, name.Start - lineStart).TrimSpaces();
        bool set = IsSetter(before);
        bool leads = set || (before.Length == 0 && context.Syntax is FileSyntax.KeyValue or FileSyntax.Unknown);
        if (Quotes.TryRead(_text, at, out int start, out int length, out int after))
        {
            bool separate = after == lineEnd || _text[after] is (byte)' ' or (byte)';' or (byte)',' or (byte)'\t' or (byte)'\r';
            bool line = context.Syntax is FileSyntax.KeyValue or FileSyntax.Unknown && LineContext.At(context, name.Start).OpenQuote == 0;
            return separate && (leads || line) ? new Binding(start, length, true, set ? BindingKind.Assignment : BindingKind.Call) : null;
        }

        ReadOnlySpan<byte> rest = _text.Slice(at, lineEnd - at).TrimEndSpaces();
        rest = rest.Length > 0 && rest[rest.Length - 1] == ';' ? rest.Slice(0, rest.Length - 1) : rest;
        return (leads || IsStatement(before)) && rest.Length > 0 && rest.IndexOfAny((byte)' ', (byte)'=', (byte)'\t') < 0 ? new Binding(at, rest.Length, false, set ? BindingKind.Assignment : BindingKind.Text) : null;
    }

    /// <summary>Whether words of a configuration stand before the name, as in <c>user admin insecure-password value</c>.</summary>
    private bool IsStatement(ReadOnlySpan<byte> before)
    {
        int words = 1;
        foreach (byte b in before)
        {
            words += b == ' ' ? 1 : 0;
            if (!Ascii.IsAlphanumeric(b) && b is not ((byte)' ' or (byte)'-' or (byte)'_' or (byte)'.' or (byte)'/'))
            {
                return false;
            }
        }

        return context.Syntax is FileSyntax.KeyValue && words <= 4;
    }

    /// <summary>Whether all that stands before the name on its line is a word that gives names their values.</summary>
    private static bool IsSetter(ReadOnlySpan<byte> before)
    {
        foreach (string word in Setters)
        {
            if (AsciiText.Is(before, word, ignoreCase: true))
            {
                return true;
            }
        }

        return false;
    }
}
