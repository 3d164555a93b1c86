namespace SecretGuard.Detection;

/// <summary>Trimming of byte spans, which netstandard2.0 lacks.</summary>
internal static class SpanTrim
{
    public static ReadOnlySpan<byte> TrimSpaces(this ReadOnlySpan<byte> text)
    {
        int start = 0;
        while (start < text.Length && Ascii.IsSpace(text[start]))
        {
            start++;
        }

        return text.Slice(start).TrimEndSpaces();
    }

    public static ReadOnlySpan<byte> TrimEndSpaces(this ReadOnlySpan<byte> text)
    {
        int end = text.Length;
        while (end > 0 && Ascii.IsSpace(text[end - 1]))
        {
            end--;
        }

        return text.Slice(0, end);
    }
}
