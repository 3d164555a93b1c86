using System.Text;
using SecretGuard.Rules;

namespace SecretGuard.Detection;

/// <summary>
/// Finds every place of many literals in one pass. Three folded bytes of each literal are hashed into an 8 KB bit filter that stays in
/// the first-level cache; a 64-bit load serves six positions, and only a hit in the filter is looked at further. The cost does not
/// grow with the number of literals until the filter fills.
/// </summary>
internal sealed class SignatureIndex
{
    private const int FilterBits = 16;
    private const uint Multiplier = 0x9E3779B1;
    private const ulong FoldMask = 0x2020202020202020;

    // Bytes from the most to the least frequent in source text; what is not listed is rarer still.
    private const string Frequent = " etaoinsrlcdu-mpg./hfbyv=\"(),;:1203xwk";

    private readonly uint[] _filter = new uint[1 << (FilterBits - 5)];
    private readonly int[] _heads = new int[1 << 12];
    private readonly Entry[] _entries;

    public SignatureIndex(IReadOnlyList<Matcher> matchers)
    {
        var entries = new List<Entry> { default };
        foreach (Matcher matcher in matchers)
        {
            for (int i = 0; i < matcher.Signatures.Count; i++)
            {
                Signature signature = matcher.Signatures[i];
                byte[] literal = Encoding.ASCII.GetBytes(signature.Literal);
                (uint gram, int offset) = RarestGram(literal);
                uint hash = Hash(gram);
                _filter[hash >> 5] |= 1U << (int)(hash & 31);
                ref int head = ref _heads[hash & (uint)(_heads.Length - 1)];
                entries.Add(new Entry(gram, offset, literal, signature.IgnoreCase, matcher, i, head));
                head = entries.Count - 1;
            }
        }

        _entries = [.. entries];
    }

    /// <summary>Calls every matcher at every place of its signatures, in the order of the text.</summary>
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
                    uint gram = (uint)((*(ulong*)(text + position) | FoldMask) & 0xFFFFFF);
                    Dispatch(context, position, gram);
                    position++;
                }
            }

            for (; position + SignatureIndexLimits.GramLength <= length; position++)
            {
                uint gram = Fold(text[position], text[position + 1], text[position + 2]);
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
            ulong eight = *(ulong*)(text + position) | FoldMask;
            uint h0 = ((uint)eight & 0xFFFFFF) * Multiplier >> (32 - FilterBits);
            uint h1 = ((uint)(eight >> 8) & 0xFFFFFF) * Multiplier >> (32 - FilterBits);
            uint h2 = ((uint)(eight >> 16) & 0xFFFFFF) * Multiplier >> (32 - FilterBits);
            uint h3 = ((uint)(eight >> 24) & 0xFFFFFF) * Multiplier >> (32 - FilterBits);
            uint h4 = ((uint)(eight >> 32) & 0xFFFFFF) * Multiplier >> (32 - FilterBits);
            uint h5 = (uint)(eight >> 40) * Multiplier >> (32 - FilterBits);
            uint b0 = filter[h0 >> 5] >> (int)(h0 & 31) & 1;
            uint b1 = filter[h1 >> 5] >> (int)(h1 & 31) & 1;
            uint b2 = filter[h2 >> 5] >> (int)(h2 & 31) & 1;
            uint b3 = filter[h3 >> 5] >> (int)(h3 & 31) & 1;
            uint b4 = filter[h4 >> 5] >> (int)(h4 & 31) & 1;
            uint b5 = filter[h5 >> 5] >> (int)(h5 & 31) & 1;
            if ((b0 | b1 | b2 | b3 | b4 | b5) != 0)
            {
                return position + (b0 != 0 ? 0 : b1 != 0 ? 1 : b2 != 0 ? 2 : b3 != 0 ? 3 : b4 != 0 ? 4 : 5);
            }

            position += 6;
        }

        return position;
    }

    private static uint Hash(uint gram) => gram * Multiplier >> (32 - FilterBits);

    private static uint Fold(byte a, byte b, byte c) => (uint)((a | 0x20) | (b | 0x20) << 8 | (c | 0x20) << 16) & 0xFFFFFF;

    private static (uint Gram, int Offset) RarestGram(byte[] literal)
    {
        if (literal.Length < SignatureIndexLimits.GramLength)
        {
            throw new ArgumentException($"the signature '{Encoding.ASCII.GetString(literal)}' is shorter than {SignatureIndexLimits.GramLength} bytes", nameof(literal));
        }

        int best = 0, bestScore = -1;
        for (int i = 0; i + SignatureIndexLimits.GramLength <= literal.Length; i++)
        {
            int score = 0;
            for (int j = i; j < i + SignatureIndexLimits.GramLength; j++)
            {
                int rank = Frequent.IndexOf(char.ToLowerInvariant((char)literal[j]));
                score += rank < 0 ? 60 : rank;
            }

            if (score > bestScore)
            {
                (best, bestScore) = (i, score);
            }
        }

        return (Fold(literal[best], literal[best + 1], literal[best + 2]), best);
    }

    private void Dispatch(ScanContext context, int position, uint gram)
    {
        for (int i = _heads[Hash(gram) & (uint)(_heads.Length - 1)]; i != 0; i = _entries[i].Next)
        {
            ref readonly Entry entry = ref _entries[i];
            int start = position - entry.Offset;
            if (entry.Gram == gram && start >= 0 && start + entry.Literal.Length <= context.Length
                && Equal(context.Text.Slice(start, entry.Literal.Length), entry.Literal, entry.IgnoreCase))
            {
                entry.Matcher.Examine(context, start, entry.Signature);
            }
        }
    }

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

    private readonly struct Entry(uint gram, int offset, byte[] literal, bool ignoreCase, Matcher matcher, int signature, int next)
    {
        public readonly uint Gram = gram;
        public readonly int Offset = offset;
        public readonly byte[] Literal = literal;
        public readonly bool IgnoreCase = ignoreCase;
        public readonly Matcher Matcher = matcher;
        public readonly int Signature = signature;
        public readonly int Next = next;
    }
}
