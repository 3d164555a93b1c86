namespace SecretGuard.Detection.Values;

/// <summary>Forms that are never a secret, whatever the name: paths, addresses, identifiers, types, algorithms, dates, markup, alphabets.</summary>
internal static class ValueForms
{
    private static readonly WordSet Technical = WordSet.Of(
        "aes ansi ap api application argon ascii base basic bcrypt bearer bit bits blake byte bytes caching cbc central chacha cl crc css ctr des dev digest "
        + "dsa east ecb ecdh ecdsa ed es eu gcm gpt hex hmac hotp hs html http https id image internal iso json jwe jwk jws jwt kerberos kw latin ldap md mysql "
        + "native north ntlm oaep oauth oidc openid pbkdf pkcs plain plugin poly prod ps pss public rc rs rsa saml scram scrypt sha south ssh ssha ssl stage "
        + "staging tcp test text tls totp udp us utf v west windows x xml yaml");

    private static readonly WordSet Systems = WordSet.Of("api application dev internal ldap mysql plugin prod public stage staging test");

    public static bool IsNoSecret(ReadOnlySpan<byte> value, ValueShape shape, ValueContext context) =>
        IsConstantName(value, shape) || IsPathOrAddress(value, shape) || IsTechnical(value, shape, context) || IsExpression(value, shape, context)
        || IsDateOrVersion(value, shape) || IsMarkup(value) || IsAlphabet(value) || Patterns.IsPattern(value) || IsEscapes(value) || IsPair(value, shape, context)
        || (IsUuid(value) && context.Name is Names.NameKind.Weak or Names.NameKind.None);

    /// <summary>Whether the word names an algorithm, a format or a surrounding.</summary>
    public static bool IsTechnicalWord(string word) => Technical.Contains(word);

    /// <summary>8-4-4-4-12 hex digits, with or without braces.</summary>
    public static bool IsUuid(ReadOnlySpan<byte> value)
    {
        if (value.Length == 38 && value[0] == '{')
        {
            value = value.Slice(1, 36);
        }

        if (value.Length != 36)
        {
            return false;
        }

        for (int i = 0; i < 36; i++)
        {
            if (i is 8 or 13 or 18 or 23 ? value[i] != '-' : !Ascii.IsHex(value[i]))
            {
                return false;
            }
        }

        return true;
    }

    /// <summary>UPPER_SNAKE: the name of a variable.</summary>
    private static bool IsConstantName(ReadOnlySpan<byte> value, ValueShape shape) =>
        shape.Lower == 0 && shape.Symbols == 0 && shape.Other == 0 && shape.Spaces == 0 && shape.Upper >= 4 && value.IndexOf((byte)'_') > 0 && shape.Digits <= 2
        && Surprise.Of(value) < 10;

    private static bool IsPathOrAddress(ReadOnlySpan<byte> value, ValueShape shape)
    {
        byte first = value[0];
        if (value.IndexOf(SchemeMark) >= 0 || value.StartsWith(DotSlash) || value.StartsWith(TildeSlash) || value.StartsWith(DotDotSlash))
        {
            return true;
        }

        if (value.Length > 2 && Ascii.IsLetter(first) && value[1] == ':' && value[2] is (byte)'\\' or (byte)'/')
        {
            return true;
        }

        int slash = value.IndexOf((byte)'/');
        if (slash >= 0 && shape.Symbols <= 1 && Surprise.Density(value) < 0.55)
        {
            return true;
        }

        int backslash = value.IndexOf((byte)'\\');
        if (backslash > 0 && value.Slice(backslash + 1).IndexOf((byte)'\\') >= 0 && Surprise.Density(value) < 0.5)
        {
            return true;
        }

        return IsEmail(value, shape) || HasFileExtension(value, shape);
    }

    private static ReadOnlySpan<byte> SchemeMark => "://"u8;

    private static ReadOnlySpan<byte> DotSlash => "./"u8;

    private static ReadOnlySpan<byte> DotDotSlash => "../"u8;

    private static ReadOnlySpan<byte> TildeSlash => "~/"u8;

    private static bool IsEmail(ReadOnlySpan<byte> value, ValueShape shape)
    {
        int at = value.IndexOf((byte)'@');
        int dot = value.LastIndexOf((byte)'.');
        return at > 0 && dot > at + 1 && value.Length - dot is >= 3 and <= 7 && shape.Symbols == 1 && shape.Spaces == 0 && value.Slice(dot + 1).IndexOfAny((byte)'0', (byte)'1') < 0;
    }

