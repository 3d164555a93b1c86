using System.Globalization;
using System.Text;

namespace SecretGuard.Rules.Checksums;

/// <summary>
/// The last eight characters are the CRC-32 of everything before them, in upper-case hexadecimal: Atlassian's and Bitbucket's tokens.
/// </summary>
internal sealed class HexCrc32Checksum : Checksum
{
    private const int SumLength = 8;

    public override Validity Check(ReadOnlySpan<byte> token)
    {
        ReadOnlySpan<byte> head = token.Slice(0, token.Length - SumLength);
        return token.EndsWith(Sum(head)) ? Validity.Valid : Validity.Invalid;
    }

    public override string Seal(string sample)
    {
        string head = sample.Substring(0, sample.Length - SumLength);
        return head + Encoding.ASCII.GetString(Sum(Encoding.ASCII.GetBytes(head)));
    }

    private static byte[] Sum(ReadOnlySpan<byte> head) =>
        Encoding.ASCII.GetBytes(Crc32.Of(head).ToString("X8", CultureInfo.InvariantCulture));
}
