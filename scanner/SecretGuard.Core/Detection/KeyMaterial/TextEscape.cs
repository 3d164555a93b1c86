namespace SecretGuard.Detection.KeyMaterial;

/// <summary>The escapes under which a key's bytes appear in strings, URLs and markup.</summary>
internal static class TextEscape
{
    private const int MaxBackslashes = 8; // JSON in JSON in a shell string

    /// <summary>Reads one escape. Every kind of line end means <c>\n</c>; an escaped quote means a quote.</summary>
    /// <param name="text">Begins with the escape.</param>
    /// <param name="meant">The byte that it stands for.</param>
    /// <param name="length">Bytes of the escape.</param>
    public static bool TryRead(ReadOnlySpan<byte> text, out byte meant, out int length)
    {
        switch (text[0])
        {
            case (byte)'\\':
                return TryReadBackslash(text, out meant, out length);
            case (byte)'%':
                return TryReadHex(text, 1, 2, out meant, out length);
            case (byte)'&':
                return TryReadEntity(text, out meant, out length);
            case (byte)'<':
                int close = text.Slice(0, Math.Min(8, text.Length)).IndexOf((byte)'>');
                (meant, length) = ((byte)'\n', close + 1);
                return close > 1 && (text[1] | 0x20) is 'b' or '/' or 'p';
            default: // the back quote of PowerShell
                (meant, length) = ((byte)'\n', 2);
                return text.Length > 1 && text[1] is (byte)'n' or (byte)'r';
        }
    }

    private static bool TryReadBackslash(ReadOnlySpan<byte> text, out byte meant, out int length)
    {
        int at = 0;
        while (at < text.Length && at < MaxBackslashes && text[at] == '\\')
        {
            at++;
        }

        (meant, length) = ((byte)'\n', at + 1);
        if (at == text.Length)
        {
            return false;
        }

        switch (text[at])
        {
            case (byte)'n' or (byte)'r' or (byte)'\n' or (byte)'\r':
                return true;
            case (byte)'t':
                meant = (byte)' ';
                return true;
            case (byte)'/' or (byte)'=' or (byte)'+':
                meant = text[at];
                return true;
            case (byte)'"' or (byte)'\'':
                meant = (byte)'"';
                return true;
            case (byte)'u' or (byte)'U':
                return TryReadHex(text, at + 1, 4, out meant, out length);
            case (byte)'x':
                return TryReadHex(text, at + 1, 2, out meant, out length);
            default:
                return false;
        }
    }

    /// <summary>HTML and XML: <c>&amp;#10;</c>, <c>&amp;#x2B;</c>, <c>&amp;quot;</c>.</summary>
    private static bool TryReadEntity(ReadOnlySpan<byte> text, out byte meant, out int length)
    {
        (meant, length) = ((byte)'"', 6);
        if (text.StartsWith("&quot;"u8))
        {
            return true;
        }

        int end = text.Slice(0, Math.Min(8, text.Length)).IndexOf((byte)';');
        if (end < 3 || text[1] != '#')
        {
            return false;
        }

        bool hex = (text[2] | 0x20) == 'x';
        int value = 0;
        for (int i = hex ? 3 : 2; i < end; i++)
        {
            int digit = HexDigit(text[i]);
            if (digit < 0 || (!hex && digit > 9))
            {
                return false;
            }

            value = value * (hex ? 16 : 10) + digit;
        }

        length = end + 1;
        return TryNormalize(value, out meant);
    }

    private static bool TryReadHex(ReadOnlySpan<byte> text, int start, int digits, out byte meant, out int length)
    {
        (meant, length) = (0, start + digits);
        int value = 0;
        for (int i = start; i < start + digits; i++)
        {
            int digit = i < text.Length ? HexDigit(text[i]) : -1;
            if (digit < 0)
            {
                return false;
            }

            value = value << 4 | digit;
        }

        return TryNormalize(value, out meant);
    }

    private static bool TryNormalize(int value, out byte meant)
    {
        meant = value == '\r' ? (byte)'\n' : (byte)value;
        return value < 128;
    }

    private static int HexDigit(byte value) =>
        Ascii.IsHex(value) ? Ascii.HexValue(value) : -1;
}
