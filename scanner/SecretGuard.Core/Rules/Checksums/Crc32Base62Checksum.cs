using System.Text;

namespace SecretGuard.Rules.Checksums;

/// <summary>
/// The last six characters are the CRC-32 of what stands between the prefix and them, in base 62 (digits, upper case, lower case),
/// padded with 0. Source: GitHub's description of its token formats (2021); npm uses the same.
/// </summary>
/// <param name="prefixLength">Bytes before the part that is summed.</param>
internal sealed class Crc32Base62Checksum(int prefixLength) : Checksum
{
    private const string Digits = "0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz";
    private const int SumLength = 6;

    public override Validity Check(ReadOnlySpan<byte> token)
    {
        Span<byte> sum = stackalloc byte[SumLength];
        Write(Crc32.Of(token.Slice(prefixLength, token.Length - prefixLength - SumLength)), sum);
        return token.EndsWith(sum) ? Validity.Valid : Validity.Invalid;
    }

    public override string Seal(string sample)
    {
        byte[] token = Encoding.ASCII.GetBytes(sample);
        Write(Crc32.Of(token.AsSpan(prefixLength, token.Length - prefixLength - SumLength)), token.AsSpan(token.Length - SumLength));
        return Encoding.ASCII.GetString(token);
    }

    private static void Write(uint crc, Span<byte> digits)
    {
        for (int i = digits.Length - 1; i >= 0; i--)
        {
            digits[i] = (byte)Digits[(int)(crc % 62)];
            crc /= 62;
        }
    }
}
