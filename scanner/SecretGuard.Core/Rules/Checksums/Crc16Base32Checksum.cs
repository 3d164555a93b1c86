using System.Text;

namespace SecretGuard.Rules.Checksums;

/// <summary>
/// Base 32 (RFC 4648) whose last two bytes are the CRC-16 (polynomial 0x1021, from zero) of those before them, low byte first.
/// Sources: StrKey of Stellar (SEP 23) and the NKeys library of NATS.
/// </summary>
/// <param name="bytes">Bytes of the whole token, the sum included.</param>
internal sealed class Crc16Base32Checksum(int bytes) : Checksum
{
    private const string Digits = "ABCDEFGHIJKLMNOPQRSTUVWXYZ234567";
    private const int SumLength = 2;

    /// <inheritdoc/>
    public override Validity Check(ReadOnlySpan<byte> token)
    {
        byte[] decoded = Decode(token);
        ushort crc = Of(decoded.AsSpan(0, bytes - SumLength));
        return decoded[bytes - 2] == (byte)crc && decoded[bytes - 1] == crc >> 8 ? Validity.Valid : Validity.Invalid;
    }

    /// <inheritdoc/>
    public override string Seal(string sample)
    {
        byte[] decoded = Decode(Encoding.ASCII.GetBytes(sample));
        ushort crc = Of(decoded.AsSpan(0, bytes - SumLength));
        decoded[bytes - 2] = (byte)crc;
        decoded[bytes - 1] = (byte)(crc >> 8);
        var token = new StringBuilder(sample.Length);
        for (int bit = 0; bit < sample.Length * 5; bit += 5)
        {
            int pair = decoded[bit / 8] << 8 | (bit / 8 + 1 < bytes ? decoded[bit / 8 + 1] : 0);
            token.Append(Digits[pair >> (11 - bit % 8) & 31]);
        }

        return token.ToString();
    }

    private static ushort Of(ReadOnlySpan<byte> data)
    {
        int crc = 0;
        foreach (byte value in data)
        {
            crc ^= value << 8;
            for (int bit = 0; bit < 8; bit++)
            {
                crc = (crc & 0x8000) != 0 ? crc << 1 ^ 0x1021 : crc << 1;
            }
        }

        return (ushort)crc;
    }

    private byte[] Decode(ReadOnlySpan<byte> token)
    {
        var decoded = new byte[bytes];
        int held = 0, count = 0, at = 0;
        foreach (byte digit in token)
        {
            held = (held << 5 | Math.Max(0, Digits.IndexOf((char)digit))) & 0xFFFF;
            count += 5;
            if (count >= 8 && at < bytes)
            {
                count -= 8;
                decoded[at++] = (byte)(held >> count);
            }
        }

        return decoded;
    }
}
