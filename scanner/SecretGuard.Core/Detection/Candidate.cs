using System.Buffers.Binary;

namespace SecretGuard.Detection;

/// <summary>Up to eight bytes of a literal around its gram, compared at once: nearly every hit of the filter ends here.</summary>
internal readonly struct Candidate
{
    /// <summary>Where the gram begins in the literal.</summary>
    public readonly int GramAt;

    /// <summary>The literal's place among the literals.</summary>
    public readonly int Literal;

    private readonly int _back;
    private readonly ulong _bytes;
    private readonly ulong _mask;

    /// <summary>One of a literal.</summary>
    /// <param name="literal">The literal.</param>
    /// <param name="gramAt">Where its gram begins in it.</param>
    /// <param name="number">Its place among the literals.</param>
    public Candidate(in IndexedLiteral literal, int gramAt, int number)
    {
        (GramAt, Literal) = (gramAt, number);
        int start = Math.Max(0, Math.Min(gramAt - 2, literal.Bytes.Length - sizeof(ulong)));
        _back = gramAt - start;
        for (int i = 0; i < sizeof(ulong) && start + i < literal.Bytes.Length; i++)
        {
            byte value = literal.Bytes[start + i];
            _mask |= (literal.IgnoreCase && Ascii.IsLetter(value) ? 0xDFUL : 0xFFUL) << (8 * i);
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
