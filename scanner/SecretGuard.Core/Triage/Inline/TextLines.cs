namespace SecretGuard.Triage;

/// <summary>The line around an offset, without its line end.</summary>
internal static class TextLines
{
    public static TextRange At(ReadOnlySpan<byte> text, int offset)
    {
        int start = text.Slice(0, offset).LastIndexOfAny((byte)'\n', (byte)'\r') + 1;
        int length = text.Slice(offset).IndexOfAny((byte)'\n', (byte)'\r');
        return new TextRange(start, length < 0 ? text.Length : offset + length);
    }

    /// <summary>The line after the one that ends at <paramref name="line"/>'s end; empty at the end of the text.</summary>
    public static TextRange After(ReadOnlySpan<byte> text, TextRange line)
    {
        int start = line.End;
        if (start < text.Length && text[start] == '\r')
        {
            start++;
        }

        if (start < text.Length && text[start] == '\n')
        {
            start++;
        }

        return start == line.End ? new TextRange(start, start) : At(text, start);
    }
}
