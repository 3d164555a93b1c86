using System.Text;
using SecretGuard.Rules;

namespace SecretGuard.Detection;

/// <summary>
/// Finds every place of many literals in one pass. The rarest four folded bytes of each literal are hashed into a 32 KB bit filter that
/// stays near the core; one 64-bit load serves five positions, and only a hit in the filter is looked at further. The cost hardly
/// grows with the number of literals until the filter fills. A literal of three bytes is entered with every fourth byte.
/// </summary>
internal sealed class SignatureIndex
{
    private const int FilterBits = 18;
    private const int HeadBits = 14;
    private const uint Multiplier = 0x9E3779B1;
    private const uint SecondMultiplier = 0x85EBCA6B;
    private const uint FoldMask = 0x20202020;
    private const int ShortLength = SignatureIndexLimits.GramLength;

    private readonly uint[] _filter = new uint[1 << (FilterBits - 5)];

    // A second filter with another hash stands behind the first: what passes both by chance is one in thousands.
    private readonly uint[] _second = new uint[1 << (FilterBits - 5)];

    // The first entry of a gram's hash, and then grams and links apart from the entries: most hits of the filter end after one small read.
    private readonly ushort[] _heads = new ushort[1 << HeadBits];
    private readonly uint[] _grams;
    private readonly ushort[] _next;
    private readonly Entry[] _entries;

    public SignatureIndex(IReadOnlyList<Matcher> matchers)
    {
        var entries = new List<Entry> { default };
        var grams = new List<uint> { uint.MaxValue };
        var next = new List<ushort> { 0 };
        foreach (Matcher matcher in matchers)
        {
            for (int i = 0; i < matcher.Signatures.Count; i++)
            {
                Signature signature = matcher.Signatures[i];
                byte[] literal = Encoding.ASCII.GetBytes(signature.Literal);
                (uint gram, int offset) = RarestGram(literal);
                Mark(gram, literal.Length == ShortLength, signature.Next);
                ref ushort head = ref _heads[Head(gram)];
                entries.Add(new Entry(offset, literal, signature.IgnoreCase, matcher, i));
                grams.Add(gram);
                next.Add(head);
                head = checked((ushort)(entries.Count - 1));
            }
        }

        _entries = [.. entries];
        _grams = [.. grams];
        _next = [.. next];
    }

    /// <summary>Calls every matcher at every place of its signatures, in the order of the text.</summary>
#if NET
    [System.Runtime.CompilerServices.MethodImpl(System.Runtime.CompilerServices.MethodImplOptions.AggressiveOptimization)]
#endif
    public unsafe void Scan(ScanContext context)
    {
        int length = context.Length;
        fixed (byte* text = context.Buffer)
        fixed (uint* filter = _filter)
        {
            int position = 0;
            while (BitConverter.IsLittleEndian && position + 8 <= length)
            {
                position = NextHit(text, position, length, filter);
                if (position + 8 <= length)
                {
                    Dispatch(context, position, *(uint*)(text + position) | FoldMask);
                    position++;
                }
            }

            for (; position + ShortLength <= length; position++)
            {
                uint gram = Fold(text[position], text[position + 1], text[position + 2], position + 3 < length ? text[position + 3] : (byte)0);
                uint hash = Hash(gram);
                if ((filter[hash >> 5] >> (int)(hash & 31) & 1) != 0)
                {
                    Dispatch(context, position, gram);
                }
            }
        }
    }

#if NET
    [System.Runtime.CompilerServices.MethodImpl(System.Runtime.CompilerServices.MethodImplOptions.AggressiveOptimization)]
#endif
    private static unsafe int NextHit(byte* text, int position, int length, uint* filter)
    {
        while (position + 8 <= length)
        {
            ulong eight = *(ulong*)(text + position) | FoldMask | (ulong)FoldMask << 32;
            uint h0 = (uint)eight * Multiplier >> (32 - FilterBits);
            uint h1 = (uint)(eight >> 8) * Multiplier >> (32 - FilterBits);
            uint h2 = (uint)(eight >> 16) * Multiplier >> (32 - FilterBits);
            uint h3 = (uint)(eight >> 24) * Multiplier >> (32 - FilterBits);
            uint h4 = (uint)(eight >> 32) * Multiplier >> (32 - FilterBits);
            uint b0 = filter[h0 >> 5] >> (int)(h0 & 31) & 1;
            uint b1 = filter[h1 >> 5] >> (int)(h1 & 31) & 1;
            uint b2 = filter[h2 >> 5] >> (int)(h2 & 31) & 1;
            uint b3 = filter[h3 >> 5] >> (int)(h3 & 31) & 1;
            uint b4 = filter[h4 >> 5] >> (int)(h4 & 31) & 1;
            if ((b0 | b1 | b2 | b3 | b4) != 0)
            {
                return position + (b0 != 0 ? 0 : b1 != 0 ? 1 : b2 != 0 ? 2 : b3 != 0 ? 3 : 4);
            }

            position += 5;
        }

        return position;
    }

