namespace SecretGuard.Detection.Decoding;

/// <summary>Whether decoded bytes are text. Random bytes and images fail within the first few.</summary>
internal static class PrintableText
{
    private const int Looked = 1024;
    private const int TolerancePercent = 3;

    /// <summary>A printable character of ASCII, a tab or a line end.</summary>
    public static bool IsPrintable(byte value) => value is (>= 0x20 and < 0x7F) or (byte)'\t' or (byte)'\n' or (byte)'\r';

    /// <summary>Whether each byte is printable ASCII.</summary>
    public static bool IsAscii(ReadOnlySpan<byte> text)
    {
        foreach (byte b in text)
        {
            if (!IsPrintable(b))
            {
                return false;
            }
        }

        return true;
    }

    /// <summary>Whether the bytes begin as ASCII characters of UTF-16, little endian.</summary>
    public static bool IsUtf16(ReadOnlySpan<byte> text)
    {
        for (int i = 0; i + 1 < text.Length; i += 2)
        {
            if (!IsPrintable(text[i]) || text[i + 1] != 0)
            {
                return false;
            }
        }

        return true;
    }

    /// <summary>Whether this is text but for a few bytes. What is beyond ASCII must be UTF-8.</summary>
    public static bool IsMostlyText(ReadOnlySpan<byte> text)
    {
        text = text.Slice(0, Math.Min(Looked, text.Length));
        int bad = 0, continuation = 0;
        foreach (byte b in text)
        {
            bool follows = (b & 0xC0) == 0x80;
            bad += b < 0x80 && !IsPrintable(b) || continuation > 0 != follows ? 1 : 0;
            continuation = follows ? Math.Max(0, continuation - 1) : b >= 0xF0 ? 3 : b >= 0xE0 ? 2 : b >= 0xC0 ? 1 : 0;
        }

        return bad * 100 <= text.Length * TolerancePercent;
    }
}
