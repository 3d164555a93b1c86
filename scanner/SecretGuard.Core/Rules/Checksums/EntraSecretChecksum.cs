using System.Text;

namespace SecretGuard.Rules.Checksums;

/// <summary>
/// The last three characters of a client secret with the signature <c>8Q~</c> are the first three digits of a Marvin32 sum of what
/// precedes them, in an alphabet of 66 characters. Source: Microsoft's published library for identifiable secrets.
/// Secrets of the signature's first months lack it, so a wrong sum says nothing.
/// </summary>
internal sealed class EntraSecretChecksum : Checksum
{
    private const string Digits = "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ1234567890.-_~";
    private const int SumLength = 3;
    private const ulong Seed = 0x4161645077643030; // "AadPwd00"

    public override bool IsPartial => true;

    public override Validity Check(ReadOnlySpan<byte> token) =>
        token.EndsWith(Sum(token.Slice(0, token.Length - SumLength))) ? Validity.Valid : Validity.Unknown;

    public override string Seal(string sample)
    {
        string head = sample.Substring(0, sample.Length - SumLength);
        return head + Encoding.ASCII.GetString(Sum(Encoding.ASCII.GetBytes(head)));
    }

    private static byte[] Sum(ReadOnlySpan<byte> data)
    {
        var text = new StringBuilder();
        for (uint rest = Marvin32.Of(data, Seed); rest > 0; rest /= (uint)Digits.Length)
        {
            text.Insert(0, Digits[(int)(rest % (uint)Digits.Length)]);
        }

        return Encoding.ASCII.GetBytes(text.ToString(0, Math.Min(SumLength, text.Length)));
    }
}
