using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;

namespace SecretGuard.Git.Compression;

/// <summary>Writes what compressed blocks say. Nothing is written outside of the target, and nothing read before its start.</summary>
internal unsafe ref struct BlockWriter(byte* start, byte* end)
{
    /// <summary>A code for a distance has at most 15 bits, and 13 extra bits.</summary>
    private const int MostDistanceBits = 28;

    private readonly byte* _start = start;

    public byte* Next = start;
    public readonly byte* End = end;

    /// <summary>Decodes one block (RFC 1951, section 3.2.3): the hot loop, so all that it needs is held in locals.</summary>
    public InflateOutcome Decode(ref BitReader source, HuffmanTable lengthTable, HuffmanTable distanceTable)
    {
        BitReader reader = source;
        byte* next = Next;
        InflateOutcome outcome = InflateOutcome.Bad;
        fixed (uint* lengths = lengthTable.Entries, distances = distanceTable.Entries)
        {
            uint lengthMask = (1u << lengthTable.Bits) - 1;
            uint distanceMask = (1u << distanceTable.Bits) - 1;
            while (true)
            {
                reader.Refill();
                uint entry = AfterLiterals(ref reader, lengths, lengthMask, ref next);
                if ((entry & (HuffmanTable.Literal | HuffmanTable.End | HuffmanTable.Invalid)) != 0)
                {
                    if ((entry & HuffmanTable.Literal) != 0 && next < End)
                    {
                        *next++ = (byte)(entry >> 16);
                        Skip(ref reader, entry);
                        continue;
                    }

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
                Repeat(next, distance, room, End);
                next += room;
                if (room < length)
                {
                    outcome = InflateOutcome.Full;
                    break;
                }
            }
        }

        Next = next;
        source = reader;
        return outcome;
    }

    /// <summary>Writes up to two literals, which leaves enough of 56 bits for the length that may follow; the entry behind them.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private readonly uint AfterLiterals(ref BitReader reader, uint* lengths, uint mask, ref byte* next)
    {
        uint entry = lengths[(uint)reader.Bits & mask];
        if ((entry & HuffmanTable.Literal) != 0 && End - next > 2)
        {
            *next++ = (byte)(entry >> 16);
            Skip(ref reader, entry);
            entry = lengths[(uint)reader.Bits & mask];
            if ((entry & HuffmanTable.Literal) != 0)
            {
                *next++ = (byte)(entry >> 16);
                Skip(ref reader, entry);
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

    /// <summary>Writes again what was written a distance before; the two may overlap.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static void Repeat(byte* to, int distance, int length, byte* end)
    {
        byte* from = to - distance;
        byte* stop = to + length;
        if (distance >= Vector128<byte>.Count && end - stop >= Vector128<byte>.Count)
        {
            // What is written too much is written over.
            do
            {
                Vector128.Store(Vector128.Load(from), to);
                from += Vector128<byte>.Count;
                to += Vector128<byte>.Count;
            }
            while (to < stop);
        }
        else if (distance == 1)
        {
            Unsafe.InitBlockUnaligned(to, *from, (uint)length);
        }
        else
        {
            while (to < stop)
            {
                *to++ = *from++;
            }
        }
    }
}
