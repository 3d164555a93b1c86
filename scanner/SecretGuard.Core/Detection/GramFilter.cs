using System.Runtime.CompilerServices;
#if NET
using System.Runtime.Intrinsics;
using System.Runtime.Intrinsics.X86;
#endif

namespace SecretGuard.Detection;

/// <summary>
/// Says fast where none of many grams of four folded bytes begins: a Bloom filter of 32 KB, which stays in the first-level cache. The three bits of
/// a gram lie in one word, so that a place costs one load. (Putze, Sanders, Singler: Cache-, Hash- and Space-Efficient Bloom Filters, 2007.)
/// </summary>
internal sealed class GramFilter
{
    private const uint FoldMask = 0x20202020;
    private const uint Multiplier = 0x9E3779B1;
    private const int WordBits = 13;

    // A hash is read from its top: the word, then the three bits in it.
    private const int WordShift = 32 - WordBits;
    private const int FirstShift = WordShift - 5;
    private const int SecondShift = FirstShift - 5;
    private const int ThirdShift = SecondShift - 5;

    private readonly uint[] _words = new uint[1 << WordBits];

    /// <summary>Four bytes, letter case folded; other bytes fold in pairs too, which the comparison with the literal undoes.</summary>
    public static uint Fold(byte a, byte b, byte c, byte d) => (uint)(a | b << 8 | c << 16 | d << 24) | FoldMask;

    /// <summary>A hash whose top bits are the best ones.</summary>
    public static uint Hash(uint gram) => gram * Multiplier;

    /// <summary>Makes this gram pass.</summary>
    public void Add(uint gram)
    {
        uint hash = Hash(gram);
        _words[hash >> WordShift] |= 1U << (int)(hash >> FirstShift & 31) | 1U << (int)(hash >> SecondShift & 31) | 1U << (int)(hash >> ThirdShift & 31);
    }

    /// <summary>Whether this gram may be one of those that were added.</summary>
    public bool MayContain(uint gram) => Test(_words[Hash(gram) >> WordShift], Hash(gram)) != 0;

    /// <summary>Steps over blocks without a hit.</summary>
    /// <param name="text">The text.</param>
    /// <param name="position">Where to begin; on return the start of a block with hits, or where too little is left for a block.</param>
    /// <param name="length">Bytes of text.</param>
    /// <param name="size">Places in a block.</param>
    /// <returns>A bit for each place of the block that may begin a gram; 0 at the end.</returns>
    [MethodImpl(HotLoop.Compiled)]
    public unsafe uint NextHits(byte* text, ref int position, int length, out int size)
    {
        fixed (uint* words = _words)
        {
#if NET
            if (Avx2.IsSupported)
            {
                size = VectorBlock;
                return NextVectorHits(text, ref position, length, words);
            }
#endif
            size = ScalarBlock;
            return BitConverter.IsLittleEndian ? NextScalarHits(text, ref position, length, words) : 0;
        }
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static uint Test(uint word, uint hash) => word >> (int)(hash >> FirstShift & 31) & word >> (int)(hash >> SecondShift & 31) & word >> (int)(hash >> ThirdShift & 31) & 1;

    private const int ScalarBlock = 5;

    /// <summary>One load of eight bytes serves five places.</summary>
    [MethodImpl(HotLoop.Compiled)]
    private static unsafe uint NextScalarHits(byte* text, ref int position, int length, uint* words)
    {
        for (; position + 8 <= length; position += ScalarBlock)
        {
            ulong eight = *(ulong*)(text + position) | FoldMask | (ulong)FoldMask << 32;
            uint h0 = (uint)eight * Multiplier, h1 = (uint)(eight >> 8) * Multiplier, h2 = (uint)(eight >> 16) * Multiplier;
            uint h3 = (uint)(eight >> 24) * Multiplier, h4 = (uint)(eight >> 32) * Multiplier;
            uint hits = Test(words[h0 >> WordShift], h0) | Test(words[h1 >> WordShift], h1) << 1 | Test(words[h2 >> WordShift], h2) << 2
                | Test(words[h3 >> WordShift], h3) << 3 | Test(words[h4 >> WordShift], h4) << 4;
            if (hits != 0)
            {
                return hits;
            }
        }

        return 0;
    }

#if NET
    private const int VectorBlock = 16;
    private const int VectorReach = 24;

    // Bytes 0 to 3, 1 to 4, 2 to 5 and 3 to 6 into the low half, and those from 4 on into the high half.
    private static readonly Vector256<byte> Windows = Vector256.Create(
        (byte)0, 1, 2, 3, 1, 2, 3, 4, 2, 3, 4, 5, 3, 4, 5, 6, 4, 5, 6, 7, 5, 6, 7, 8, 6, 7, 8, 9, 7, 8, 9, 10);

    /// <summary>Two gathers serve sixteen places.</summary>
    [MethodImpl(HotLoop.Compiled)]
    private static unsafe uint NextVectorHits(byte* text, ref int position, int length, uint* words)
    {
        int at = position;
        for (; at + VectorReach <= length; at += VectorBlock)
        {
            Vector256<uint> low = TestEight(text + at, words), high = TestEight(text + at + 8, words);
            if (((low | high) & Vector256<uint>.One) != Vector256<uint>.Zero)
            {
                position = at;
                return (low << 31).ExtractMostSignificantBits() | (high << 31).ExtractMostSignificantBits() << 8;
            }
        }

        position = at;
        return 0;
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static unsafe Vector256<uint> TestEight(byte* text, uint* words)
    {
        Vector256<byte> sixteen = Avx2.BroadcastVector128ToVector256(text);
        Vector256<uint> hash = (Avx2.Shuffle(sixteen, Windows).AsUInt32() | Vector256.Create(FoldMask)) * Vector256.Create(Multiplier);
        Vector256<uint> word = Avx2.GatherVector256(words, (hash >> WordShift).AsInt32(), sizeof(uint));
        Vector256<uint> five = Vector256.Create(31U);
        return Avx2.ShiftRightLogicalVariable(word, hash >> FirstShift & five) & Avx2.ShiftRightLogicalVariable(word, hash >> SecondShift & five)
            & Avx2.ShiftRightLogicalVariable(word, hash >> ThirdShift & five);
    }
#endif
}
