using System.Text;
using SecretGuard.Rules;

namespace SecretGuard.Detection;

/// <summary>
/// Finds every place of many literals in one pass. The rarest four folded bytes of each literal are entered into a filter, and only what
/// passes it is looked at further. The cost hardly grows with the number of literals until the filter fills. A literal of three bytes
/// is entered with every fourth byte.
/// </summary>
internal sealed class SignatureIndex
{
    private const int HeadBits = 12;
    private const int ShortLength = SignatureIndexLimits.GramLength;

    private readonly GramFilter _filter = new();

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
                byte[] literal = Encoding.UTF8.GetBytes(signature.Literal);
                (uint gram, int offset) = RarestGram(literal);
                Mark(gram, literal, signature.Next);
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
    public unsafe void Scan(ScanContext context)
    {
        int position = 0;
        fixed (byte* text = context.Buffer)
        {
            for (uint hits; (hits = _filter.NextHits(text, ref position, context.Length, out int size)) != 0; position += size)
            {
                for (; hits != 0; hits &= hits - 1)
                {
                    int at = position + Bits.TrailingZeros(hits);
                    Examine(context, at, GramFilter.Fold(text[at], text[at + 1], text[at + 2], text[at + 3]));
                }
            }

            // The last few places, and all of them where the vectorised ways cannot go.
            for (; position + ShortLength <= context.Length; position++)
            {
                byte fourth = position + 3 < context.Length ? text[position + 3] : (byte)0;
                uint gram = GramFilter.Fold(text[position], text[position + 1], text[position + 2], fourth);
                if (_filter.MayContain(gram))
                {
                    Examine(context, position, gram);
                }
            }
        }
    }

    private static int Head(uint gram) => (int)(GramFilter.Hash(gram) >> (32 - HeadBits));

    private static uint Fold(byte[] literal, int at, byte fourth) => GramFilter.Fold(literal[at], literal[at + 1], literal[at + 2], fourth);

    /// <summary>A short literal's gram stands for every fourth byte; its own chain is kept under a fourth byte of 0xFF.</summary>
    private static (uint Gram, int Offset) RarestGram(byte[] literal)
    {
        if (literal.Length < SignatureIndexLimits.GramLength)
        {
            throw new ArgumentException($"the signature '{Encoding.ASCII.GetString(literal)}' is shorter than {SignatureIndexLimits.GramLength} bytes", nameof(literal));
        }

        if (literal.Length == ShortLength)
        {
            return (Fold(literal, 0, 0xFF), 0);
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

        return (Fold(literal, best, literal[best + 3]), best);
    }

    /// <summary>Lets a literal pass the filter: one of three bytes with every byte that may follow it.</summary>
    private void Mark(uint gram, byte[] literal, ByteClass? next)
    {
        if (literal.Length > ShortLength)
        {
            _filter.Add(gram);
            return;
        }

        for (int fourth = 0; fourth < 256; fourth++)
        {
            if (next?.Contains((byte)fourth) != false)
            {
                _filter.Add(Fold(literal, 0, (byte)fourth));
            }
        }
    }

    private void Examine(ScanContext context, int position, uint gram)
    {
        Chain(context, position, gram);
        uint shortGram = gram | 0xFF000000;
        if (shortGram != gram)
        {
            Chain(context, position, shortGram);
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
                context.Stop.ThrowIfCancellationRequested();
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
