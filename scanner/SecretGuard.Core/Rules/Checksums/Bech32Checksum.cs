using System.Text;

namespace SecretGuard.Rules.Checksums;

/// <summary>Bech32 (BIP 173): the last six characters are a BCH code over the readable part before the last <c>1</c> and the data after it.</summary>
internal sealed class Bech32Checksum : Checksum
{
    private const string Digits = "qpzry9x8gf2tvdw0s3jn54khce6mua7l";
    private const int SumLength = 6;
    private static readonly uint[] Generator = [0x3B6A57B2, 0x26508E6D, 0x1EA119FA, 0x3D4233DD, 0x2A1462B3];

    /// <inheritdoc/>
    public override Validity Check(ReadOnlySpan<byte> token)
    {
        int separator = token.LastIndexOf((byte)'1');
        return separator > 0 && token.Length - separator > SumLength && AreDigits(token.Slice(separator + 1)) && Residue(token, separator) == 1
            ? Validity.Valid
            : Validity.Invalid;
    }

    /// <inheritdoc/>
    public override string Seal(string sample)
    {
        byte[] token = Encoding.ASCII.GetBytes(sample);
        int separator = sample.LastIndexOf('1');
        bool upper = sample.Any(char.IsUpper);
        for (int i = token.Length - SumLength; i < token.Length; i++)
        {
            token[i] = (byte)'q'; // zero
        }

        uint sum = Residue(token, separator) ^ 1;
        for (int i = 0; i < SumLength; i++)
        {
            char digit = Digits[(int)(sum >> 5 * (SumLength - 1 - i) & 31)];
            token[token.Length - SumLength + i] = (byte)(upper ? char.ToUpperInvariant(digit) : digit);
        }

        return Encoding.ASCII.GetString(token);
    }

    private static bool AreDigits(ReadOnlySpan<byte> data)
    {
        foreach (byte digit in data)
        {
            if (Digits.IndexOf((char)Lower(digit)) < 0)
            {
                return false;
            }
        }

        return true;
    }

    private static uint Residue(ReadOnlySpan<byte> token, int separator)
    {
        uint sum = 1;
        for (int i = 0; i < separator; i++)
        {
            sum = Step(sum, (uint)Lower(token[i]) >> 5);
        }

        sum = Step(sum, 0);
        for (int i = 0; i < separator; i++)
        {
            sum = Step(sum, (uint)Lower(token[i]) & 31);
        }

        for (int i = separator + 1; i < token.Length; i++)
        {
            sum = Step(sum, (uint)Digits.IndexOf((char)Lower(token[i])) & 31);
        }

        return sum;
    }

    private static uint Step(uint sum, uint value)
    {
        uint top = sum >> 25;
        sum = (sum & 0x1FFFFFF) << 5 ^ value;
        for (int i = 0; i < Generator.Length; i++)
        {
            sum ^= (top >> i & 1) != 0 ? Generator[i] : 0;
        }

        return sum;
    }

    private static byte Lower(byte value) => value is >= (byte)'A' and <= (byte)'Z' ? (byte)(value | 0x20) : value;
}
