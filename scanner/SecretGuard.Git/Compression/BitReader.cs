using System.Buffers.Binary;
using System.Runtime.CompilerServices;

namespace SecretGuard.Git.Compression;

/// <summary>Bits of a byte sequence, lowest first (RFC 1951, section 3.1.1). Behind the end stand zeros.</summary>
/// <remarks>A local one is held in registers: the step that is rare is not inlined, and takes and gives it by value.</remarks>
internal unsafe ref struct BitReader(byte* next, byte* end)
{
    /// <summary>The byte to be read next; behind the end it goes on counting.</summary>
    public byte* Next = next;

    public readonly byte* End = end;

    /// <summary>Bits that were read ahead; those above <see cref="Count"/> are right too, or zero.</summary>
    public ulong Bits;

    /// <summary>How many of <see cref="Bits"/> may be taken.</summary>
    public int Count;

    /// <summary>Whether bits were taken that are not there.</summary>
    public readonly bool IsExhausted => Next - (Count >> 3) > End;

    /// <summary>Makes at least 56 bits ready.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public void Refill()
    {
        if (End - Next >= sizeof(ulong))
        {
            RefillInside();
        }
        else
        {
            this = RefilledAtEnd(this);
        }
    }

    /// <summary>As <see cref="Refill"/>, where eight bytes at least are left.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public void RefillInside()
    {
        ulong ahead = Unsafe.ReadUnaligned<ulong>(Next);
        Bits |= (BitConverter.IsLittleEndian ? ahead : BinaryPrimitives.ReverseEndianness(ahead)) << Count;
        Next += (63 - Count) >> 3;
        Count |= 56;
    }

    /// <summary>Takes up to 32 of the bits that are ready.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public uint Take(int count)
    {
        uint taken = (uint)(Bits & ((1UL << count) - 1));
        Bits >>= count;
        Count -= count;
        return taken;
    }

    /// <summary>Goes back to the first byte of which no bit was taken, and forgets what was read ahead.</summary>
    /// <returns>False where that lies behind the end.</returns>
    public bool AlignToByte()
    {
        Next -= Count >> 3;
        Bits = 0;
        Count = 0;
        return Next <= End;
    }

    [MethodImpl(MethodImplOptions.NoInlining)]
    private static BitReader RefilledAtEnd(BitReader reader)
    {
        while (reader.Count <= 56)
        {
            if (reader.Next < reader.End)
            {
                reader.Bits |= (ulong)*reader.Next << reader.Count;
            }

            reader.Next++;
            reader.Count += 8;
        }

        return reader;
    }
}
