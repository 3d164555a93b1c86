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

    /// <summary>Whether an odd number of quotes stands before a place on its line: code that writes comments, and JSON, hold them in strings.</summary>
    public static bool IsInString(ReadOnlySpan<byte> text, int offset)
    {
        const int Most = 1024;
        int from = Math.Max(0, offset - Most), quotes = 0;
        ReadOnlySpan<byte> before = text.Slice(from, offset - from);
        before = before.Slice(before.LastIndexOf((byte)'\n') + 1);
        for (int i = 0; i < before.Length; i++)
        {
            quotes += before[i] == '"' && (i == 0 || before[i - 1] != '\\') ? 1 : 0;
        }

        return (quotes & 1) == 1;
    }

    /// <summary>The part of a range before the quote that ends a string.</summary>
    public static TextRange WithinString(ReadOnlySpan<byte> text, TextRange range)
    {
        int quote = text.Slice(range.Start, range.End - range.Start).IndexOf((byte)'"');
        return quote < 0 ? range : new TextRange(range.Start, range.Start + quote);
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
