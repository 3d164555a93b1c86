using System.Runtime.CompilerServices;
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

    private readonly GramFilter _filter;

    // Where the candidates of a gram's hash begin; the next one's begin ends them.
    private readonly ushort[] _heads = new ushort[(1 << HeadBits) + 1];
    private readonly Candidate[] _candidates;
    private readonly IndexedLiteral[] _literals;

    // What is called at a literal; null until it first is.
    private readonly Matcher?[] _matchers;
    private readonly Func<int, Matcher> _make;

    /// <summary>An index of what these matchers want to see.</summary>
    public SignatureIndex(IReadOnlyList<Matcher> matchers)
        : this(matchers, [], new GramFilter())
    {
    }

    /// <summary>An index of literals whose grams are chosen.</summary>
    /// <param name="literals">The literals, in the order of the matchers.</param>
    /// <param name="offsets">Where in each of them its gram begins.</param>
    /// <param name="filter">Lets these grams pass.</param>
    /// <param name="matchers">How many matchers there are.</param>
    /// <param name="make">Makes one of them. May be called twice for one.</param>
    public SignatureIndex(IndexedLiteral[] literals, byte[] offsets, GramFilter filter, int matchers, Func<int, Matcher> make)
    {
        _literals = literals;
        _filter = filter;
        _matchers = new Matcher[matchers];
        _make = make;
        _candidates = new Candidate[literals.Length];
        uint[] grams = new uint[literals.Length];
        for (int i = 0; i < grams.Length; i++)
        {
            grams[i] = Gram.At(literals[i].Bytes, offsets[i]);
            _heads[Head(grams[i])]++;
        }

        for (int head = 1; head < _heads.Length; head++)
        {
            _heads[head] = checked((ushort)(_heads[head] + _heads[head - 1]));
        }

        // From the last to the first: so each list is filled down to its begin, in the order of the matchers.
        for (int i = grams.Length - 1; i >= 0; i--)
        {
            _candidates[--_heads[Head(grams[i])]] = new Candidate(in literals[i], offsets[i], i);
        }
    }

    private SignatureIndex(IReadOnlyList<Matcher> matchers, List<ByteClass?> next, GramFilter filter)
        : this(IndexedLiteral.Of(matchers, next), matchers, next, filter)
    {
    }

    private SignatureIndex(IndexedLiteral[] literals, IReadOnlyList<Matcher> matchers, List<ByteClass?> next, GramFilter filter)
        : this(literals, Gram.Choose(literals, next, filter), filter, matchers.Count, matcher => matchers[matcher])
    {
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
                Compare(context, position - candidate.GramAt, in _literals[candidate.Literal]);
            }
        }
    }

    private void Compare(ScanContext context, int start, in IndexedLiteral literal)
    {
        if (start >= 0 && start + literal.Bytes.Length <= context.Length
            && IsAt(context.Text.Slice(start, literal.Bytes.Length), in literal) && (literal.LooksFar || !context.IsFar))
        {
            context.Stop.ThrowIfCancellationRequested();
            (_matchers[literal.Matcher] ??= _make(literal.Matcher)).Examine(context, start, literal.Signature);
        }
    }

    private static bool IsAt(ReadOnlySpan<byte> text, in IndexedLiteral literal) => literal.IgnoreCase ? AsciiText.AreSame(text, literal.Bytes) : text.SequenceEqual(literal.Bytes);
}
