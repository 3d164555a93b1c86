namespace SecretGuard.Reporting;

/// <summary>Lengths that formats allow.</summary>
internal static class TextLimit
{
    /// <summary>The text, or its beginning and an ellipsis: <paramref name="most"/> UTF-16 units at most, no pair cut in half.</summary>
    public static string Cut(this string text, int most)
    {
        if (text.Length <= most)
        {
            return text;
        }

        int end = most - 1;
        end -= char.IsHighSurrogate(text[end - 1]) ? 1 : 0;
        return string.Concat(text.AsSpan(0, end), "…");
    }
}
