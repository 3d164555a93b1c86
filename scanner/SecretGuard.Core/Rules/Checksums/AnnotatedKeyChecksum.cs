using System.Text;

namespace SecretGuard.Rules.Checksums;

/// <summary>
/// Microsoft's common annotated security keys (84 or 88 characters): the characters after the 80th are a Marvin32 sum of the 60 bytes
/// that the first 80 stand for, its four bytes in base 62, filled up with 0 at the end. Source: Microsoft's published library.
/// </summary>
internal sealed class AnnotatedKeyChecksum : Checksum
{
    private const string Digits = "0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz";
    private const int DataLength = 80;
    private const int ShortSumLength = 4;
    private const int SumLength = 6;
    private const ulong Seed = 0x44656661756C7430; // "Default0"

    public override Validity Check(ReadOnlySpan<byte> token)
    {
        byte[]? data = token.Length > DataLength ? Base64Text.Decode(token.Slice(0, DataLength)) : null;
        if (data is null)
        {
            return Validity.Invalid;
        }

        ReadOnlySpan<byte> sum = Sum(data);
        ReadOnlySpan<byte> there = Base64Text.WithoutPadding(token.Slice(DataLength));
        return there.Length is ShortSumLength or SumLength && sum.StartsWith(there) ? Validity.Valid : Validity.Invalid;
    }

    public override string Seal(string sample)
    {
        string head = sample.Substring(0, DataLength);
        byte[] data = Base64Text.Decode(Encoding.ASCII.GetBytes(head)) ?? throw new FormatException("the sample is no base 64");
        string sum = Encoding.ASCII.GetString(Sum(data));
        return sample.Length == DataLength + ShortSumLength ? head + sum.Substring(0, ShortSumLength) : head + sum + "==";
    }

    private static byte[] Sum(byte[] data)
    {
        uint hash = Marvin32.Of(data, Seed);

        // The issuer converts the bytes in memory order, so the least significant byte leads; a zero byte in front becomes a 0 in front.
        uint number = hash << 24 | (hash & 0xFF00) << 8 | (hash >> 8 & 0xFF00) | hash >> 24;
        var text = new StringBuilder();
        for (uint rest = number; rest > 0; rest /= 62)
        {
            text.Insert(0, Digits[(int)(rest % 62)]);
        }

        for (uint rest = hash; rest != 0 && (rest & 0xFF) == 0; rest >>= 8)
        {
            text.Insert(0, '0');
        }

        return Encoding.ASCII.GetBytes(text.ToString().PadRight(SumLength, '0').Substring(0, SumLength));
    }
}
