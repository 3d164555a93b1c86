namespace SecretGuard.Detection.Values;

/// <summary>Notations of the trade that stand where a value could: a host with a port, a list of ciphers, a rule of a grammar or of a validator.</summary>
internal static class Notations
{
    private const int LeastHost = 3;
    private const int LeastCiphers = 2;
    private const int LeastPlatform = 3; // ios, uwp
    private const int LongestNumber = 10;

    /// <summary>Whether the whole value is written in one of them.</summary>
    public static bool IsNotation(ReadOnlySpan<byte> value, ValueShape shape) =>
        shape.Spaces == 0 && (IsHostAndPort(value) || IsCipherList(value) || IsRepetition(value) || IsAlternatives(value, shape) || IsVersion(value) || IsHexNumber(value) || IsSelector(value) || IsRegistrations(value) || IsOperand(value));

    /// <summary><c>7.52.0</c>, and the versions that a package may have: <c>^3.0.0</c>, <c>>=1.2.0-beta.1</c>.</summary>
    public static bool IsVersion(ReadOnlySpan<byte> value)
    {
        int start = 0, dots = 0;
        while (start < value.Length && value[start] is (byte)'^' or (byte)'~' or (byte)'<' or (byte)'>' or (byte)'=')
        {
            start++;
        }

        bool isRange = start > 0, isPreview = false;
        foreach (byte b in value.Slice(start))
        {
            dots += b == '.' ? 1 : 0;
            isPreview |= isRange && dots > 0 && b == '-';
            if (b != '.' && !Ascii.IsDigit(b) && !(isPreview && (b == '-' || Ascii.IsLower(b))))
            {
                return false;
            }
        }

        return dots >= (isRange ? 1 : 2);
    }

    /// <summary><c>0xc0</c>: a number of up to 32 bits, as constants and flags have them.</summary>
    public static bool IsHexNumber(ReadOnlySpan<byte> value) =>
        value.Length is > 2 and <= LongestNumber && value[0] == '0' && (value[1] | 0x20) == 'x' && AsciiText.IsHex(value.Slice(2));

    /// <summary><c>80(%rsp)</c>, <c>-16(%rdi,%rcx,8)</c>: where an assembler finds a value.</summary>
    private static bool IsOperand(ReadOnlySpan<byte> value)
    {
        int open = value.IndexOf("(%"u8);
        if (open < 0 || open + 4 > value.Length || value[value.Length - 1] != ')')
        {
            return false;
        }

        foreach (byte b in value.Slice(0, open))
        {
            if (!Ascii.IsAlphanumeric(b) && b is not ((byte)'-' or (byte)'+' or (byte)'_' or (byte)'$' or (byte)'.' or (byte)'*'))
            {
                return false;
            }
        }

        foreach (byte b in value.Slice(open + 2, value.Length - open - 3))
        {
            if (!Ascii.IsAlphanumeric(b) && b is not ((byte)',' or (byte)'%' or (byte)'$'))
            {
                return false;
            }
        }

        return true;
    }

    /// <summary><c>input[type=password]</c>: what style sheets and tests find an element by.</summary>
    private static bool IsSelector(ReadOnlySpan<byte> value)
    {
        int open = value.IndexOf((byte)'['), sign = open < 0 ? -1 : value.Slice(open).IndexOf((byte)'=');
        if (sign < 2 || value[value.Length - 1] != ']')
        {
            return false;
        }

        foreach (byte b in value.Slice(0, open + sign))
        {
            if (!Ascii.IsLetter(b) && b is not ((byte)'[' or (byte)'-' or (byte)'_' or (byte)'.' or (byte)'#' or (byte)'^' or (byte)'*' or (byte)'~'))
            {
                return false;
            }
        }

        return true;
    }

    /// <summary><c>ios=‹id›;android=‹id›;</c>: under which ids one application is known on several platforms, and everybody who installs it.</summary>
    private static bool IsRegistrations(ReadOnlySpan<byte> value)
    {
        int pairs = 0;
        while (value.Length > 0)
        {
            int end = value.IndexOf((byte)';');
            ReadOnlySpan<byte> pair = end < 0 ? value : value.Slice(0, end);
            int sign = pair.IndexOf((byte)'=');
            if (sign < LeastPlatform || !AsciiText.IsLetters(pair.Slice(0, sign)) || !ValueForms.IsUuid(pair.Slice(sign + 1)))
            {
                return false;
            }

            pairs++;
            value = end < 0 ? default : value.Slice(end + 1);
        }

        return pairs > 0;
    }

    /// <summary><c>tokenserver:5556</c>, and <c>proxy_pass tokenserver:5556;</c> as nginx has it.</summary>
    private static bool IsHostAndPort(ReadOnlySpan<byte> value)
    {
        value = value[value.Length - 1] == ';' ? value.Slice(0, value.Length - 1) : value;
        int colon = value.LastIndexOf((byte)':');
        if (colon < LeastHost || value.Length - colon is < 3 or > 6 || !AsciiText.IsDigits(value.Slice(colon + 1)))
        {
            return false;
        }

        foreach (byte b in value.Slice(0, colon))
        {
            if (!Ascii.IsLower(b) && !Ascii.IsDigit(b) && b is not ((byte)'-' or (byte)'.'))
            {
                return false;
            }
        }

        return true;
    }

    /// <summary><c>+PSK:+AES-128-GCM:!aNULL</c>: names in capitals with colons between them.</summary>
    private static bool IsCipherList(ReadOnlySpan<byte> value)
    {
        int pieces = 1, capitals = 0;
        foreach (byte b in value)
        {
            pieces += b == ':' ? 1 : 0;
            capitals += Ascii.IsUpper(b) ? 1 : 0;
            if (!Ascii.IsUpper(b) && !Ascii.IsDigit(b) && b is not ((byte)':' or (byte)'+' or (byte)'!' or (byte)'-' or (byte)'_' or (byte)'.' or (byte)'a' or (byte)'e'))
            {
                return false;
            }
        }

        // aNULL and eNULL are the only ones with small letters.
        return pieces >= LeastCiphers && capitals > 0 && (value.IndexOf(":+"u8) > 0 || value.IndexOf(":!"u8) > 0 || value.IndexOf(":-"u8) > 0);
    }

    /// <summary><c>1*tchar</c>: a repetition in the grammars of RFCs.</summary>
    private static bool IsRepetition(ReadOnlySpan<byte> value)
    {
        if (value.Length < 4 || !Ascii.IsDigit(value[0]) || value[1] != '*')
        {
            return false;
        }

        foreach (byte b in value.Slice(2))
        {
            if (!Ascii.IsLetter(b) && b != '-')
            {
                return false;
            }
        }

        return true;
    }

    /// <summary><c>required|string</c>: words to choose from, or rules that all hold.</summary>
    private static bool IsAlternatives(ReadOnlySpan<byte> value, ValueShape shape)
    {
        int bars = 0;
        foreach (byte b in value)
        {
            bars += b == '|' ? 1 : 0;
        }

        return bars > 0 && value[0] != '|' && shape.Lower + bars + shape.Separators == value.Length;
    }
}
