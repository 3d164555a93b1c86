namespace SecretGuard.Detection.Values;

/// <summary>Whether a value is code that computes one: calls, member accesses, types, rests of a concatenation, pairs in words.</summary>
internal static class Expressions
{
    private const int ShortestOption = 2;

    /// <summary>Calls, member accesses, types and other expressions that stand where a literal could.</summary>
    public static bool IsExpression(ReadOnlySpan<byte> value, ValueShape shape, ValueContext context)
    {
        int open = value.IndexOf((byte)'(');
        if (open > 0 && (!context.Quoted || value[value.Length - 1] is (byte)')' or (byte)';') && IsDottedName(value.Slice(0, open)))
        {
            return true;
        }

        if (value.IndexOf("=\""u8) > 0 || value.IndexOf("='"u8) > 0)
        {
            return true; // country="none"
        }

        int hole = value.LastIndexOf((byte)'{');
        if (hole >= 0 && hole + 2 < value.Length && value[value.Length - 1] == '(' && IsDottedName(value.Slice(hole + 1, value.Length - hole - 2)))
        {
            return true; // $"id-{Make("x")}": the string goes on behind the quotes of an argument
        }

        if (value.StartsWith("[]"u8) || IsFragment(value) || IsIndexed(value))
        {
            return true;
        }

        if (value.IndexOf("=>"u8) >= 0 || value.IndexOf("->"u8) > 0 && !context.Quoted || value.IndexOf("::"u8) > 0 && shape.Digits == 0)
        {
            return true;
        }

        if (context.Quoted)
        {
            return false;
        }

        int dollar = context.Syntax == FileSyntax.Shell ? value.IndexOf((byte)'$') : -1;
        if (dollar >= 0 && dollar + 1 < value.Length && Ascii.IsLetter(value[dollar + 1]))
        {
            return true;
        }

        // Unquoted: a[b], a.b.c, new X, !x, &x, *x, @x.
        int bracket = value.IndexOf((byte)'[');
        return (bracket > 0 && value[value.Length - 1] == ']') || (value.Slice(0, value.Length - 1).IndexOf((byte)'.') > 0 && shape.Symbols == 0 && IsDottedName(value) && Surprise.Density(value) < 0.6 && !IsLiteral(shape, context))
            || value[0] is (byte)'$' or (byte)'{' or (byte)'[' or (byte)'(' or (byte)'<' or (byte)'|' or (byte)'>' or (byte)',' or (byte)';' or (byte)'='
            || (value[0] is (byte)'&' or (byte)'*' && value.Length > 1 && Ascii.IsLetter(value[1]));
    }

    /// <summary>Where files hold values and no expressions, a password may have a dot and a number: <c>password: Winter.2024</c>.</summary>
    private static bool IsLiteral(ValueShape shape, ValueContext context) =>
        context.Name == Names.NameKind.Password && shape.Digits > 0 && context.Syntax is FileSyntax.Yaml or FileSyntax.KeyValue or FileSyntax.Shell or FileSyntax.Batch or FileSyntax.Dockerfile;

    /// <summary>The end of one literal and the plus before the next: a quote that was opened elsewhere.</summary>
    private static bool IsFragment(ReadOnlySpan<byte> value)
    {
        if (value[0] is (byte)'+' or (byte)',' or (byte)')' or (byte)';' && value.IndexOfAny((byte)'(', (byte)')', (byte)',') >= 0)
        {
            return true;
        }

        int at = value[0] is (byte)'"' or (byte)'\'' or (byte)'`' ? 1 : -1;
        while (at > 0 && at < value.Length && value[at] == ' ')
        {
            at++;
        }

        return at > 0 && at < value.Length && value[at] is (byte)'+' or (byte)'.' or (byte)'&' or (byte)',' or (byte)')';
    }

    /// <summary>a.b[0].c, a[-1].b</summary>
    private static bool IsIndexed(ReadOnlySpan<byte> value)
    {
        int open = value.IndexOf((byte)'[');
        int close = open < 0 ? -1 : value.Slice(open).IndexOf((byte)']');
        int first = open + (close > 2 && value[open + 1] == '-' ? 2 : 1);
        bool isCut = close < 0 && open > 0 && open + 1 < value.Length && AsciiText.IsDigits(value.Slice(open + 1)); // where the bracket ends a word
        return isCut && IsDottedName(value.Slice(0, open)) || close > 1 && (open == 0 || IsDottedName(value.Slice(0, open))) && (Ascii.IsDigit(value[first]) || value[first] is (byte)'\'' or (byte)'"');
    }

    /// <summary>Pairs in words: <c>Password=scrambled</c>, <c>;Enlist=false</c>; and what a value is to be appended to: <c>token=</c>.</summary>
    public static bool IsPair(ReadOnlySpan<byte> value, ValueShape shape, ValueContext context)
    {
        int sign = value.IndexOf((byte)'=');
        if (sign < 1 || shape.Digits > 4 || (context.Name == Names.NameKind.Password && shape.Digits >= 2 && IsWordAndNumber(value, sign)))
        {
            return false;
        }

        foreach (byte b in value)
        {
            if (!Ascii.IsAlphanumeric(b) && b is not ((byte)'=' or (byte)';' or (byte)',' or (byte)'_' or (byte)'-' or (byte)' ' or (byte)'?' or (byte)'&'))
            {
                return false;
            }
        }

        // A symbol that a policy asks for, between two words that it makes begin with capitals.
        bool chosen = context.Name == Names.NameKind.Password && Ascii.IsUpper(value[0]) && shape.Lower > 0 && sign + 1 < value.Length && Ascii.IsUpper(value[sign + 1]);
        return !chosen && Surprise.Density(value.Slice(0, sign)) < 0.6;
    }

    /// <summary><c>jwt,pub-key=app.pub,sign-method=RS512</c>: options with their values, two of them at least.</summary>
    public static bool IsOptions(ReadOnlySpan<byte> value)
    {
        int options = 0, letters = 0;
        for (int i = 0; i < value.Length; i++)
        {
            byte b = value[i];
            if (b == '=' && letters >= ShortestOption && value[i - letters - 1] == ',')
            {
                options++;
            }

            letters = i > 0 && (Ascii.IsLower(b) || (b is (byte)'-' or (byte)'_' && letters > 0)) ? letters + 1 : 0;
        }

        return options >= 2;
    }

    /// <summary><c>martin=341</c>, <c>4utumn79=</c>: a sign is one of the symbols that policies ask for.</summary>
    private static bool IsWordAndNumber(ReadOnlySpan<byte> value, int sign)
    {
        foreach (byte b in value.Slice(sign + 1))
        {
            if (!Ascii.IsDigit(b))
            {
                return false;
            }
        }

        return sign < value.Length - 1 || !Ascii.IsLetter(value[sign - 1]);
    }

    private static bool IsDottedName(ReadOnlySpan<byte> value)
    {
        foreach (byte b in value)
        {
            if (!Ascii.IsAlphanumeric(b) && b is not ((byte)'_' or (byte)'.' or (byte)'$' or (byte)':' or (byte)'-' or (byte)'>'))
            {
                return false;
            }
        }

        return value.Length > 0 && !Ascii.IsDigit(value[0]);
    }
}
