using System.Text;

namespace SecretGuard.Rules.Checksums;

/// <summary>
/// GitLab's routable tokens end with a dot, the length of the payload in two digits of base 36, and in seven more the CRC-32 of
/// everything before them. Source: GitLab's design document on routable tokens.
/// </summary>
/// <param name="prefixLength">Bytes before the payload.</param>
internal sealed class GitLabRoutableChecksum(int prefixLength) : Checksum
{
    private const string Digits = "0123456789abcdefghijklmnopqrstuvwxyz";
    private const int LengthDigits = 2;
    private const int SumDigits = 7;

    public override Validity Check(ReadOnlySpan<byte> token)
    {
        int sumStart = token.Length - SumDigits;
        Span<byte> expected = stackalloc byte[LengthDigits + SumDigits];
        Write((uint)PayloadLength(token), expected.Slice(0, LengthDigits));
        Write(Crc32.Of(token.Slice(0, sumStart)), expected.Slice(LengthDigits));
        return token.EndsWith(expected) ? Validity.Valid : Validity.Invalid;
    }

    public override string Seal(string sample)
    {
        byte[] token = Encoding.ASCII.GetBytes(sample);
        int sumStart = token.Length - SumDigits;
        Write((uint)PayloadLength(token), token.AsSpan(sumStart - LengthDigits, LengthDigits));
        Write(Crc32.Of(token.AsSpan(0, sumStart)), token.AsSpan(sumStart));
        return Encoding.ASCII.GetString(token);
    }

    private int PayloadLength(ReadOnlySpan<byte> token) => Math.Max(0, token.Slice(prefixLength).IndexOf((byte)'.'));

    private static void Write(uint number, Span<byte> digits)
    {
        for (int i = digits.Length - 1; i >= 0; i--)
        {
            digits[i] = (byte)Digits[(int)(number % 36)];
            number /= 36;
        }
    }
}
