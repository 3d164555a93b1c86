namespace SecretGuard.Detection.CommandLines;

/// <summary>Comparisons of bytes with ASCII literals.</summary>
internal static class Words
{
    /// <summary>Whether the text begins with the literal.</summary>
    public static bool StartsWith(ReadOnlySpan<byte> text, string literal, bool ignoreCase = false)
    {
        if (text.Length < literal.Length)
        {
            return false;
        }

        for (int i = 0; i < literal.Length; i++)
        {
            if (text[i] != literal[i] && !(ignoreCase && Ascii.ToLower(text[i]) == Ascii.ToLower((byte)literal[i])))
            {
                return false;
            }
        }

        return true;
    }

    /// <summary>Whether the text is the literal.</summary>
    public static bool Are(ReadOnlySpan<byte> text, string literal, bool ignoreCase = false) =>
        text.Length == literal.Length && StartsWith(text, literal, ignoreCase);

    /// <summary>Whether the literal (lower case) stands in the text, in any case.</summary>
    public static bool Contain(ReadOnlySpan<byte> text, string literal)
    {
        for (int i = 0; i + literal.Length <= text.Length; i++)
        {
            if (StartsWith(text.Slice(i), literal, ignoreCase: true))
            {
                return true;
            }
        }

        return false;
    }
}
