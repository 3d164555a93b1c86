using System.Buffers.Binary;
using System.Runtime.CompilerServices;
using System.Text;
using SecretGuard.Rules;

namespace SecretGuard.Detection;

/// <summary>
/// Finds every place of many literals in one pass. One <see cref="Gram"/> of each literal is entered into a filter, and only what
/// passes it is looked at further. The cost hardly grows with the number of literals until the filter fills.
/// </summary>
internal sealed class SignatureIndex
{
    private const int HeadBits = 12;
    private const int LeastBlocks = 24; // less is done before the fast ways have begun
    private const int LeastCopied = 64;
    private const int ShortLength = SignatureIndexLimits.GramLength;

    private readonly GramFilter _filter = new();

    // Where the candidates of a gram's hash begin; the next one's begin ends them.
    private readonly ushort[] _heads = new ushort[(1 << HeadBits) + 1];
    private readonly Candidate[] _candidates;
    private readonly Entry[] _entries;

    public SignatureIndex(IReadOnlyList<Matcher> matchers)
    {
        _entries = new Entry[matchers.Sum(matcher => matcher.Signatures.Count)];
        int count = 0;
        foreach (Matcher matcher in matchers)
        {
            for (int i = 0; i < matcher.Signatures.Count; i++)
            {
                _entries[count++] = new Entry(matcher.Signatures[i], matcher, i);
            }
        }

        _candidates = new Candidate[_entries.Length];
        Gram[] grams = ChooseGrams();
        foreach (Gram gram in grams)
        {
            _heads[Head(gram.Folded)]++;
        }

        for (int head = 1; head < _heads.Length; head++)
        {
            _heads[head] = checked((ushort)(_heads[head] + _heads[head - 1]));
        }

        // From the last to the first: so each list is filled down to its begin, in the order of the matchers.
        for (int i = _entries.Length - 1; i >= 0; i--)
        {
            _candidates[--_heads[Head(grams[i].Folded)]] = new Candidate(_entries[i], grams[i].Offset, i);
        }
    }

    /// <summary>Calls every matcher at every place of its signatures, in the order of the text.</summary>
    public void Scan(ScanContext context) => Scan(context, new TextRange(0, context.Length));

    /// <summary>As <see cref="Scan(ScanContext)"/>, for signatures that begin in a range.</summary>
    [MethodImpl(HotLoop.Compiled)]
    public unsafe void Scan(ScanContext context, TextRange range)
    {
        int position = range.Start, end = Math.Min(context.Length, range.End + ShortLength);
        fixed (byte* text = context.Buffer)
        {
            for (uint hits; (hits = _filter.NextHits(text, ref position, end, out int size)) != 0; position += size)
            {
                for (; hits != 0; hits &= hits - 1)
                {
                    int at = position + Bits.TrailingZeros(hits);
                    Examine(context, at, GramFilter.Fold(text[at], text[at + 1], text[at + 2], text[at + 3]));
                }
            }

            // The last few places, and all of them where the vectorised ways cannot go.
            for (; position + ShortLength <= end; position++)
            {
                uint gram = GramAt(text, position, context.Length);
                if (_filter.MayContain(gram))
                {
                    Examine(context, position, gram);
                }
            }
        }
    }

    /// <summary>As <see cref="Scan(ScanContext, TextRange)"/>, where the places that the filter lets pass are known.</summary>
    public unsafe void Scan(ScanContext context, TextRange range, GramPlaces places)
    {
        fixed (byte* text = context.Buffer)
        {
            for (int i = places.From(range.Start, 0); i < places.Count && places[i] <= range.End; i++)
            {
                Examine(context, places[i], GramAt(text, places[i], context.Length));
            }
        }
    }

    /// <summary>Notes the places of a text that the filter lets pass.</summary>
    /// <param name="text">The text.</param>
    /// <param name="places">Takes them, and nothing else.</param>
    public void Find(ReadOnlySpan<byte> text, GramPlaces places) => Find(text, source: null, [], places);

    /// <summary>As <see cref="Find(ReadOnlySpan{byte}, GramPlaces)"/>, where those of another text are known.</summary>
    /// <param name="text">The text.</param>
    /// <param name="source">Those of the other one.</param>
    /// <param name="copied">What both have, in the order of this one.</param>
    /// <param name="places">Takes them.</param>
    public unsafe void Find(ReadOnlySpan<byte> text, GramPlaces? source, ReadOnlySpan<CopiedRange> copied, GramPlaces places)
    {
        places.Clear();
        int from = 0, hint = 0;
        fixed (byte* first = text)
        {
            foreach (CopiedRange range in copied)
            {
                // To filter a few bytes takes less than to look up what is known of them. A gram that ends in what follows has to be sought.
                if (range.Length >= LeastCopied)
                {
                    Find(first, text.Length, new TextRange(from, range.Target), places);
                    places.AddCopied(source!, ref hint, range);
                    from = range.Target + range.Length - Gram.Length + 1;
                }
            }

            Find(first, text.Length, new TextRange(from, text.Length), places);
        }
    }

