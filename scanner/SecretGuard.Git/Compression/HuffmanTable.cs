namespace SecretGuard.Git.Compression;

/// <summary>
/// Decodes one alphabet of DEFLATE (RFC 1951, section 3.2) by looking up several bits at once. Codes longer than the first table have a second one behind it.
/// </summary>
/// <remarks>
/// An entry is 32 bits: bits 0 to 7 say how many bits the code and its extra bits take, 8 to 11 how many of them are the code, 12 to 15 what it is,
/// 16 to 31 are the literal, the length's or distance's least value, or the place of the second table.
/// </remarks>
internal sealed class HuffmanTable(int mostBits, int symbols)
{
    public const uint End = 1 << 12;
    public const uint Second = 1 << 13;
    public const uint Invalid = 1 << 14;
    public const uint Literal = 1 << 15;

    private const int LongestCode = 15;

    private readonly ushort[] _sorted = new ushort[symbols];

    // A second table has at most 2^(15 - mostBits) entries, and no more of them than symbols.
    public uint[] Entries { get; } = new uint[(1 << mostBits) + (symbols << (LongestCode - mostBits))];

    /// <summary>How many bits the first table takes.</summary>
    public int Bits { get; private set; }

    /// <summary>Builds the table.</summary>
    /// <param name="lengths">The length of each symbol's code in bits, 0 for a symbol that is not used.</param>
    /// <param name="meanings">For each symbol the entry without its code's length.</param>
    /// <returns>False for lengths that make no code. As zlib, one code of one bit is accepted, and no code at all until it is asked.</returns>
    public bool TryBuild(ReadOnlySpan<byte> lengths, ReadOnlySpan<uint> meanings)
    {
        Span<int> counts = stackalloc int[LongestCode + 1];
        counts.Clear();
        foreach (byte length in lengths)
        {
            counts[length]++;
        }

        counts[0] = 0;
        int left = 1;
        int longest = 0;
        for (int length = 1; length <= LongestCode; length++)
        {
            left = (left << 1) - counts[length];
            longest = counts[length] > 0 ? length : longest;
            if (left < 0)
            {
                return false;
            }
        }

        if (left > 0 && longest > 1)
        {
            return false;
        }

        Bits = Math.Clamp(longest, 1, mostBits);
        Sort(lengths, counts);
        (Entries[0], Entries[1]) = (Invalid, Invalid);
        Fill(counts, meanings);
        return true;
    }

    /// <summary>The symbols in the order of their codes: by length, then by number.</summary>
    private void Sort(ReadOnlySpan<byte> lengths, ReadOnlySpan<int> counts)
    {
        Span<int> next = stackalloc int[LongestCode + 2];
        next.Clear();
        for (int length = 1; length <= LongestCode; length++)
        {
            next[length + 1] = next[length] + counts[length];
        }

        for (int symbol = 0; symbol < lengths.Length; symbol++)
        {
            if (lengths[symbol] != 0)
            {
                _sorted[next[lengths[symbol]]++] = (ushort)symbol;
            }
        }
    }

    private void Fill(ReadOnlySpan<int> counts, ReadOnlySpan<uint> meanings)
    {
        int code = 0;
        int at = 0;
        for (int length = 1; length <= Bits; length++)
        {
            if (length > 1)
            {
                // Every entry so far is right whatever the next bit is; those without a code yet are written below or by a longer code.
                Entries.AsSpan(0, 1 << (length - 1)).CopyTo(Entries.AsSpan(1 << (length - 1)));
            }

            for (int i = 0; i < counts[length]; i++)
            {
                Entries[Reversed(code++, length)] = Entry(meanings[_sorted[at++]], length);
            }

            code <<= 1;
        }

        FillSecond(code, at, counts, meanings);
    }

    private void FillSecond(int code, int at, ReadOnlySpan<int> counts, ReadOnlySpan<uint> meanings)
    {
        int mask = (1 << Bits) - 1;
        int free = 1 << Bits;
        int prefix = -1;
        int start = 0;
        int size = 0;
        for (int length = Bits + 1; length <= LongestCode; length++)
        {
            for (int i = 0; i < counts[length]; i++, code++, at++)
            {
                int reversed = Reversed(code, length);
                if ((reversed & mask) != prefix)
                {
                    prefix = reversed & mask;
                    start = free;
                    int bits = SecondBits(length, counts, i);
                    size = 1 << bits;
                    free += size;
                    Entries[prefix] = Second | ((uint)start << 16) | ((uint)bits << 8) | (uint)Bits;
                }

                uint entry = Entry(meanings[_sorted[at]], length - Bits);
                for (int j = reversed >> Bits; j < size; j += 1 << (length - Bits))
                {
                    Entries[start + j] = entry;
                }
            }

            code <<= 1;
        }
    }

    /// <summary>How many bits behind the first table's the longest code needs that begins like this one: longer ones follow until the prefix is used up.</summary>
    private int SecondBits(int length, ReadOnlySpan<int> counts, int used)
    {
        int bits = length - Bits;
        int room = (1 << bits) - (counts[length] - used);
        while (room > 0 && length < LongestCode)
        {
            length++;
            bits++;
            room = (room << 1) - counts[length];
        }

        return bits;
    }

    private static uint Entry(uint meaning, int length) => meaning + ((uint)length << 8) + (uint)length;

    private static int Reversed(int code, int length)
    {
        uint value = (uint)code;
        value = ((value & 0x5555) << 1) | ((value >> 1) & 0x5555);
        value = ((value & 0x3333) << 2) | ((value >> 2) & 0x3333);
        value = ((value & 0x0F0F) << 4) | ((value >> 4) & 0x0F0F);
        value = ((value & 0x00FF) << 8) | (value >> 8);
        return (int)(value >> (16 - length));
    }
}