    private static bool HasFileExtension(ReadOnlySpan<byte> value, ValueShape shape)
    {
        int dot = value.LastIndexOf((byte)'.');
        if (dot <= 0 || shape.Spaces > 0 || value.Length - dot is < 3 or > 7)
        {
            return false;
        }

        return System.Text.Encoding.ASCII.GetString(value.Slice(dot + 1).ToArray()).ToLowerInvariant() is
            "pem" or "key" or "crt" or "cer" or "pfx" or "p12" or "jks" or "json" or "yml" or "yaml" or "xml" or "txt" or "ini" or "conf" or "cfg" or "env" or "html" or "htm" or "php" or "js" or "ts"
            or "tsx" or "jsx" or "py" or "rb" or "java" or "cs" or "go" or "sh" or "ps1" or "png" or "svg" or "jpg" or "gif" or "css" or "md" or "sql" or "db" or "dll" or "exe" or "snk" or "pub" or "gpg" or "asc"
            or "com" or "net" or "org" or "local" or "aspx" or "jsp" or "vue" or "tfstate" or "keytab" or "config" or "properties" or "secret" or "password" or "token";
    }

    /// <summary>Words and numbers that are all of the trade: <c>aes-256-gcm</c>, <c>scram-sha-256</c>, <c>cl100k_base</c>, <c>us-east-1</c>.</summary>
    private static bool IsTechnical(ReadOnlySpan<byte> value, ValueShape shape, ValueContext context)
    {
        if (value.Length > 40 || shape.Symbols > 0 || shape.Spaces > 0 || shape.Letters == 0)
        {
            return false;
        }

        int technical = 0, others = 0;
        bool systems = true, number = false;
        foreach (string word in Names.NameTokens.Split(value))
        {
            if (char.IsDigit(word[0]))
            {
                number |= word.Length >= 3;
                continue;
            }

            systems &= Systems.Contains(word);
            if (Technical.Contains(word))
            {
                technical++;
            }
            else
            {
                others++;
            }
        }

        // "prod-9649" is no algorithm: passwords are named after what they open.
        return technical > 0 && others == 0 && !(systems && number && context.Name == Names.NameKind.Password);
    }

    /// <summary>Calls, member accesses, types and other expressions that stand where a literal could.</summary>
    private static bool IsExpression(ReadOnlySpan<byte> value, ValueShape shape, ValueContext context)
    {
        int open = value.IndexOf((byte)'(');
        if (open > 0 && (!context.Quoted || value[value.Length - 1] is (byte)')' or (byte)';') && IsDottedName(value.Slice(0, open)))
        {
            return true;
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

        // Unquoted: a[b], a.b.c, new X, !x, &x, *x, @x.
        int bracket = value.IndexOf((byte)'[');
        return (bracket > 0 && value[value.Length - 1] == ']') || (value.IndexOf((byte)'.') > 0 && shape.Symbols == 0 && IsDottedName(value) && Surprise.Density(value) < 0.6 && !IsLiteral(shape, context))
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

    /// <summary>a.b[0].c</summary>
    private static bool IsIndexed(ReadOnlySpan<byte> value)
    {
        int open = value.IndexOf((byte)'[');
        int close = open < 0 ? -1 : value.Slice(open).IndexOf((byte)']');
        return close > 1 && (open == 0 || IsDottedName(value.Slice(0, open))) && (Ascii.IsDigit(value[open + 1]) || value[open + 1] is (byte)'\'' or (byte)'"');
    }

    /// <summary>Pairs in words: <c>Password=scrambled</c>, <c>;Enlist=false</c>; and what a value is to be appended to: <c>token=</c>.</summary>
    private static bool IsPair(ReadOnlySpan<byte> value, ValueShape shape, ValueContext context)
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

        return Surprise.Density(value.Slice(0, sign)) < 0.6;
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

    /// <summary>Bytes written as escapes, for which the text around them is no password.</summary>
    private static bool IsEscapes(ReadOnlySpan<byte> value)
    {
        int covered = 0;
        for (int i = 0; i + 1 < value.Length; i++)
        {
            covered += value[i] != '\\' ? 0 : value[i + 1] switch
            {
                (byte)'x' => 4,
                (byte)'u' => 6,
                (byte)'U' => 10,
                (byte)'0' => 2,
                _ => 0,
            };
        }

        return covered > 0 && covered * 2 >= value.Length;
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

    private static bool IsDateOrVersion(ReadOnlySpan<byte> value, ValueShape shape) =>
        shape.Digits >= 2 && shape.Separators >= 1 && shape.Digits + shape.Separators + (value[0] is (byte)'v' or (byte)'V' ? 1 : 0) >= value.Length - 1 && shape.Symbols == 0;

    private static bool IsMarkup(ReadOnlySpan<byte> value)
    {
        int open = value.IndexOf((byte)'<');
        return open >= 0 && value.Slice(open).IndexOf((byte)'>') > 1;
    }

    /// <summary>A run of neighbours such as <c>abcdefgh</c> or <c>0123456789</c>.</summary>
    private static bool IsAlphabet(ReadOnlySpan<byte> value)
    {
        int run = 1, longest = 1;
        for (int i = 1; i < value.Length; i++)
        {
            run = value[i] == value[i - 1] + 1 ? run + 1 : 1;
            longest = Math.Max(longest, run);
        }

        return longest >= 9 || (longest >= 6 && longest * 2 > value.Length && value.Length >= 12);
    }
}
