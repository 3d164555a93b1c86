using System.Security.Cryptography;
using System.Text;

namespace SecretGuard.Rules.Checksums;

/// <summary>
/// Base58Check of Bitcoin: the last four bytes are the head of the double SHA-256 of those before them. Decoding is quadratic in the
/// length, which the formats keep near a hundred characters.
/// </summary>
/// <param name="bytes">Numbers of bytes that a token may stand for, the sum included.</param>
internal sealed class Base58Checksum(params int[] bytes) : Checksum
{
    private const string Digits = "123456789ABCDEFGHJKLMNPQRSTUVWXYZabcdefghijkmnopqrstuvwxyz";
    private const int SumLength = 4;

    /// <inheritdoc/>
    public override Validity Check(ReadOnlySpan<byte> token)
    {
        foreach (int length in bytes)
        {
            byte[]? decoded = Decode(token, length);
            if (decoded is not null && decoded[0] != 0 && decoded.AsSpan(length - SumLength).SequenceEqual(Sum(decoded, length - SumLength)))
            {
                return Validity.Valid;
            }
        }

        return Validity.Invalid;
    }

    /// <summary>Keeps the leading characters, which hold the version, and replaces the tail.</summary>
    public override string Seal(string sample)
    {
        foreach (int length in bytes)
        {
            byte[]? decoded = Decode(Encoding.ASCII.GetBytes(sample), length);
            if (decoded is not null && decoded[0] != 0)
            {
                Sum(decoded, length - SumLength).CopyTo(decoded.AsSpan(length - SumLength));
                return Encode(decoded);
            }
        }

        throw new ArgumentException("no number of this length", nameof(sample));
    }

    /// <summary>Seals bytes that come without their sum.</summary>
    public static string Encode(ReadOnlySpan<byte> version, ReadOnlySpan<byte> payload)
    {
        byte[] all = [.. version, .. payload, 0, 0, 0, 0];
        Sum(all, all.Length - SumLength).CopyTo(all.AsSpan(all.Length - SumLength));
        return Encode(all);
    }

    private static ReadOnlySpan<byte> Sum(byte[] data, int length)
    {
#if NET
        return SHA256.HashData(SHA256.HashData(data.AsSpan(0, length))).AsSpan(0, SumLength);
#else
        using var hash = SHA256.Create();
        return hash.ComputeHash(hash.ComputeHash(data, 0, length)).AsSpan(0, SumLength);
#endif
    }

    private static byte[]? Decode(ReadOnlySpan<byte> token, int length)
    {
        var decoded = new byte[length];
        foreach (byte value in token)
        {
            int carry = Digits.IndexOf((char)value);
            if (carry < 0)
            {
                return null;
            }

            for (int i = length - 1; i >= 0; i--)
            {
                carry += decoded[i] * 58;
                decoded[i] = (byte)carry;
                carry >>= 8;
            }

            if (carry != 0)
            {
                return null;
            }
        }

        return decoded;
    }

    private static string Encode(byte[] data)
    {
        byte[] number = [.. data];
        var digits = new List<char>();
        for (int start = 0; start < number.Length;)
        {
            int rest = 0;
            for (int i = start; i < number.Length; i++)
            {
                rest = rest << 8 | number[i];
                number[i] = (byte)(rest / 58);
                rest %= 58;
            }

            digits.Add(Digits[rest]);
            while (start < number.Length && number[start] == 0)
            {
                start++;
            }
        }

        digits.Reverse();
        return new string([.. digits]);
    }
}
