namespace SecretGuard.Detection.NamedValues;

/// <content>A variable and a literal beside each other in the arguments of a call that compares or copies them.</content>
internal readonly ref partial struct BindingReader
{
    private const int CalleeLookback = 120;

    /// <summary>Words in the names of calls that bring a variable and a value together.</summary>
    private static readonly WordSet Joining = WordSet.Of("be cmp compare eq equal equality equals memcmp setopt strcasecmp strcmp strcpy streq stricmp strlcpy strncasecmp strncmp strncpy");

    /// <summary><c>strcmp(name, "value")</c>, <c>"value".equals(name)</c>, <c>expect(name).toBe("value")</c>.</summary>
    private Binding? ReadBesideArgument(int at)
    {
        Binding? binding = At(at, ',') ? ReadNextArgument(at + 1) : ReadPreviousArgument() ?? (Next(at, ',') ? ReadNextArgument(at + 2) : ReadExpectation(at));
        if (binding is not { } found || LineContext.At(context, name.Start) is not { InComment: false, OpenQuote: 0 })
        {
            return null;
        }

        // Assertions take a message too.
        bool message = _text.Slice(found.Start, found.Length).IndexOf((byte)' ') >= 0;
        return message ? found : found with { Kind = BindingKind.Assignment };
    }

    /// <summary><c>GetSecret("name", "version")</c>: what follows the name of a secret that a store is asked for is no value of it.</summary>
    private bool IsFetched()
    {
        int open = name.Start - 1;
        while (open > 0 && _text[open - 1] is (byte)' ' or (byte)'"' or (byte)'\'' or (byte)'@')
        {
            open--;
        }

        if (open < 1 || _text[open - 1] != '(')
        {
            return false;
        }

        List<string> words = Names.NameTokens.Split(CalleeBefore(open - 1));
        return words.Count > 1 && words[0] is "get" or "fetch" or "read" or "load" && words.Exists(word => word is "secret" or "secrets" or "certificate" or "key" or "credential" or "parameter");
    }

    private Binding? ReadNextArgument(int at)
    {
        int value = Wrappers.Skip(_text, SkipSpace(at, newLines: true));
        return Quotes.TryRead(_text, value, out int start, out int length, out int after) && !IsConcatenated(after) && Joins(Callee(name.Start))
            ? new Binding(start, length, true, BindingKind.Argument)
            : null;
    }

    /// <summary>The literal before the name: <c>equals("value", name)</c>, <c>"value".equals(name)</c>, <c>assert_equal "value", settings["name"]</c>.</summary>
    private Binding? ReadPreviousArgument()
    {
        int at = name.Start - (name.Quote != 0 ? 1 : 0);
        while (at > 0 && (Ascii.IsAlphanumeric(_text[at - 1]) || _text[at - 1] is (byte)'.' or (byte)'_' or (byte)'$' or (byte)'&' or (byte)'*' or (byte)'>' or (byte)'[' or (byte)':'))
        {
            at--;
        }

        if (at > 0 && _text[at - 1] == '(')
        {
            ReadOnlySpan<byte> callee = CalleeBefore(at - 1);
            int dot = at - 2 - callee.Length;
            return dot > 0 && _text[dot] == '.' && Joins(callee) ? LiteralBefore(dot) : null;
        }

        return at > 2 && _text[at - 1] == ' ' && _text[at - 2] == ',' && LiteralBefore(at) is { } binding && Joins(Callee(binding.Start)) ? binding : null;
    }

    /// <summary><c>expect(name).toBe("value")</c>, <c>Expect(name).To(Equal("value"))</c>.</summary>
    private Binding? ReadExpectation(int at)
    {
        at++;
        int most = Math.Min(_text.Length, at + LongestLabel), from = at;
        while (at < most && (Ascii.IsLetter(_text[at]) || _text[at] is (byte)'.' or (byte)'_' or (byte)'('))
        {
            at++;
        }

        return at > from + 2 && _text[from] == '.' && _text[at - 1] == '(' && Quotes.TryRead(_text, at, out int start, out int length, out int after) && At(after, ')') && Joins(CalleeBefore(at - 1))
            ? new Binding(start, length, true, BindingKind.Argument)
            : null;
    }

    /// <summary>The name of the call whose argument stands at <paramref name="at"/>, as far as it is on the same line. Ruby's need no parenthesis.</summary>
    private ReadOnlySpan<byte> Callee(int at)
    {
        int least = context.LineStart(at, CalleeLookback), depth = 0;
        if (at > least + 2 && _text[at - 2] == ' ' && Joins(CalleeBefore(at - 2)))
        {
            return CalleeBefore(at - 2);
        }

        for (int i = at - 1; i >= least; i--)
        {
            if (_text[i] == ')')
            {
                depth++;
            }
            else if (_text[i] == '(' && depth-- == 0)
            {
                ReadOnlySpan<byte> callee = CalleeBefore(i);

                // []byte(name), (name): the call is further out.
                if (Joins(callee))
                {
                    return callee;
                }

                depth = 0;
            }
        }

        return default;
    }

    private ReadOnlySpan<byte> CalleeBefore(int open)
    {
        int start = open;
        while (start > 0 && open - start < LongestLabel && (Ascii.IsAlphanumeric(_text[start - 1]) || _text[start - 1] == '_'))
        {
            start--;
        }

        return _text.Slice(start, open - start);
    }

    private static bool Joins(ReadOnlySpan<byte> callee)
    {
        foreach (string word in Names.NameTokens.Split(callee))
        {
            if (Joining.Contains(word))
            {
                return true;
            }
        }

        return false;
    }
}
