namespace SecretGuard.Detection.Values;

/// <summary>Forms that are never a secret, whatever the name: paths, addresses, identifiers, types, algorithms, dates, markup, alphabets.</summary>
internal static class ValueForms
{
    private const int LeastPicture = 64;

    private static readonly WordSet Technical = WordSet.Of(
        "aes ansi ap api application argon ascii base basic bcrypt bearer bit bits blake byte bytes caching cbc central chacha cl cram crc css ctr des dev digest "
        + "dsa east ecb ecdh ecdsa ed es eu gcm gpt gssapi header hex hmac hotp hs html http https id image internal iso json jwe jwk jws jwt kerberos kw latin ldap md mysql "
        + "native north ntlm oaep oauth oidc openid pbkdf pkcs plain plugin poly prod ps pss public query rc rfc rs rsa saml scram scrypt sha south ssh ssha ssl stage "
        + "staging tcp test text tls totp udp us utf v west windows x xml yaml");

    private static readonly WordSet Systems = WordSet.Of("api application dev internal ldap mysql plugin prod public stage staging test");

    public static bool IsNoSecret(ReadOnlySpan<byte> value, ValueShape shape, ValueContext context) =>
        IsConstantName(value, shape) || CodeNames.IsName(value, shape) || PathForms.IsPathOrAddress(value, shape) || IsTechnical(value, shape, context) || Expressions.IsExpression(value, shape, context)
        || IsDateOrVersion(value, shape) || IsMarkup(value) || IsAlphabet(value) || Patterns.IsPattern(value) || Notations.IsNotation(value, shape) || IsEscapes(value)
        || Expressions.IsPair(value, shape, context) || Expressions.IsOptions(value) || IsRules(value)
        || (context.Name != Names.NameKind.Password && (value.IndexOf("%20"u8) >= 0 || IsColour(value) || IsCounted(value) || CodeNames.IsHumped(value, shape) || CodeNames.IsMarked(value) || IsPicture(value))) // words, encoded
        || (IsUuid(value) && context.Name is Names.NameKind.Weak or Names.NameKind.None);

    /// <summary>Whether the word names an algorithm, a format or a surrounding.</summary>
    public static bool IsTechnicalWord(string word) => Technical.Contains(word);

    /// <summary><c>#5a3</c> or <c>#5a33d6</c>, with transparency or without.</summary>
    private static bool IsColour(ReadOnlySpan<byte> value)
    {
        foreach (byte b in value.Slice(1))
        {
            if (!Ascii.IsHex(b))
            {
                return false;
            }
        }

        return value[0] == '#' && value.Length is 4 or 5 or 7 or 9;
    }

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

    /// <summary>What a form checks a field for: <c>required|min:8|confirmed</c>.</summary>
    private static bool IsRules(ReadOnlySpan<byte> value)
    {
        int bars = 0, letters = 0;
        foreach (byte b in value)
        {
            bars += b == '|' && letters >= 3 ? 1 : 0;
            letters = Ascii.IsLower(b) ? letters + 1 : b == '|' ? 0 : letters;
            if (!Ascii.IsLower(b) && !Ascii.IsDigit(b) && b is not ((byte)'|' or (byte)':' or (byte)'_' or (byte)','))
            {
                return false;
            }
        }

        return bars > 0 && letters >= 3;
    }

    /// <summary>Bytes written as escapes, for which the text around them is no password.</summary>
    private static bool IsEscapes(ReadOnlySpan<byte> value)
    {
        int covered = 0;
        for (int i = 0; i + 1 < value.Length; i++)
        {
            covered += value[i] == '%' && i + 2 < value.Length && Ascii.IsHex(value[i + 1]) && Ascii.IsHex(value[i + 2]) ? 3 : value[i] != '\\' ? 0 : value[i + 1] switch
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

    private static bool IsDateOrVersion(ReadOnlySpan<byte> value, ValueShape shape) =>
        IsTimestamp(value) ||
        shape.Digits >= 2 && shape.Separators >= 1 && shape.Digits + shape.Separators + (value[0] is (byte)'v' or (byte)'V' ? 1 : 0) >= value.Length - 1 && shape.Symbols == 0;

    /// <summary><c>2024-01-01T00:00:00Z</c>, with a zone or without.</summary>
    private static bool IsTimestamp(ReadOnlySpan<byte> value)
    {
        const string Form = "0000-00-00T00:00";
        for (int i = 0; i < Form.Length; i++)
        {
            bool matches = value.Length >= Form.Length && (Form[i] == '0' ? Ascii.IsDigit(value[i]) : value[i] == Form[i] || (Form[i] == 'T' && value[i] == ' '));
            if (!matches)
            {
                return false;
            }
        }

        return true;
    }

    /// <summary>The Base64 of what PNG, GIF and JPEG begin with.</summary>
    private static bool IsPicture(ReadOnlySpan<byte> value) =>
        value.Length >= LeastPicture && (value.StartsWith("iVBORw0KGgo"u8) || value.StartsWith("R0lGODlh"u8) || value.StartsWith("/9j/4AAQ"u8));

    /// <summary><c>a1b2c3d4e5f6</c>: letters and digits that count in turn.</summary>
    private static bool IsCounted(ReadOnlySpan<byte> value)
    {
        int counted = 0;
        for (int i = 2; i < value.Length; i++)
        {
            counted += value[i] == value[i - 2] + 1 ? 1 : 0;
        }

        return value.Length >= 8 && counted * 4 >= value.Length * 3;
    }

    private static bool IsMarkup(ReadOnlySpan<byte> value)
    {
        int open = value.IndexOf((byte)'<');
        return (open >= 0 && value.Slice(open).IndexOf((byte)'>') > 1) || value.IndexOf("&nbsp;"u8) >= 0 || (value[0] == ':' && value.IndexOf(":`"u8) > 0); // :math:`x` of reStructuredText
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
