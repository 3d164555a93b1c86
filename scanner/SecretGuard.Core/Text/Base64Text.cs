namespace SecretGuard.Text;

/// <summary>
/// Base64 (RFC 4648) as tokens and keys carry it: either alphabet, with or without padding. The frameworks' decoders differ in what
/// they forgive, and a verdict must not depend on the host, so this is one of our own.
/// </summary>
internal static class Base64Text
{
    private const string Alphabet = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/";
    private static readonly sbyte[] Values = MakeValues();

    /// <summary>Whether the byte is a digit of the standard alphabet; padding is none.</summary>
    public static bool IsDigit(byte value) => Values[value] >= 0 && value is not ((byte)'-' or (byte)'_');

    /// <summary>Whether the byte is a digit of the URL-safe alphabet.</summary>
    public static bool IsUrlDigit(byte value) => Values[value] >= 0 && value is not ((byte)'+' or (byte)'/');

    /// <summary>Whether the byte is a digit of either alphabet.</summary>
    public static bool IsAnyDigit(byte value) => Values[value] >= 0;

    /// <summary>Bytes that so many digits stand for.</summary>
    public static int DecodedLength(int digits) => digits / 4 * 3 + Math.Max(0, digits % 4 - 1);

    /// <summary>Digits (without padding) that so many bytes take.</summary>
    public static int EncodedLength(int bytes) => (bytes * 4 + 2) / 3;

    /// <summary>The bytes that the text stands for, or null where it is no Base64, or not the one way to write them.</summary>
    public static byte[]? Decode(ReadOnlySpan<byte> text) => DecodeWhole(text, out bool canonical) is { } bytes && canonical ? bytes : null;

    /// <summary>The bytes that the text stands for, whatever the bits beyond the last byte are; null where it is no Base64.</summary>
    public static byte[]? DecodeLoosely(ReadOnlySpan<byte> text) => DecodeWhole(text, out _);

    /// <summary>Decodes into <paramref name="target"/>, which holds <see cref="DecodedLength"/> bytes; the bytes written, or -1 where the text is no Base64.</summary>
    public static int DecodeInto(ReadOnlySpan<byte> text, Span<byte> target)
    {
        text = WithoutPadding(text);
        return text.Length % 4 == 1 || CountDigits(text) < text.Length ? -1 : Write(text, target, out _);
    }

    /// <summary>Decodes the digits at the start of the text, up to the first byte that is none.</summary>
    public static byte[] DecodeStart(ReadOnlySpan<byte> text) => DecodeDigits(text.Slice(0, CountDigits(text)), out _);

    /// <summary>The text before its <c>=</c> signs.</summary>
    public static ReadOnlySpan<byte> WithoutPadding(ReadOnlySpan<byte> text)
    {
        while (text.Length > 0 && text[text.Length - 1] == '=')
        {
            text = text.Slice(0, text.Length - 1);
        }

        return text;
    }

    /// <summary>URL-safe Base64 without padding.</summary>
    public static string EncodeForUrl(byte[] bytes) =>
        Convert.ToBase64String(bytes).TrimEnd('=').Replace('+', '-').Replace('/', '_');

    private static byte[]? DecodeWhole(ReadOnlySpan<byte> text, out bool canonical)
    {
        canonical = false;
        text = WithoutPadding(text);

        // Six bits make no byte.
        return text.Length % 4 == 1 || CountDigits(text) < text.Length ? null : DecodeDigits(text, out canonical);
    }

    private static int CountDigits(ReadOnlySpan<byte> text)
    {
        int count = 0;
        while (count < text.Length && Values[text[count]] >= 0)
        {
            count++;
        }

        return count;
    }

    private static byte[] DecodeDigits(ReadOnlySpan<byte> digits, out bool canonical)
    {
        var decoded = new byte[DecodedLength(digits.Length)];
        Write(digits, decoded, out canonical);
        return decoded;
    }

    private static int Write(ReadOnlySpan<byte> digits, Span<byte> target, out bool canonical)
    {
        int bits = 0, held = 0, at = 0;
        foreach (byte digit in digits)
        {
            bits = bits << 6 | (byte)Values[digit];
            held += 6;
            if (held >= 8)
            {
                held -= 8;
                target[at++] = (byte)(bits >> held);
                bits &= (1 << held) - 1;
            }
        }

        canonical = bits == 0;
        return at;
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
