namespace SecretGuard.Detection.NamedValues;

/// <summary>Reads a key that code spells as a list of bytes: <c>= { 0x2b, 0x7e, … }</c>, <c>= new byte[] { 43, 126, … }</c>, <c>: [u8; 16] = [43, …]</c>.</summary>
internal static class KeyBytes
{
    private const int LongestDecoder = 16;
    private const int LongestWay = 64;
    private const int Longest = 1024;
    private const int MostBytes = 64;

    /// <summary>Whether a list of as many bytes as a key has, drawn at random, is assigned behind a name that ends before <paramref name="at"/>.</summary>
    public static bool TryRead(ReadOnlySpan<byte> text, int at, out int start, out int length)
    {
        start = length = 0;
        int open = Opening(text, at);
        if (open < 0)
        {
            return false;
        }

        int most = Math.Min(text.Length, open + Longest), count = 0;
        Span<byte> bytes = stackalloc byte[MostBytes];
        start = AsciiText.SkipWhite(text, open, most);
        int i = start, end = start;
        while (i < most && count < MostBytes && TryReadByte(text, ref i, most, out bytes[count]))
        {
            count++;
            end = i;
            i = AsciiText.SkipWhite(text, i, most);
            i = i < most && text[i] == ',' ? AsciiText.SkipWhite(text, i + 1, most) : i;
        }

        length = end - start;
        return i < most && text[i] is (byte)'}' or (byte)']' or (byte)')' && count is 16 or 24 or 32 or 48 or 64 && IsDrawn(bytes.Slice(0, count));
    }

    /// <summary>Whether code decodes the literal into as many bytes as keys have: <c>Convert.FromHexString("…")</c>. A key to look something up by is no bytes.</summary>
    public static bool IsDecoded(ReadOnlySpan<byte> text, Binding binding)
    {
        int open = binding.Start - 2;
        if (!binding.Quoted || open < 1 || text[open] != '(')
        {
            return false;
        }

        ReadOnlySpan<byte> callee = text.Slice(Math.Max(0, open - LongestDecoder), Math.Min(open, LongestDecoder)), value = text.Slice(binding.Start, binding.Length);
        return callee.EndsWith("FromHexString"u8) || callee.EndsWith("unhexlify"u8) || callee.EndsWith("fromhex"u8) ? value.Length is 32 or 48 or 64 or 128 && AsciiText.IsHex(value)
            : (callee.EndsWith("FromBase64String"u8) || callee.EndsWith("b64decode"u8)) && Files.FileJudge.Decode(value) is { Length: 16 or 24 or 32 or 64 };
    }

    /// <summary>The byte after the bracket that opens the list; between it and the name stand types and a sign, nothing else.</summary>
    private static int Opening(ReadOnlySpan<byte> text, int at)
    {
        int most = Math.Min(text.Length, at + LongestWay);
        bool sign = false;
        for (; at < most; at++)
        {
            byte b = text[at];
            if (sign && b is (byte)'{' or (byte)'[' or (byte)'(' && at + 1 < most && text[at + 1] != ']')
            {
                int first = AsciiText.SkipWhite(text, at + 1, Math.Min(text.Length, at + LongestWay));
                if (first < text.Length && (Ascii.IsDigit(text[first]) || text[first] == '-'))
                {
                    return at + 1;
                }
            }

            sign |= b == '=';
            if (!Ascii.IsAlphanumeric(b) && !Ascii.IsNewLine(b) && b is not ((byte)' ' or (byte)'\t' or (byte)'=' or (byte)':' or (byte)'[' or (byte)']' or (byte)'{' or (byte)'(' or (byte)'&' or (byte)';' or (byte)'_' or (byte)'<' or (byte)'>' or (byte)'*'))
            {
                return -1;
            }
        }

        return -1;
    }

    private static bool TryReadByte(ReadOnlySpan<byte> text, ref int at, int most, out byte value)
    {
        bool negative = at < most && text[at] == '-';
        int i = at + (negative ? 1 : 0), digits = 0, number = 0;
        bool hex = i + 1 < most && text[i] == '0' && (text[i + 1] | 0x20) == 'x';
        i += hex ? 2 : 0;
        for (; i < most && digits < 3 && (hex ? Ascii.IsHex(text[i]) : Ascii.IsDigit(text[i])); i++, digits++)
        {
            number = number * (hex ? 16 : 10) + (Ascii.IsDigit(text[i]) ? text[i] - '0' : (text[i] | 0x20) - 'a' + 10);
        }

        bool read = digits > 0 && number <= byte.MaxValue && (i >= most || !Ascii.IsAlphanumeric(text[i]));
        (at, value) = read ? (i, (byte)(negative ? -number : number)) : (at, (byte)0);
        return read;
    }

    /// <summary>Keys of examples and tables repeat, count up or are nearly empty.</summary>
    private static bool IsDrawn(ReadOnlySpan<byte> bytes)
    {
        int steps = 0, high = 0;
        ulong seen = 0;
        for (int i = 0; i < bytes.Length; i++)
        {
            steps += i > 0 && Math.Abs(bytes[i] - bytes[i - 1]) <= 1 ? 1 : 0;
            high += bytes[i] >= 0x80 ? 1 : 0;
            seen |= 1UL << (bytes[i] & 63);
        }

        return steps * 4 < bytes.Length && high > 0 && Bits.Count(seen) >= Math.Min(bytes.Length, 32) * 5 / 8;
    }
}
