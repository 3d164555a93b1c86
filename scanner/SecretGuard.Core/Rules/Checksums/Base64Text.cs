namespace SecretGuard.Rules.Checksums;

/// <summary>
/// Base 64 as tokens carry it: either alphabet, with or without padding. The frameworks' decoders differ in what they forgive,
/// and a verdict must not depend on the host, so this is one of our own.
/// </summary>
internal static class Base64Text
{
    /// <summary>The bytes that the text stands for, or null where it is no base 64, or not the one way to write them.</summary>
    public static byte[]? Decode(ReadOnlySpan<byte> text)
    {
        text = WithoutPadding(text);
        byte[] bytes = new byte[text.Length * 6 / 8];
        int written = 0, bits = 0;
        uint pending = 0;
        foreach (byte digit in text)
        {
            int value = ValueOf(digit);
            if (value < 0)
            {
                return null;
            }

            pending = pending << 6 | (uint)value;
            bits += 6;
            if (bits >= 8)
            {
                bits -= 8;
                bytes[written++] = (byte)(pending >> bits);
            }
        }

        bool canonical = bits < 6 && (pending & ((1U << bits) - 1)) == 0;
        return canonical ? bytes : null;
    }

    /// <summary>The text before its <c>=</c> signs.</summary>
    public static ReadOnlySpan<byte> WithoutPadding(ReadOnlySpan<byte> text)
    {
        while (text.Length > 0 && text[text.Length - 1] == '=')
        {
            text = text.Slice(0, text.Length - 1);
        }

        return text;
    }

    /// <summary>URL-safe base 64 without padding.</summary>
    public static string EncodeForUrl(byte[] bytes) =>
        Convert.ToBase64String(bytes).TrimEnd('=').Replace('+', '-').Replace('/', '_');

    private static int ValueOf(byte digit) => digit switch
    {
        >= (byte)'A' and <= (byte)'Z' => digit - 'A',
        >= (byte)'a' and <= (byte)'z' => digit - 'a' + 26,
        >= (byte)'0' and <= (byte)'9' => digit - '0' + 52,
        (byte)'+' or (byte)'-' => 62,
        (byte)'/' or (byte)'_' => 63,
        _ => -1,
    };
}
