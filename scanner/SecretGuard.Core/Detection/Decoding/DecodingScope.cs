using SecretGuard.Findings;

namespace SecretGuard.Detection.Decoding;

/// <summary>
/// Decoding in one text: how deep it lies under other encodings, what may still be decoded, and where each decoder has already read.
/// </summary>
internal sealed class DecodingScope
{
    private const int MaxDepth = 2; // URL-encoded Base64 and Base64 in Base64 occur; more is made to cost time
    private const int LeastText = 12;
    private const int BudgetFactor = 2;
    private const int BudgetBase = 64 * 1024;

    private readonly SignatureIndex _index;
    private readonly Budget _budget;
    private readonly int _depth;
    private DecodingScope? _inner;
    private DecodedText? _decoded;

    /// <summary>The scope of a text that stands as it is.</summary>
    public DecodingScope(SignatureIndex index, int length)
        : this(index, new Budget { Bytes = ((long)length * BudgetFactor) + BudgetBase }, depth: 0)
    {
    }

    private DecodingScope(SignatureIndex index, Budget budget, int depth) => (_index, _budget, _depth) = (index, budget, depth);

    /// <summary>Whether what is found here may be decoded at all.</summary>
    public bool IsOpen => _depth < MaxDepth && _budget.Bytes > 0;

    /// <summary>What a decoder of this text has written. Only one of them works at a time.</summary>
    public DecodedText Decoded => _decoded ??= new();

    /// <summary>The buffer, emptied.</summary>
    public DecodedText Clear()
    {
        Decoded.Clear();
        return Decoded;
    }

    /// <summary>Where the decoder of escapes in strings has already read.</summary>
    public int EscapeCursor { get; set; }

    /// <summary>Where the decoder of character references has already read.</summary>
    public int EntityCursor { get; set; }

    /// <summary>Where the decoder of URLs has already read.</summary>
    public int PercentCursor { get; set; }

    /// <summary>The last literal that was joined to others.</summary>
    public int JoinCursor { get; set; }

    /// <summary>Where the decoder of continued lines has already read.</summary>
    public int ContinuationCursor { get; set; }

    /// <summary>Where the decoder of strings in strings has already read.</summary>
    public int QuoteCursor { get; set; }

    /// <summary>Where the decoder of lists of bytes has already read.</summary>
    public int ByteListCursor { get; set; }

    /// <summary>Looks for secrets in what was decoded, and reports those of at least this confidence at the place of the encoded bytes.</summary>
    public void Scan(ScanContext context, DecodedText decoded, FileSyntax syntax, string encoding, Confidence least = Confidence.Low)
    {
        if (!IsOpen || decoded.Length < LeastText || decoded.Length > _budget.Bytes)
        {
            return;
        }

        _budget.Bytes -= decoded.Length;
        _inner ??= new DecodingScope(_index, _budget, _depth + 1);
        _inner.Rewind();
        var inside = new ScanContext(decoded.Bytes, decoded.Length, context.Path, syntax, _inner, context.Stop);
        _index.Scan(inside);
        Stretches.Scan(inside);
        foreach (Match match in Overlaps.Resolve(inside.Matches))
        {
            if (match.Confidence >= least)
            {
                (int start, int end) = decoded.Locate(match.Start, match.End);
                string reason = match.Reason is null ? "inside " + encoding : $"{match.Reason}, inside {encoding}";
                context.Report(match with { Start = start, Length = end - start, Reason = reason, Encodings = match.Encodings + 1 });
            }
        }
    }

    private void Rewind() => EscapeCursor = EntityCursor = PercentCursor = JoinCursor = ContinuationCursor = ByteListCursor = QuoteCursor = 0;

    private sealed class Budget
    {
        public long Bytes { get; set; }
    }
}
