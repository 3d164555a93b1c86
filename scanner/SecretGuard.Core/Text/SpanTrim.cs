namespace SecretGuard.Text;

/// <summary>Trimming of byte spans, which netstandard2.0 lacks.</summary>
internal static class SpanTrim
{
    /// <summary>The text without the spaces and tabs at both ends.</summary>
    public static ReadOnlySpan<byte> TrimSpaces(this ReadOnlySpan<byte> text) =>
        text.Slice(AsciiText.SkipSpaces(text, 0, text.Length)).TrimEndSpaces();

    /// <summary>The text without the spaces and tabs at its end.</summary>
    public static ReadOnlySpan<byte> TrimEndSpaces(this ReadOnlySpan<byte> text)
    {
        int end = text.Length;
        while (end > 0 && Ascii.IsSpace(text[end - 1]))
        {
            end--;
        }

        return text.Slice(0, end);
    }

    /// <summary>The text without the spaces, tabs and line ends at both ends.</summary>
    public static ReadOnlySpan<byte> TrimWhite(this ReadOnlySpan<byte> text)
    {
        int end = text.Length, start = AsciiText.SkipWhite(text, 0, end);
        while (end > start && (Ascii.IsSpace(text[end - 1]) || Ascii.IsNewLine(text[end - 1])))
        {
            end--;
        }

        return text.Slice(start, end - start);
    }
}
