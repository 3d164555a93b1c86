namespace SecretGuard.Detection.NamedValues;

/// <content>Operators that are words, and values that stand before what they are called.</content>
internal readonly ref partial struct BindingReader
{
    private const int LongestLabel = 40;

    /// <summary>Words between a name and the value that it is compared with or paired with.</summary>
    private static readonly string[] OperatorWords = ["-> ", "to ", "eq ", "ne ", "-eq ", "-ne ", "-ceq ", "-cne ", "isEqualToString:", "isEqual:"];

    private static bool IsOperatorWord(ReadOnlySpan<byte> text, int at) => OperatorLength(text, at) > 0;

    private static int OperatorLength(ReadOnlySpan<byte> text, int at)
    {
        if (text[at] is not ((byte)'-' or (byte)'t' or (byte)'e' or (byte)'n' or (byte)'i'))
        {
            return 0;
        }

        foreach (string word in OperatorWords)
        {
            if (AsciiText.StartsWith(text.Slice(at), word))
            {
                return word.Length;
            }
        }

        return 0;
    }

    /// <summary>"name" to "value", "name" -> "value", $name eq 'value'.</summary>
    private Binding? ReadAfterWord(int at)
    {
        int length = at < _text.Length ? OperatorLength(_text, at) : 0;
        if (length > 0 && name.Quote == 0 && _text[at] == 't' && _text.Slice(name.Start, name.End - name.Start).SequenceEqual("pass"u8))
        {
            return null; // pass to 'what takes it'
        }

        return length > 0 && Quotes.TryRead(_text, Wrappers.Skip(_text, SkipSpace(at + length, newLines: false)), out int start, out int size, out int after) && !IsConcatenated(after)
            && LineContext.At(context, name.Start) is { InComment: false } line && (name.Quote != 0 || line.OpenQuote == 0)
            ? new Binding(start, size, true, BindingKind.Assignment)
            : null;
    }

    /// <summary><c>user, password = "name", "value"</c>: the last of several names has the last of as many literals.</summary>
    private Binding? ReadSameOfSeveral(int sign)
    {
        int names = 0, first = name.Start, least = context.LineStart(name.Start, 64);
        if (Next(sign, '=') || name.Start < 2 || _text[name.Start - 1] != ' ' || _text[name.Start - 2] != ',')
        {
            return null;
        }

        for (; first > least && (Ascii.IsAlphanumeric(_text[first - 1]) || _text[first - 1] is (byte)'_' or (byte)',' or (byte)' ' or (byte)'\t' or (byte)'.' or (byte)'$' or (byte)'@'); first--)
        {
            names += _text[first - 1] == ',' ? 1 : 0;
        }

        int start = 0, length = 0, after = SkipOperator(sign);
        for (int i = 0; i <= names; i++)
        {
            after = SkipSpace(after + (i > 0 ? 1 : 0), newLines: false);
            if (!Quotes.TryRead(_text, after, out start, out length, out after) || (i < names && !At(after, ',')))
            {
                return null;
            }
        }

        return new Binding(start, length, true, BindingKind.Assignment);
    }

    /// <summary>What a look-up by name is compared with: <c>Form("password") == "value"</c>.</summary>
    private Binding? ReadAfterLookUp(int at)
    {
        int sign = SkipSpace(at + 1, newLines: false);
        return sign + 1 < _text.Length && _text[sign] is (byte)'=' or (byte)'!' && Next(sign, '=') ? ReadOperator(sign) : ReadAfterWord(sign) ?? (At(sign, '.') ? ReadDefault(sign) : null);
    }

    private bool IsSymbol() => _text[name.Start - 1] == ':' && (name.Start == 1 || _text[name.Start - 2] != ':');

    /// <summary>Ruby's symbols: <c>:name, "value"</c>, <c>let(:name) { "value" }</c>.</summary>
    private Binding? ReadAfterSymbol(int at)
    {
        if (At(at, ')'))
        {
            int block = SkipClosers(at);
            return At(block, '{') ? ReadFallback(block) : null;
        }

        return Quotes.TryRead(_text, SkipSpace(at + 1, newLines: true), out int start, out int length, out int after) && !IsConcatenated(after) ? new Binding(start, length, true, BindingKind.Argument) : null;
    }

    /// <summary><c>setObject:@"value" forKey:@"name"</c>, <c>addValue("value", forHTTPHeaderField: "name")</c>.</summary>
    private Binding? ReadBeforeLabel()
    {
        int colon = name.Start - 2;
        colon -= colon > 0 && _text[colon] == '@' ? 1 : 0;
        while (colon > 0 && _text[colon] == ' ')
        {
            colon--;
        }

        if (colon <= 0 || _text[colon] != ':')
        {
            return null;
        }

        int label = colon;
        while (label > 0 && colon - label < LongestLabel && Ascii.IsLetter(_text[label - 1]))
        {
            label--;
        }

        return _text.Slice(label, colon - label).StartsWith("for"u8) ? LiteralBefore(label) : null;
    }

    /// <summary>The literal that ends before this place on the same line, with nothing but spaces and a comma between.</summary>
    private Binding? LiteralBefore(int at)
    {
        while (at > 0 && _text[at - 1] is (byte)' ' or (byte)',')
        {
            at--;
        }

        if (at < 2 || _text[at - 1] is not ((byte)'"' or (byte)'\''))
        {
            return null;
        }

        int lineStart = context.LineStart(at, Lookahead);
        int open = _text.Slice(lineStart, at - 1 - lineStart).LastIndexOf(_text[at - 1]);
        int start = lineStart + open + 1;
        return open >= 0 && at - 1 > start && _text[at - 2] != '\\' ? new Binding(start, at - 1 - start, true, BindingKind.Argument) : null;
    }
}
