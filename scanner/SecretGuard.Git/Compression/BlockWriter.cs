using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;

namespace SecretGuard.Git.Compression;

/// <summary>Writes what compressed blocks say. Nothing is written outside of the target, and nothing read before its start.</summary>
internal unsafe ref struct BlockWriter(byte* start, byte* end)
{
    /// <summary>A code for a distance has at most 15 bits, and 13 extra bits.</summary>
    private const int MostDistanceBits = 28;

    /// <summary>More than two literals and the longest repetition, with what is written too much.</summary>
    private const int MostWritten = 320;

    /// <summary>What is read ahead for one symbol.</summary>
    private const int MostRead = 2 * sizeof(ulong);

    private readonly byte* _start = start;

    public byte* Next = start;
    public readonly byte* End = end;

    /// <summary>Decodes one block (RFC 1951, section 3.2.3).</summary>
    public InflateOutcome Decode(ref BitReader reader, HuffmanTable lengthTable, HuffmanTable distanceTable)
    {
        fixed (uint* lengths = lengthTable.Entries, distances = distanceTable.Entries)
        {
            uint lengthMask = (1u << lengthTable.Bits) - 1, distanceMask = (1u << distanceTable.Bits) - 1;
            return DecodeInside(ref reader, lengths, lengthMask, distances, distanceMask) ?? DecodeToEnd(ref reader, lengths, lengthMask, distances, distanceMask);
        }
    }

    /// <summary>Decodes as long as whatever a symbol says has room, so that only its distance need be checked; null where it has none. The hot loop: all that it needs is held in locals.</summary>
    private InflateOutcome? DecodeInside(ref BitReader source, uint* lengths, uint lengthMask, uint* distances, uint distanceMask)
    {
        BitReader reader = source;
        byte* next = Next;
        InflateOutcome? outcome = null;
        while (End - next >= MostWritten && reader.End - reader.Next >= MostRead)
        {
            reader.RefillInside();
            uint entry = AfterLiterals(ref reader, lengths, lengthMask, ref next);
            if ((entry & HuffmanTable.Literal) != 0)
            {
                WriteLiteral(ref reader, entry, ref next);
                continue;
            }

            if ((entry & (HuffmanTable.End | HuffmanTable.Invalid)) != 0)
            {
                Skip(ref reader, entry);
                outcome = (entry & HuffmanTable.End) != 0 ? InflateOutcome.Done : InflateOutcome.Bad;
                break;
            }

            int length = (int)Value(ref reader, entry);
            int distance = Distance(ref reader, distances, distanceMask);
            if (distance > next - _start)
            {
                outcome = InflateOutcome.Bad;
                break;
            }

            RepeatInside(next, distance, length);
            next += length;
        }

        Next = next;
        source = reader;
        return outcome;
    }

    /// <summary>Decodes the rest, where the target or the source may end at any symbol.</summary>
    private InflateOutcome DecodeToEnd(ref BitReader source, uint* lengths, uint lengthMask, uint* distances, uint distanceMask)
    {
        BitReader reader = source;
        byte* next = Next;
        InflateOutcome outcome = InflateOutcome.Bad;
        while (true)
        {
            reader.Refill();
            uint entry = lengths[(uint)reader.Bits & lengthMask];
            entry = (entry & HuffmanTable.Second) != 0 ? Follow(ref reader, lengths, entry) : entry;
            if ((entry & HuffmanTable.Literal) != 0 && next < End)
            {
                WriteLiteral(ref reader, entry, ref next);
                continue;
            }

            if ((entry & (HuffmanTable.Literal | HuffmanTable.End | HuffmanTable.Invalid)) != 0)
            {
                Skip(ref reader, entry);
                outcome = (entry & HuffmanTable.Literal) != 0 ? InflateOutcome.Full : (entry & HuffmanTable.End) != 0 ? InflateOutcome.Done : InflateOutcome.Bad;
                break;
            }

            int length = (int)Value(ref reader, entry);
            int distance = Distance(ref reader, distances, distanceMask);
            if (distance > next - _start || reader.IsExhausted)
            {
                break;
            }

            int room = (int)Math.Min(End - next, length);
            Repeat(next, distance, room);
            next += room;
            if (room < length)
            {
                outcome = InflateOutcome.Full;
                break;
            }
        }

        Next = next;
        source = reader;
        return outcome;
    }

    /// <summary>Writes up to two literals, which leaves enough of 56 bits for the length that may follow; the entry behind them.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static uint AfterLiterals(ref BitReader reader, uint* lengths, uint mask, ref byte* next)
    {
        uint entry = lengths[(uint)reader.Bits & mask];
        if ((entry & HuffmanTable.Literal) != 0)
        {
            WriteLiteral(ref reader, entry, ref next);
            entry = lengths[(uint)reader.Bits & mask];
            if ((entry & HuffmanTable.Literal) != 0)
            {
                WriteLiteral(ref reader, entry, ref next);
                entry = lengths[(uint)reader.Bits & mask];
            }
        }

        return (entry & HuffmanTable.Second) != 0 ? Follow(ref reader, lengths, entry) : entry;
    }

    /// <summary>The distance that stands next; one that reaches before every start where there is none.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static int Distance(ref BitReader reader, uint* distances, uint mask)
    {
        if (reader.Count < MostDistanceBits)
        {
            reader.Refill();
        }

        uint entry = distances[(uint)reader.Bits & mask];
        entry = (entry & HuffmanTable.Second) != 0 ? Follow(ref reader, distances, entry) : entry;
        return (entry & HuffmanTable.Invalid) != 0 ? int.MaxValue : (int)Value(ref reader, entry);
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static void WriteLiteral(ref BitReader reader, uint entry, ref byte* next)
    {
        *next++ = (byte)(entry >> 16);
        Skip(ref reader, entry);
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static void Skip(ref BitReader reader, uint entry)
    {
        // A shift takes the lowest six bits only, and no entry takes more than 48.
        reader.Bits >>= (int)entry;
        reader.Count -= (int)(entry & 0xFF);
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static uint Follow(ref BitReader reader, uint* table, uint entry)
    {
        Skip(ref reader, entry);
        uint mask = (1u << (int)((entry >> 8) & 0x0F)) - 1;
        return table[(entry >> 16) + ((uint)reader.Bits & mask)];
    }

    /// <summary>The length or distance that an entry and its extra bits say.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static uint Value(ref BitReader reader, uint entry)
    {
        ulong bits = reader.Bits & ((1UL << (int)entry) - 1);
        Skip(ref reader, entry);
        return (entry >> 16) + (uint)(bits >> (int)((entry >> 8) & 0x0F));
    }

    /// <summary>Writes again what was written a distance before; the two may overlap. Up to 15 bytes too many: they are written over.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static void RepeatInside(byte* to, int distance, int length)
    {
        byte* from = to - distance;
        byte* stop = to + length;
        if (distance >= Vector128<byte>.Count)
        {
            do
            {
                Vector128.Store(Vector128.Load(from), to);
                from += Vector128<byte>.Count;
                to += Vector128<byte>.Count;
            }
            while (to < stop);
        }
        else if (distance >= sizeof(ulong))
        {
            do
            {
                Unsafe.WriteUnaligned(to, Unsafe.ReadUnaligned<ulong>(from));
                from += sizeof(ulong);
                to += sizeof(ulong);
            }
            while (to < stop);
        }
        else
        {
            Repeat(to, distance, length);
        }
    }

    /// <summary>As <see cref="RepeatInside"/>, and not a byte too many.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static void Repeat(byte* to, int distance, int length)
    {
        byte* stop = to + length;
        if (distance == 1)
        {
            // Not as a block, which a runtime has to compile first.
            ulong eight = to[-1] * 0x0101010101010101UL;
            for (; stop - to >= sizeof(ulong); to += sizeof(ulong))
            {
                Unsafe.WriteUnaligned(to, eight);
            }
        }

        for (; to < stop; to++)
        {
            *to = to[-distance];
        }
    }
}
