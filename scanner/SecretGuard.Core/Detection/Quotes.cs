namespace SecretGuard.Detection;

/// <summary>Reads string literals of all the usual languages.</summary>
internal static class Quotes
{
    private const int Longest = 2048;

    /// <summary>Whether the byte opens and closes strings. Backticks do in JavaScript, Go and prose.</summary>
    public static bool IsQuote(byte value) => value is (byte)'"' or (byte)'\'' or (byte)'`';

    /// <summary>
    /// Reads the literal that begins at <paramref name="at"/> with its prefix, if any (<c>@"</c>, <c>b'</c>, <c>\"</c>, <c>&amp;quot;</c>, triple quotes).
    /// On success <paramref name="start"/> and <paramref name="length"/> are the content, <paramref name="after"/> the byte after the closing quote.
    /// </summary>
    public static bool TryRead(ReadOnlySpan<byte> text, int at, out int start, out int length, out int after)
    {
        start = length = after = 0;
        int prefix = PrefixLength(text, at);
        bool verbatim = prefix > 0 && text.Slice(at, prefix).IndexOf((byte)'@') >= 0;
        int q = at + prefix;
        if (q >= text.Length)
        {
            return false;
        }

        if (text[q] == '&')
        {
            return TryReadEntity(text, q, out start, out length, out after);
        }

        bool escaped = text[q] == '\\' && q + 1 < text.Length && text[q + 1] is (byte)'"' or (byte)'\'';
        byte quote = escaped ? text[q + 1] : text[q];
        if (!IsQuote(quote))
        {
            return false;
        }

        int run = 1;
        while (!escaped && q + run < text.Length && text[q + run] == quote)
        {
            run++;
        }

        if (run == 2)
        {
            return false; // the empty string
        }

        start = q + (escaped ? 2 : run);
        length = ReadBody(text, start, quote, escaped ? 0 : run, verbatim);
        after = start + length + (escaped ? 2 : run);
        return length > 0;
    }

    /// <summary>Bytes up to the closing quotes, or 0. <paramref name="run"/> is how many quotes close it; 0 means one with a backslash before it.</summary>
    private static int ReadBody(ReadOnlySpan<byte> text, int start, byte quote, int run, bool verbatim)
    {
        int most = Math.Min(text.Length, start + Longest);
        for (int i = start; i < most; i++)
        {
            byte b = text[i];
            if (run == 0 && b == '\\' && i + 1 < most && text[i + 1] == quote)
            {
                return i - start;
            }

            int at = i;
            if (run > 0 && b == quote && IsClose(text, at, quote, run, verbatim, ref i))
            {
                return at - start;
            }

            if (b == '\\' && !verbatim)
            {
                i++;
            }
            else if (Ascii.IsNewLine(b) && run <= 1 && quote != '`')
            {
                return 0;
            }
        }

        return 0;
    }

    private static bool IsClose(ReadOnlySpan<byte> text, int at, byte quote, int run, bool verbatim, ref int i)
    {
        int count = 0;
        while (at + count < text.Length && text[at + count] == quote && count < run)
        {
            count++;
        }

        if (count < run)
        {
            return false;
        }

        if (verbatim && at + 1 < text.Length && text[at + 1] == quote)
        {
            i++;
            return false;
        }

        return true;
    }

    /// <summary>Letters and signs before a quote that belong to the literal.</summary>
    private static int PrefixLength(ReadOnlySpan<byte> text, int at)
    {
        int length = 0;
        while (length < 3 && at + length < text.Length && text[at + length] is (byte)'@' or (byte)'$' or (byte)'b' or (byte)'B' or (byte)'r' or (byte)'R' or (byte)'u' or (byte)'U' or (byte)'f' or (byte)'F' or (byte)'N' or (byte)'E' or (byte)'L')
        {
            length++;
        }

        return at + length < text.Length && IsQuote(text[at + length]) ? length : 0;
    }

    private static bool TryReadEntity(ReadOnlySpan<byte> text, int at, out int start, out int length, out int after)
    {
        start = length = after = 0;
        ReadOnlySpan<byte> entity = text.Slice(at).StartsWith("&quot;"u8) ? "&quot;"u8 : text.Slice(at).StartsWith("&apos;"u8) ? "&apos;"u8 : default;
        if (entity.Length == 0)
        {
            return false;
        }

        start = at + entity.Length;
        int close = text.Slice(start, Math.Min(Longest, text.Length - start)).IndexOf(entity);
        (length, after) = (close, start + close + entity.Length);
        return close > 0;
    }
}
