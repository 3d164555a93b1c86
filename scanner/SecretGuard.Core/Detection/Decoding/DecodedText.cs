namespace SecretGuard.Detection.Decoding;

/// <summary>
/// What an encoded stretch says, and which bytes of the stretch say it. Filled from front to back; one instance serves many stretches.
/// </summary>
internal sealed class DecodedText
{
    private readonly List<Piece> _pieces = [];
    private int _sourceEnd;

    /// <summary>The buffer; the first <see cref="Length"/> bytes count.</summary>
    public byte[] Bytes { get; private set; } = new byte[256];

    /// <summary>Bytes of decoded text.</summary>
    public int Length { get; private set; }

    /// <summary>The decoded text.</summary>
    public ReadOnlySpan<byte> Text => new(Bytes, 0, Length);

    /// <summary>Forgets the text.</summary>
    public void Clear()
    {
        (Length, _sourceEnd) = (0, 0);
        _pieces.Clear();
    }

    /// <summary>Adds what stands in the source as it is.</summary>
    public void Copy(ReadOnlySpan<byte> text, int source)
    {
        AddPiece(source, 1, 1);
        text.CopyTo(Reserve(text.Length));
        Commit(text.Length, source + text.Length);
    }

    /// <summary>Adds one byte that stands in the source as <paramref name="sourceLength"/> bytes.</summary>
    public void Add(byte value, int source, int sourceLength)
    {
        AddPiece(source, 1, sourceLength);
        Reserve(1)[0] = value;
        Commit(1, source + sourceLength);
    }

    /// <summary>Adds an escaped character so that it closes no literal around it: quotes and backslashes keep a backslash.</summary>
    public void AddEscaped(byte value, int source, int sourceLength)
    {
        if (value is (byte)'"' or (byte)'\'' or (byte)'\\')
        {
            AddPiece(source, 2, sourceLength);
            Reserve(2)[0] = (byte)'\\';
            Bytes[Length + 1] = value;
            Commit(2, source + sourceLength);
        }
        else
        {
            Add(value, source, sourceLength);
        }
    }

    /// <summary>Declares that the bytes committed next stand in the source at this place, every <paramref name="unit"/> of them as <paramref name="sourceUnit"/> bytes.</summary>
    public void AddPiece(int source, int unit, int sourceUnit)
    {
        if (_pieces.Count > 0)
        {
            Piece last = _pieces[_pieces.Count - 1];
            int bytes = Length - last.Start;
            if (last.Unit == unit && last.SourceUnit == sourceUnit && bytes % unit == 0 && last.Source + (bytes / unit * sourceUnit) == source)
            {
                return;
            }
        }

        _pieces.Add(new Piece(Length, source, unit, sourceUnit));
    }

    /// <summary>Room for the bytes to come.</summary>
    public Span<byte> Reserve(int length)
    {
        if (Bytes.Length - Length < length)
        {
            byte[] larger = new byte[Math.Max(Bytes.Length * 2, Length + length)];
            Text.CopyTo(larger);
            Bytes = larger;
        }

        return Bytes.AsSpan(Length);
    }

    /// <summary>Counts bytes that were written where <see cref="Reserve"/> said. Their source ends at <paramref name="sourceEnd"/>.</summary>
    public void Commit(int length, int sourceEnd)
    {
        Length += length;
        _sourceEnd = sourceEnd;
    }

    /// <summary>Keeps every second byte, each standing as twice as much of the source: UTF-16 of ASCII. The text must be one piece.</summary>
    public void Narrow()
    {
        for (int i = 0; i < Length / 2; i++)
        {
            Bytes[i] = Bytes[(2 * i) + 1] == 0 ? Bytes[2 * i] : (byte)'?';
        }

        Length /= 2;
        Piece piece = _pieces[0];
        _pieces[0] = new Piece(0, piece.Source, piece.Unit, piece.SourceUnit * 2);
    }

    /// <summary>The bytes of the source that say the bytes from <paramref name="start"/> to <paramref name="end"/>; whole escapes and groups of digits.</summary>
    public (int Start, int End) Locate(int start, int end)
    {
        Piece first = PieceAt(start), last = PieceAt(end - 1);
        int from = first.Source + ((start - first.Start) / first.Unit * first.SourceUnit);
        int to = last.Source + (((end - 1 - last.Start) / last.Unit) + 1) * last.SourceUnit;
        return (from, end == Length ? _sourceEnd : Math.Min(to, _sourceEnd));
    }

    private Piece PieceAt(int offset)
    {
        int low = 0, high = _pieces.Count - 1;
        while (low < high)
        {
            int middle = (low + high + 1) / 2;
            (low, high) = _pieces[middle].Start <= offset ? (middle, high) : (low, middle - 1);
        }

        return _pieces[low];
    }

    private readonly struct Piece(int start, int source, int unit, int sourceUnit)
    {
        public readonly int Start = start;
        public readonly int Source = source;
        public readonly int Unit = unit;
        public readonly int SourceUnit = sourceUnit;
    }
}