    [MethodImpl(HotLoop.Compiled)]
    private unsafe void Find(byte* text, int length, TextRange range, GramPlaces places)
    {
        int position = range.Start, end = Math.Min(length, range.End + ShortLength - 1);
        for (uint hits; end - position >= LeastBlocks && (hits = _filter.NextHits(text, ref position, end, out int size)) != 0; position += size)
        {
            for (; hits != 0; hits &= hits - 1)
            {
                places.Add(position + Bits.TrailingZeros(hits));
            }
        }

        for (; position + ShortLength <= end; position++)
        {
            if (_filter.MayContain(GramAt(text, position, length)))
            {
                places.Add(position);
            }
        }
    }

    private static unsafe uint GramAt(byte* text, int position, int length) =>
        GramFilter.Fold(text[position], text[position + 1], text[position + 2], position + 3 < length ? text[position + 3] : (byte)0);

    private static int Head(uint gram) => (int)(GramFilter.Hash(gram) >> (32 - HeadBits));

    /// <summary>Chooses a gram for every literal and lets it pass the filter; those that have no choice come first.</summary>
    private Gram[] ChooseGrams()
    {
        var grams = new Gram[_entries.Length];
        foreach (bool hasChoice in new[] { false, true })
        {
            for (int i = 0; i < grams.Length; i++)
            {
                if (_entries[i].Literal.Length > Gram.Length == hasChoice)
                {
                    grams[i] = Gram.Of(_entries[i].Literal, _filter);
                    Mark(grams[i], _entries[i]);
                }
            }
        }

        return grams;
    }

    /// <summary>Lets a literal pass the filter: one of three bytes with every byte that may follow it.</summary>
    private void Mark(Gram gram, in Entry entry)
    {
        if (entry.Literal.Length >= Gram.Length)
        {
            _filter.Add(gram.Folded);
            return;
        }

        for (int fourth = 0; fourth < 256; fourth++)
        {
            if (entry.Next?.Contains((byte)fourth) != false)
            {
                _filter.Add(GramFilter.Fold(entry.Literal[0], entry.Literal[1], entry.Literal[2], (byte)fourth));
            }
        }
    }

    private void Examine(ScanContext context, int position, uint gram)
    {
        Examine(context, position, Head(gram));
        if ((gram | Gram.AnyFourth) != gram)
        {
            Examine(context, position, Head(gram | Gram.AnyFourth));
        }
    }

    [MethodImpl(HotLoop.Compiled)]
    private void Examine(ScanContext context, int position, int head)
    {
        for (int i = _heads[head]; i < _heads[head + 1]; i++)
        {
            ref readonly Candidate candidate = ref _candidates[i];
            if (candidate.MayStandAround(position, context.Text))
            {
                Compare(context, position - candidate.GramAt, in _entries[candidate.Entry]);
            }
        }
    }

    private static void Compare(ScanContext context, int start, in Entry entry)
    {
        if (start >= 0 && start + entry.Literal.Length <= context.Length
            && Equal(context.Text.Slice(start, entry.Literal.Length), entry.Literal, entry.IgnoreCase) && (entry.LooksFar || !context.IsFar))
        {
            context.Stop.ThrowIfCancellationRequested();
            entry.Matcher.Examine(context, start, entry.Signature);
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

    private readonly struct Entry(Signature signature, Matcher matcher, int number)
    {
        public readonly byte[] Literal = Encoding.UTF8.GetBytes(signature.Literal);
        public readonly bool IgnoreCase = signature.IgnoreCase;
        public readonly ByteClass? Next = signature.Next;
        public readonly Matcher Matcher = matcher;
        public readonly bool LooksFar = matcher.LooksFar;
        public readonly int Signature = number;
    }

    /// <summary>Up to eight bytes of a literal around its gram, compared at once: nearly every hit of the filter ends here.</summary>
    private readonly struct Candidate
    {
        public readonly int GramAt;
        public readonly int Entry;
        private readonly int _back;
        private readonly ulong _bytes;
        private readonly ulong _mask;

        public Candidate(Entry entry, int gramAt, int number)
        {
            (GramAt, Entry) = (gramAt, number);
            int start = Math.Max(0, Math.Min(gramAt - 2, entry.Literal.Length - sizeof(ulong)));
            _back = gramAt - start;
            for (int i = 0; i < sizeof(ulong) && start + i < entry.Literal.Length; i++)
            {
                byte value = entry.Literal[start + i];
                _mask |= (entry.IgnoreCase && Ascii.IsLetter(value) ? 0xDFUL : 0xFFUL) << (8 * i);
                _bytes |= (ulong)value << (8 * i);
            }

            _bytes &= _mask;
        }

        /// <summary>Whether the text around its gram, which stands at this position, can be the literal.</summary>
        public bool MayStandAround(int position, ReadOnlySpan<byte> text)
        {
            int start = position - _back;
            return start >= 0 && (start + sizeof(ulong) > text.Length || (BinaryPrimitives.ReadUInt64LittleEndian(text.Slice(start)) & _mask) == _bytes);
        }
    }
}