    private static uint Hash(uint gram) => gram * Multiplier >> (32 - FilterBits);

    private static uint SecondHash(uint gram) => gram * SecondMultiplier >> (32 - FilterBits);

    private static int Head(uint gram) => (int)(Hash(gram) >> (FilterBits - HeadBits));

    private static uint Fold(byte a, byte b, byte c, byte d) => (uint)(a | b << 8 | c << 16 | d << 24) | FoldMask;

    /// <summary>A short literal's gram stands for every fourth byte; its own chain is kept under a fourth byte of 0xFF.</summary>
    private static (uint Gram, int Offset) RarestGram(byte[] literal)
    {
        if (literal.Length < SignatureIndexLimits.GramLength)
        {
            throw new ArgumentException($"the signature '{Encoding.ASCII.GetString(literal)}' is shorter than {SignatureIndexLimits.GramLength} bytes", nameof(literal));
        }

        if (literal.Length == ShortLength)
        {
            return (Fold(literal[0], literal[1], literal[2], 0xFF), 0);
        }

        int best = 0;
        double bestScore = double.MinValue;
        for (int i = 0; i + 4 <= literal.Length; i++)
        {
            double score = 0;
            for (int j = i; j < i + 3; j++)
            {
                score += Values.Surprise.Rarity(literal[j], literal[j + 1]);
            }

            if (score > bestScore)
            {
                (best, bestScore) = (i, score);
            }
        }

        return (Fold(literal[best], literal[best + 1], literal[best + 2], literal[best + 3]), best);
    }

    private void Mark(uint gram, bool isShort, ByteClass? next)
    {
        for (uint fourth = 0; fourth < 256; fourth++)
        {
            if (isShort && next is { } follower && !follower.Contains((byte)fourth))
            {
                continue;
            }

            uint marked = isShort ? (gram & 0xFFFFFF) | (fourth << 24) | FoldMask : gram;
            uint hash = Hash(marked);
            _filter[hash >> 5] |= 1U << (int)(hash & 31);
            uint second = SecondHash(marked);
            _second[second >> 5] |= 1U << (int)(second & 31);
        }
    }

#if NET
    [System.Runtime.CompilerServices.MethodImpl(System.Runtime.CompilerServices.MethodImplOptions.AggressiveOptimization)]
#endif
    private void Dispatch(ScanContext context, int position, uint gram)
    {
        uint second = SecondHash(gram);
        if ((_second[second >> 5] >> (int)(second & 31) & 1) != 0)
        {
            Chain(context, position, gram);
            Chain(context, position, gram | 0xFF000000);
        }
    }

#if NET
    [System.Runtime.CompilerServices.MethodImpl(System.Runtime.CompilerServices.MethodImplOptions.AggressiveOptimization)]
#endif
    private void Chain(ScanContext context, int position, uint gram)
    {
        for (int i = _heads[Head(gram)]; i != 0; i = _next[i])
        {
            if (_grams[i] != gram)
            {
                continue;
            }

            ref readonly Entry entry = ref _entries[i];
            int start = position - entry.Offset;
            if (start >= 0 && start + entry.Literal.Length <= context.Length
                && Equal(context.Text.Slice(start, entry.Literal.Length), entry.Literal, entry.IgnoreCase))
            {
                entry.Matcher.Examine(context, start, entry.Signature);
            }
        }
    }

#if NET
    [System.Runtime.CompilerServices.MethodImpl(System.Runtime.CompilerServices.MethodImplOptions.AggressiveOptimization)]
#endif
    private static bool Equal(ReadOnlySpan<byte> text, byte[] literal, bool ignoreCase)
    {
        if (!ignoreCase)
        {
            return text.SequenceEqual(literal);
        }

        for (int i = 0; i < literal.Length; i++)
        {
            if (Ascii.ToLower(text[i]) != Ascii.ToLower(literal[i]))
            {
                return false;
            }
        }

        return true;
    }

    private readonly struct Entry(int offset, byte[] literal, bool ignoreCase, Matcher matcher, int signature)
    {
        public readonly int Offset = offset;
        public readonly byte[] Literal = literal;
        public readonly bool IgnoreCase = ignoreCase;
        public readonly Matcher Matcher = matcher;
        public readonly int Signature = signature;
    }
}
