namespace SecretGuard.Detection;

/// <summary>Whether a token may begin or end at a place. Escapes of strings, URLs and markup count as boundaries.</summary>
internal static class Boundary
{
    /// <summary>Whether a token may begin at <paramref name="start"/>: nothing before it belongs to the same word.</summary>
    public static bool IsStart(ReadOnlySpan<byte> text, int start)
    {
        if (start == 0 || !Ascii.IsAlphanumeric(text[start - 1]))
        {
            return true;
        }

        // \n and \t and the like before a token in a string; %3D in a URL; \u0022 in escaped JSON; x1b[0m of a terminal.
        byte before = text[start - 1];
        if (start >= 2 && text[start - 2] == '\\' && before is (byte)'n' or (byte)'t' or (byte)'r' or (byte)'b' or (byte)'f' or (byte)'v' or (byte)'0')
        {
            return true;
        }

        if (start >= 3 && text[start - 3] == '%' && Ascii.IsHex(text[start - 2]) && Ascii.IsHex(before))
        {
            return true;
        }

        return start >= 6 && text[start - 6] == '\\' && text[start - 5] is (byte)'u' or (byte)'U' && text[start - 4] == '0'
            && Ascii.IsHex(text[start - 3]) && Ascii.IsHex(text[start - 2]) && Ascii.IsHex(before);
    }

    /// <summary>Whether a token may end before <paramref name="end"/>.</summary>
    public static bool IsEnd(ReadOnlySpan<byte> text, int end) => end >= text.Length || !Ascii.IsAlphanumeric(text[end]);
}
