using System.Buffers.Binary;

namespace SecretGuard.Git.Compression;

/// <summary>How a decompression ended.</summary>
internal enum InflateOutcome
{
    /// <summary>The stream came to its end, and its check sum is right.</summary>
    Done,

    /// <summary>The target is full, and the stream has more.</summary>
    Full,

    /// <summary>The stream is damaged or cut off.</summary>
    Bad,
}

/// <summary>
/// Decompresses zlib streams (RFC 1950 and 1951) from memory to memory. A pack has hundreds of thousands of them, most below a kilobyte:
/// the framework's streams cost more to set up than these to read, and need not know the length beforehand, as a pack does.
/// </summary>
internal sealed unsafe class Inflater
{
    private const int LengthBits = 11;
    private const int DistanceBits = 9;

    [ThreadStatic]
    private static Inflater? s_ofThread;

    private static readonly (HuffmanTable Lengths, HuffmanTable Distances) Fixed = MakeFixed();

    private readonly BlockCodes _codes = new(LengthBits, DistanceBits);

    /// <summary>The one of this thread.</summary>
    public static Inflater OfThread => s_ofThread ??= new Inflater();

    /// <summary>Decompresses one stream.</summary>
    /// <param name="source">The stream; what follows it is not looked at.</param>
    /// <param name="target">Takes the content; may be shorter, where only a beginning is wanted.</param>
    /// <param name="written">How many bytes of the target were written.</param>
    public InflateOutcome Inflate(ReadOnlySpan<byte> source, Span<byte> target, out int written)
    {
        written = 0;
        if (source.Length < 2 || (source[0] & 0x0F) != 8 || source[0] >> 4 > 7 || ((source[0] << 8) | source[1]) % 31 != 0 || (source[1] & 0x20) != 0)
        {
            return InflateOutcome.Bad;
        }

        fixed (byte* sourceStart = source, targetStart = target)
        {
            var reader = new BitReader(sourceStart + 2, sourceStart + source.Length);
            var writer = new BlockWriter(targetStart, targetStart + target.Length);
            InflateOutcome outcome = InflateBlocks(ref reader, ref writer);
            written = (int)(writer.Next - targetStart);
            return outcome != InflateOutcome.Done ? outcome
                : reader.AlignToByte() && reader.End - reader.Next >= sizeof(uint)
                    && BinaryPrimitives.ReadUInt32BigEndian(new ReadOnlySpan<byte>(reader.Next, sizeof(uint))) == Adler32.Compute(target[..written])
                ? InflateOutcome.Done
                : InflateOutcome.Bad;
        }
    }

    private InflateOutcome InflateBlocks(ref BitReader reader, ref BlockWriter writer)
    {
        while (true)
        {
            reader.Refill();
            bool isLast = reader.Take(1) != 0;
            InflateOutcome outcome = reader.Take(2) switch
            {
                0 => CopyStored(ref reader, ref writer),
                1 => writer.Decode(ref reader, Fixed.Lengths, Fixed.Distances),
                2 when _codes.TryRead(ref reader) => writer.Decode(ref reader, _codes.Lengths, _codes.Distances),
                _ => InflateOutcome.Bad,
            };
            if (outcome == InflateOutcome.Bad || reader.IsExhausted)
            {
                return InflateOutcome.Bad;
            }

            if (outcome == InflateOutcome.Full || isLast)
            {
                return outcome;
            }
        }
    }

    private static InflateOutcome CopyStored(ref BitReader reader, ref BlockWriter writer)
    {
        if (!reader.AlignToByte() || reader.End - reader.Next < 4)
        {
            return InflateOutcome.Bad;
        }

        var header = new ReadOnlySpan<byte>(reader.Next, 4);
        int length = BinaryPrimitives.ReadUInt16LittleEndian(header);
        reader.Next += 4;
        if (length != (ushort)~BinaryPrimitives.ReadUInt16LittleEndian(header[2..]))
        {
            return InflateOutcome.Bad;
        }

        int there = (int)Math.Min(length, reader.End - reader.Next);
        int copied = (int)Math.Min(there, writer.End - writer.Next);
        new ReadOnlySpan<byte>(reader.Next, copied).CopyTo(new Span<byte>(writer.Next, copied));
        writer.Next += copied;
        reader.Next += copied;
        return copied < there ? InflateOutcome.Full
            : copied < length ? InflateOutcome.Bad
            : InflateOutcome.Done;
    }

    private static (HuffmanTable Lengths, HuffmanTable Distances) MakeFixed()
    {
        var lengths = new HuffmanTable(LengthBits, DeflateAlphabets.Lengths.Length);
        var distances = new HuffmanTable(DistanceBits, DeflateAlphabets.Distances.Length);
        lengths.TryBuild(DeflateAlphabets.Fixed.Lengths, DeflateAlphabets.Lengths);
        distances.TryBuild(DeflateAlphabets.Fixed.Distances, DeflateAlphabets.Distances);
        return (lengths, distances);
    }
}
