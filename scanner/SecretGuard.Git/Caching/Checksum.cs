using System.Buffers.Binary;

namespace SecretGuard.Git.Caching;

/// <summary>
/// Tells what was damaged or cut off from what was written; whoever wants to can make another content with the same. Multiplication to 128 bits, folded, as wyhash
/// does it, twice. The framework's digests load a cryptographic library, which takes a tenth of a short run.
/// </summary>
internal sealed class Checksum
{
    /// <summary>Bytes of one.</summary>
    public const int Length = 16;

    private const ulong FirstFactor = 0xA076_1D64_78BD_642F, SecondFactor = 0xE703_7ED1_A0B4_28DB; // of wyhash

    private ulong _first = SecondFactor;
    private ulong _second = FirstFactor;
    private ulong _bytes;

    /// <summary>The checksum of a text.</summary>
    public static byte[] Of(ReadOnlySpan<byte> text)
    {
        var sum = new Checksum();
        sum.Add(text);
        return sum.Finish();
    }

    /// <summary>Adds a piece: a multiple of eight bytes, but for the last.</summary>
    public void Add(ReadOnlySpan<byte> piece)
    {
        _bytes += (ulong)piece.Length;
        for (; piece.Length >= sizeof(ulong); piece = piece[sizeof(ulong)..])
        {
            Take(BinaryPrimitives.ReadUInt64LittleEndian(piece));
        }

        if (!piece.IsEmpty)
        {
            Span<byte> rest = stackalloc byte[sizeof(ulong)];
            rest.Clear();
            piece.CopyTo(rest);
            Take(BinaryPrimitives.ReadUInt64LittleEndian(rest));
        }
    }

    /// <summary>The checksum of all pieces.</summary>
    public byte[] Finish()
    {
        Take(_bytes);
        byte[] sum = new byte[Length];
        BinaryPrimitives.WriteUInt64LittleEndian(sum, _first);
        BinaryPrimitives.WriteUInt64LittleEndian(sum.AsSpan(sizeof(ulong)), _second);
        return sum;
    }

    private void Take(ulong word)
    {
        _first = KeyedHash.Fold(_first ^ word, FirstFactor) ^ SecondFactor;
        _second = KeyedHash.Fold(_second ^ word, SecondFactor) ^ FirstFactor;
    }
}
