namespace SecretGuard.Text;

/// <summary>Questions about ranges of bytes and ways through them. Literals are ASCII.</summary>
internal static class AsciiText
{
    /// <summary>The number that some digits are, and nothing else: without what the framework has to know of cultures for it, which every short run would wait for.</summary>
    public static int Number(string digits)
    {
        int number = 0;
        foreach (char digit in digits)
        {
            number = number * 10 + digit - '0';
        }

        return number;
    }

    /// <summary>Whether the text begins with the literal.</summary>
    public static bool StartsWith(ReadOnlySpan<byte> text, string literal, bool ignoreCase = false)
    {
        if (text.Length < literal.Length)
        {
            return false;
        }

        for (int i = 0; i < literal.Length; i++)
        {
            if (text[i] != literal[i] && !(ignoreCase && Ascii.ToLower(text[i]) == Ascii.ToLower((byte)literal[i])))
            {
                return false;
            }
        }

        return true;
    }

    /// <summary>Whether the text is the literal.</summary>
    public static bool Is(ReadOnlySpan<byte> text, string literal, bool ignoreCase = false) =>
        text.Length == literal.Length && StartsWith(text, literal, ignoreCase);

    /// <summary>Whether both are the same text, in any case.</summary>
    public static bool AreSame(ReadOnlySpan<byte> one, ReadOnlySpan<byte> other)
    {
        for (int i = 0; one.Length == other.Length && i < one.Length; i++)
        {
            if (Ascii.ToLower(one[i]) != Ascii.ToLower(other[i]))
            {
                return false;
            }
        }

        return one.Length == other.Length;
    }

    /// <summary>Where a literal (lower case) stands in the text, in any case, at <paramref name="from"/> or after; -1 for nowhere.</summary>
    public static int IndexOfIgnoreCase(ReadOnlySpan<byte> text, string literal, int from = 0)
    {
        byte first = (byte)literal[0], capital = Ascii.IsLetter(first) ? (byte)(first & ~0x20) : first;
        for (int i = from; i + literal.Length <= text.Length; i++)
        {
            int next = text.Slice(i, text.Length - literal.Length + 1 - i).IndexOfAny(first, capital);
            if (next < 0)
            {
                return -1;
            }

            i += next;
            int j = 1;
            while (j < literal.Length && Ascii.ToLower(text[i + j]) == literal[j])
            {
                j++;
            }

            if (j == literal.Length)
            {
                return i;
            }
        }

        return -1;
    }

    /// <summary>Whether a literal (lower case) stands in the text, in any case.</summary>
    public static bool ContainsIgnoreCase(ReadOnlySpan<byte> text, string literal) => IndexOfIgnoreCase(text, literal) >= 0;

    /// <summary>Where the first of these bytes stands, or -1. For the few bytes of a line or a name, where a prepared search costs more than it saves.</summary>
    public static int IndexOfAny(ReadOnlySpan<byte> text, ReadOnlySpan<byte> bytes) => text.IndexOfAny(bytes);

    /// <summary>Whether all bytes are hex digits.</summary>
    public static bool IsHex(ReadOnlySpan<byte> text)
    {
        foreach (byte b in text)
        {
            if (!Ascii.IsHex(b))
            {
                return false;
            }
        }

        return true;
    }

    /// <summary>Whether all bytes are digits.</summary>
    public static bool IsDigits(ReadOnlySpan<byte> text)
    {
        foreach (byte b in text)
        {
            if (!Ascii.IsDigit(b))
            {
                return false;
            }
        }

        return true;
    }

    /// <summary>Whether all bytes are letters of ASCII.</summary>
    public static bool IsLetters(ReadOnlySpan<byte> text)
    {
        foreach (byte b in text)
        {
            if (!Ascii.IsLetter(b))
            {
                return false;
            }
        }

        return true;
    }

    /// <summary>The text as a string, letters of ASCII in lower case, every other byte a character. For short texts.</summary>
    public static string ToLower(ReadOnlySpan<byte> text)
    {
        Span<char> folded = text.Length <= 256 ? stackalloc char[text.Length] : new char[text.Length];
        for (int i = 0; i < text.Length; i++)
        {
            folded[i] = (char)Ascii.ToLower(text[i]);
        }

        return folded.ToString();
    }

    /// <summary>The first place from <paramref name="at"/> on, before <paramref name="end"/>, that is no space and no tab.</summary>
    public static int SkipSpaces(ReadOnlySpan<byte> text, int at, int end)
    {
        while (at < end && Ascii.IsSpace(text[at]))
        {
            at++;
        }

        return at;
    }

    /// <summary>As <see cref="SkipSpaces"/>, over line ends too.</summary>
    public static int SkipWhite(ReadOnlySpan<byte> text, int at, int end)
    {
        while (at < end && (Ascii.IsSpace(text[at]) || Ascii.IsNewLine(text[at])))
        {
            at++;
        }

        return at;
    }
}
