using System.Text;

namespace SecretGuard.Rules.Checksums;

/// <summary>
/// The last eight characters, after <c>_</c>, are the CRC-32 of all that stands before the <c>_</c>, as four bytes from the least
/// significant on, in lower-case hex. Source: Grafana's generator of service account tokens.
/// </summary>
internal sealed class Crc32LittleEndianHexChecksum : Checksum
{
    private const string Digits = "0123456789abcdef";
    private const int SumLength = 8;

    public override Validity Check(ReadOnlySpan<byte> token)
    {
        Span<byte> sum = stackalloc byte[SumLength];
        int end = token.Length - SumLength - 1;
        Write(Crc32.Of(token.Slice(0, end)), sum);
        return token[end] == '_' && token.EndsWith(sum) ? Validity.Valid : Validity.Invalid;
    }

    public override string Seal(string sample)
    {
        byte[] token = Encoding.ASCII.GetBytes(sample);
        Write(Crc32.Of(token.AsSpan(0, token.Length - SumLength - 1)), token.AsSpan(token.Length - SumLength));
        return Encoding.ASCII.GetString(token);
    }

    private static void Write(uint crc, Span<byte> digits)
    {
        for (int i = 0; i < digits.Length; i += 2)
        {
            digits[i] = (byte)Digits[(int)(crc >> 4 & 15)];
            digits[i + 1] = (byte)Digits[(int)(crc & 15)];
            crc >>= 8;
        }
    }
}
