namespace SecretGuard.Detection.Values;

/// <summary>Base64 and its URL-safe alphabet (RFC 4648), with or without padding.</summary>
internal static class Base64Text
{
    /// <summary>Bytes that a text of this length can decode to, at most.</summary>
    public static int MaxDecodedLength(int length) => (length / 4 * 3) + 3;

    /// <summary>Whether the byte is of either alphabet, padding not counted.</summary>
    public static bool IsDigit(byte b) => ValueOf(b) >= 0;

    /// <summary>Decodes into <paramref name="target"/>; the bytes written, or -1 where the text is no Base64.</summary>
    public static int Decode(ReadOnlySpan<byte> text, Span<byte> target)
    {
        int end = text.Length;
        while (end > 0 && text.Length - end < 2 && text[end - 1] == '=')
        {
            end--;
        }

        if (end % 4 == 1)
        {
            return -1;
        }

        int bits = 0, count = 0, length = 0;
        for (int i = 0; i < end; i++)
        {
            int value = ValueOf(text[i]);
            if (value < 0)
            {
                return -1;
            }

            bits = bits << 6 | value;
            count += 6;
            if (count >= 8)
            {
                count -= 8;
                target[length++] = (byte)(bits >> count);
                bits &= (1 << count) - 1;
            }
        }

        return length;
    }

    private static int ValueOf(byte b) => b switch
    {
        >= (byte)'A' and <= (byte)'Z' => b - 'A',
        >= (byte)'a' and <= (byte)'z' => b - 'a' + 26,
        >= (byte)'0' and <= (byte)'9' => b - '0' + 52,
        (byte)'+' or (byte)'-' => 62,
        (byte)'/' or (byte)'_' => 63,
        _ => -1,
    };
}
