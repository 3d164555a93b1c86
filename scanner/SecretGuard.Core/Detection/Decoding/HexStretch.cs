namespace SecretGuard.Detection.Decoding;

/// <summary>Text as hex digits, two a byte.</summary>
internal static class HexStretch
{
    private const int Shortest = 32;
    private const int Longest = 128 * 1024;
    private const int HeadBytes = 6;

    /// <summary>Decodes the digits from <paramref name="start"/> to the end of the text if they say text.</summary>
    public static bool TryDecode(ReadOnlySpan<byte> text, int start, DecodedText decoded)
    {
        int length = text.Length - start;
        if (length is < Shortest or > Longest || length % 2 != 0)
        {
            return false;
        }

        decoded.Clear();
        decoded.AddPiece(start, 1, 2);
        Span<byte> target = decoded.Reserve(length / 2);
        for (int i = 0; i < length / 2; i++)
        {
            int high = Value(text[start + (2 * i)]), low = Value(text[start + (2 * i) + 1]);
            if (high < 0 || low < 0)
            {
                return false;
            }

            target[i] = (byte)(high << 4 | low);
            if (i < HeadBytes && !PrintableText.IsPrintable(target[i]))
            {
                return false;
            }
        }

        decoded.Commit(length / 2, text.Length);
        return PrintableText.IsMostlyText(decoded.Text);
    }

    /// <summary>What a hex digit stands for, or -1.</summary>
    public static int Value(byte digit) => Ascii.IsDigit(digit) ? digit - '0' : Ascii.IsHex(digit) ? (digit | 0x20) - 'a' + 10 : -1;
}
