namespace SecretGuard.Git.Compression;

/// <summary>What the symbols of DEFLATE mean (RFC 1951, sections 3.2.5 to 3.2.7), as entries of a <see cref="HuffmanTable"/> without their codes.</summary>
internal static class DeflateAlphabets
{
    public const int EndOfBlock = 256;
    public const int MostLengthSymbols = 286;
    public const int MostDistanceSymbols = 30;

    private const int LengthSymbols = 288;
    private const int DistanceSymbols = 32;

    /// <summary>In which order the lengths of the codes for lengths stand.</summary>
    public static ReadOnlySpan<byte> LengthOrder => [16, 17, 18, 0, 8, 7, 9, 6, 10, 5, 11, 4, 12, 3, 13, 2, 14, 1, 15];

    public static uint[] CodeLengths { get; } = MakeCodeLengths();

    public static uint[] Lengths { get; } = MakeLengths();

    public static uint[] Distances { get; } = MakeDistances();

    /// <summary>The lengths of the codes of a block without its own.</summary>
    public static (byte[] Lengths, byte[] Distances) Fixed { get; } = MakeFixed();

    private static uint[] MakeCodeLengths()
    {
        var meanings = new uint[19];
        for (uint symbol = 0; symbol < meanings.Length; symbol++)
        {
            meanings[symbol] = symbol << 16;
        }

        return meanings;
    }

    private static (byte[] Lengths, byte[] Distances) MakeFixed()
    {
        (byte[] lengths, byte[] distances) = (new byte[LengthSymbols], new byte[DistanceSymbols]);
        for (int symbol = 0; symbol < lengths.Length; symbol++)
        {
            lengths[symbol] = (byte)(symbol switch { < 144 => 8, < 256 => 9, < 280 => 7, _ => 8 });
        }

        for (int symbol = 0; symbol < distances.Length; symbol++)
        {
            distances[symbol] = 5;
        }

        return (lengths, distances);
    }

    private static uint[] NoMeanings(int symbols)
    {
        // A loop and no Array.Fill, which a runtime has to compile: each hook would wait for it.
        var meanings = new uint[symbols];
        for (int symbol = 0; symbol < symbols; symbol++)
        {
            meanings[symbol] = HuffmanTable.Invalid;
        }

        return meanings;
    }

    private static uint[] MakeLengths()
    {
        uint[] meanings = NoMeanings(LengthSymbols);
        for (uint literal = 0; literal < EndOfBlock; literal++)
        {
            meanings[literal] = HuffmanTable.Literal | (literal << 16);
        }

        meanings[EndOfBlock] = HuffmanTable.End;
        uint least = 3;
        for (int i = 0; i < 28; i++)
        {
            // Eight lengths stand for themselves; then every four symbols have one extra bit more.
            int extra = i < 8 ? 0 : (i - 4) / 4;
            meanings[EndOfBlock + 1 + i] = (least << 16) | (uint)extra;
            least += 1u << extra;
        }

        meanings[MostLengthSymbols - 1] = 258 << 16;
        return meanings;
    }

    private static uint[] MakeDistances()
    {
        uint[] meanings = NoMeanings(DistanceSymbols);
        uint least = 1;
        for (int i = 0; i < MostDistanceSymbols; i++)
        {
            int extra = i < 4 ? 0 : (i - 2) / 2;
            meanings[i] = (least << 16) | (uint)extra;
            least += 1u << extra;
        }

        return meanings;
    }
}
