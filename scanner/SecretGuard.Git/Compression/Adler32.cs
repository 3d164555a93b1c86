using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;

namespace SecretGuard.Git.Compression;

/// <summary>zlib's check sum (RFC 1950, section 8.2).</summary>
internal static class Adler32
{
    private const uint Modulus = 65521;

    /// <summary>As many rows of 16 bytes as columns of 16 bits can hold.</summary>
    private const int MostRows = 256;

    public static uint Compute(ReadOnlySpan<byte> bytes)
    {
        uint low = 1;
        uint high = 0;
        while (bytes.Length >= Vector128<byte>.Count)
        {
            int rows = Math.Min(bytes.Length / Vector128<byte>.Count, MostRows);
            AddRows(bytes[..(rows * Vector128<byte>.Count)], ref low, ref high);
            bytes = bytes[(rows * Vector128<byte>.Count)..];
        }

        foreach (byte value in bytes)
        {
            low += value;
            high += low;
        }

        return ((high % Modulus) << 16) | (low % Modulus);
    }

    /// <summary>
    /// With columns c of rows r, the high sum grows by the low sum once a byte and by every byte as often as bytes follow it:
    /// 16 times the sum over rows of all that came so far in its column, less the column's number times its sum.
    /// </summary>
    private static void AddRows(ReadOnlySpan<byte> bytes, ref uint low, ref uint high)
    {
        Vector128<ushort> lowColumns = default;
        Vector128<ushort> highColumns = default;
        Vector128<uint> soFar = default;
        foreach (Vector128<byte> row in MemoryMarshal.Cast<byte, Vector128<byte>>(bytes))
        {
            (Vector128<ushort> lower, Vector128<ushort> upper) = Vector128.Widen(row);
            lowColumns += lower;
            highColumns += upper;

            // No column exceeds 65280, but two do: they are widened before they are added.
            (Vector128<uint> first, Vector128<uint> second) = Vector128.Widen(lowColumns);
            (Vector128<uint> third, Vector128<uint> fourth) = Vector128.Widen(highColumns);
            soFar += first + second + (third + fourth);
        }

        uint sum = 0;
        uint weighted = 0;
        for (int i = 0; i < Vector128<ushort>.Count; i++)
        {
            sum += (uint)lowColumns[i] + highColumns[i];
            weighted += ((uint)i * lowColumns[i]) + ((uint)(i + Vector128<ushort>.Count) * highColumns[i]);
        }

        ulong grown = high + ((ulong)low * (uint)bytes.Length) + (16 * (ulong)Vector128.Sum(soFar)) - weighted;
        high = (uint)(grown % Modulus);
        low = (low + sum) % Modulus;
    }
}
