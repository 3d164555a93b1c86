namespace SecretGuard.Git.Compression;

/// <summary>The codes that stand at the head of a compressed block (RFC 1951, section 3.2.7).</summary>
internal sealed class BlockCodes(int lengthBits, int distanceBits)
{
    private const int CodeLengthBits = 7;

    private readonly HuffmanTable _codeLengths = new(CodeLengthBits, DeflateAlphabets.CodeLengths.Length);
    private readonly byte[] _lengths = new byte[DeflateAlphabets.MostLengthSymbols + DeflateAlphabets.MostDistanceSymbols];

    public HuffmanTable Lengths { get; } = new(lengthBits, DeflateAlphabets.Lengths.Length);

    public HuffmanTable Distances { get; } = new(distanceBits, DeflateAlphabets.Distances.Length);

    /// <summary>Reads the codes of a block; false where they are none.</summary>
    public bool TryRead(ref BitReader reader)
    {
        reader.Refill();
        int lengths = (int)reader.Take(5) + 257;
        int distances = (int)reader.Take(5) + 1;
        int codeLengths = (int)reader.Take(4) + 4;
        if (lengths > DeflateAlphabets.MostLengthSymbols || distances > DeflateAlphabets.MostDistanceSymbols)
        {
            return false;
        }

        Span<byte> order = stackalloc byte[DeflateAlphabets.LengthOrder.Length];
        order.Clear();
        for (int i = 0; i < codeLengths; i++)
        {
            reader.Refill();
            order[DeflateAlphabets.LengthOrder[i]] = (byte)reader.Take(3);
        }

        Span<byte> all = _lengths.AsSpan(0, lengths + distances);
        return _codeLengths.TryBuild(order, DeflateAlphabets.CodeLengths)
            && TryReadLengths(ref reader, all)
            && all[DeflateAlphabets.EndOfBlock] != 0
            && Lengths.TryBuild(all[..lengths], DeflateAlphabets.Lengths)
            && Distances.TryBuild(all[lengths..], DeflateAlphabets.Distances);
    }

    private bool TryReadLengths(ref BitReader reader, Span<byte> all)
    {
        ReadOnlySpan<uint> entries = _codeLengths.Entries;
        uint mask = (1u << _codeLengths.Bits) - 1;
        int at = 0;
        while (at < all.Length)
        {
            reader.Refill();
            uint entry = entries[(int)((uint)reader.Bits & mask)];
            if ((entry & HuffmanTable.Invalid) != 0 || reader.IsExhausted)
            {
                return false;
            }

            reader.Take((int)(entry & 0xFF));
            uint symbol = entry >> 16;
            if (symbol < 16)
            {
                all[at++] = (byte)symbol;
                continue;
            }

            (byte value, int times) = symbol switch
            {
                16 => (at == 0 ? byte.MaxValue : all[at - 1], 3 + (int)reader.Take(2)),
                17 => (byte.MinValue, 3 + (int)reader.Take(3)),
                _ => (byte.MinValue, 11 + (int)reader.Take(7)),
            };
            if (value == byte.MaxValue || times > all.Length - at)
            {
                return false;
            }

            for (int end = at + times; at < end; at++)
            {
                all[at] = value;
            }
        }

        return true;
    }
}
