namespace SecretGuard.Detection.KeyMaterial;

/// <summary>Base64 of RFC 4648, the standard and the URL-safe alphabet alike.</summary>
internal static class Base64
{
    private const string Alphabet = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/";
    private static readonly sbyte[] Values = MakeValues();

    /// <summary>Whether the byte is a digit of the standard alphabet; padding is none.</summary>
    public static bool IsDigit(byte value) => Values[value] >= 0 && value is not ((byte)'-' or (byte)'_');

    /// <summary>Whether the byte is a digit of the URL-safe alphabet.</summary>
    public static bool IsUrlDigit(byte value) => Values[value] >= 0 && value is not ((byte)'+' or (byte)'/');

    /// <summary>Bytes that so many digits stand for.</summary>
    public static int DecodedLength(int digits) => digits / 4 * 3 + Math.Max(0, digits % 4 - 1);

    /// <summary>Digits (without padding) that so many bytes take.</summary>
    public static int EncodedLength(int bytes) => (bytes * 4 + 2) / 3;

    /// <summary>Decodes digits of either alphabet up to the first byte that is none.</summary>
    public static byte[] Decode(ReadOnlySpan<byte> digits)
    {
        int count = 0;
        while (count < digits.Length && Values[digits[count]] >= 0)
        {
            count++;
        }

        var decoded = new byte[DecodedLength(count)];
        int bits = 0, held = 0, at = 0;
        for (int i = 0; i < count && at < decoded.Length; i++)
        {
            bits = bits << 6 | (byte)Values[digits[i]];
            held += 6;
            if (held >= 8)
            {
                held -= 8;
                decoded[at++] = (byte)(bits >> held);
                bits &= (1 << held) - 1;
            }
        }

        return decoded;
    }

    private static sbyte[] MakeValues()
    {
        var values = new sbyte[256];
        for (int i = 0; i < values.Length; i++)
        {
            values[i] = (sbyte)Alphabet.IndexOf((char)i);
        }

        values['-'] = 62;
        values['_'] = 63;
        return values;
    }
}
