using System.Buffers.Binary;

namespace SecretGuard.Rules.Checksums;

/// <summary>The Marvin32 hash, which Microsoft's identifiable keys carry as their checksum.</summary>
internal static class Marvin32
{
    /// <summary>The 32-bit hash: both halves of the state folded into one.</summary>
    public static uint Of(ReadOnlySpan<byte> data, ulong seed)
    {
        uint low = (uint)seed, high = (uint)(seed >> 32);
        while (data.Length >= 4)
        {
            low += BinaryPrimitives.ReadUInt32LittleEndian(data);
            Mix(ref low, ref high);
            data = data.Slice(4);
        }

        // What is left of the data ends with one 0x80 byte, as in other padded hashes.
        uint last = 0x80;
        for (int i = data.Length - 1; i >= 0; i--)
        {
            last = last << 8 | data[i];
        }

        low += last;
        Mix(ref low, ref high);
        Mix(ref low, ref high);
        return low ^ high;
    }

    private static void Mix(ref uint low, ref uint high)
    {
        high ^= low;
        low = RotateLeft(low, 20) + high;
        high = RotateLeft(high, 9) ^ low;
        low = RotateLeft(low, 27) + high;
        high = RotateLeft(high, 19);
    }

    private static uint RotateLeft(uint value, int bits) => value << bits | value >> (32 - bits);
}
