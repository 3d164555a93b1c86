namespace SecretGuard.Stores.Values;

/// <summary>How hard a value could be to guess.</summary>
internal static class Strength
{
    /// <summary>
    /// The random bits of as many draws from its alphabet (digits, hexadecimal, letters, all printable). A value that repeats more than drawn ones do has
    /// those of its own distribution (Shannon), which are fewer.
    /// </summary>
    public static int Bits(ReadOnlySpan<byte> value)
    {
        if (value.IsEmpty)
        {
            return 0;
        }

        Span<int> counts = stackalloc int[256];
        foreach (byte b in value)
        {
            counts[b]++;
        }

        int distinct = 0;
        double shannon = 0;
        foreach (int count in counts)
        {
            distinct += count > 0 ? 1 : 0;
            shannon -= count > 0 ? (double)count / value.Length * Math.Log2((double)count / value.Length) : 0;
        }

        int alphabet = AlphabetOf(counts);
        double expected = alphabet * (1 - Math.Pow(1 - (1.0 / alphabet), value.Length));
        return (int)(value.Length * (distinct * 2 >= expected ? Math.Log2(alphabet) : shannon));
    }

    private static int AlphabetOf(ReadOnlySpan<int> counts)
    {
        bool digits = false, lowerHex = false, upperHex = false, lower = false, upper = false, others = false, bytes = false;
        for (int b = 0; b < counts.Length; b++)
        {
            if (counts[b] > 0)
            {
                char c = (char)b;
                digits |= char.IsAsciiDigit(c);
                lowerHex |= c is >= 'a' and <= 'f';
                upperHex |= c is >= 'A' and <= 'F';
                lower |= c is > 'f' and <= 'z';
                upper |= c is > 'F' and <= 'Z';
                others |= b is >= 32 and < 127 && !char.IsAsciiLetterOrDigit(c);
                bytes |= b is < 32 or >= 127;
            }
        }

        bool isHex = !lower && !upper && !others && !(lowerHex && upperHex);
        return bytes ? 256
            : isHex ? lowerHex || upperHex ? 16 : 10
            : (digits ? 10 : 0) + (lower || lowerHex ? 26 : 0) + (upper || upperHex ? 26 : 0) + (others ? 32 : 0);
    }
}
